"""`${units 5 nm -> um}`: conversion of units, exact up to the final rounding.

Values of the SI brochure (9th edition, 2019); atm, bar, L and Angstrom are exact by definition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from alces.hit.arithmetic import NUMBER, print_number
from alces.hit.errors import DeckError, Location, did_you_mean

_PREFIXES = {
    "Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "da": 1,
    "d": -1, "c": -2, "m": -3, "u": -6, "µ": -6, "μ": -6, "n": -9, "p": -12, "f": -15, "a": -18,
    "z": -21, "y": -24,
}  # fmt: skip

# factor to SI, then the powers of m, kg, s, A, K, mol
_PREFIXABLE: dict[str, tuple[str, tuple[int, ...]]] = {
    "m": ("1", (1, 0, 0, 0, 0, 0)),
    "g": ("1e-3", (0, 1, 0, 0, 0, 0)),
    "s": ("1", (0, 0, 1, 0, 0, 0)),
    "A": ("1", (0, 0, 0, 1, 0, 0)),
    "K": ("1", (0, 0, 0, 0, 1, 0)),
    "mol": ("1", (0, 0, 0, 0, 0, 1)),
    "Hz": ("1", (0, 0, -1, 0, 0, 0)),
    "N": ("1", (1, 1, -2, 0, 0, 0)),
    "Pa": ("1", (-1, 1, -2, 0, 0, 0)),
    "J": ("1", (2, 1, -2, 0, 0, 0)),
    "W": ("1", (2, 1, -3, 0, 0, 0)),
    "C": ("1", (0, 0, 1, 1, 0, 0)),
    "V": ("1", (2, 1, -3, -1, 0, 0)),
    "F": ("1", (-2, -1, 4, 2, 0, 0)),
    "Ohm": ("1", (2, 1, -3, -2, 0, 0)),
    "S": ("1", (-2, -1, 3, 2, 0, 0)),
    "eV": ("1.602176634e-19", (2, 1, -2, 0, 0, 0)),
    "L": ("1e-3", (3, 0, 0, 0, 0, 0)),
    "bar": ("1e5", (-1, 1, -2, 0, 0, 0)),
}
_OTHERS: dict[str, tuple[str, tuple[int, ...]]] = {
    "min": ("60", (0, 0, 1, 0, 0, 0)),
    "h": ("3600", (0, 0, 1, 0, 0, 0)),
    "day": ("86400", (0, 0, 1, 0, 0, 0)),
    "Ang": ("1e-10", (1, 0, 0, 0, 0, 0)),
    "atm": ("101325", (-1, 1, -2, 0, 0, 0)),
    "1": ("1", (0, 0, 0, 0, 0, 0)),
}
_ICE_POINT = Fraction("273.15")
_TOKEN = re.compile(r"\s*(?:(\^\s*-?\d+)|([*/()])|(1|[A-Za-zµμ]+))")
_MAX_LENGTH = 200
_MAX_POWER = 12


@dataclass(frozen=True)
class Unit:
    """A product of powers of units: its SI factor, and the powers of m, kg, s, A, K, mol."""

    factor: Fraction
    powers: tuple[int, ...]

    def times(self, other: Unit, sign: int = 1) -> Unit:
        """The product with `other` (sign 1), or the quotient (sign -1)."""
        powers = tuple(a + sign * b for a, b in zip(self.powers, other.powers, strict=True))
        return Unit(self.factor * other.factor**sign, powers)

    def power(self, exponent: int) -> Unit:
        """This unit to an integer power."""
        return Unit(self.factor**exponent, tuple(exponent * p for p in self.powers))


_ONE = Unit(Fraction(1), (0,) * 6)


def convert(text: str, location: Location) -> str:
    """The number in "number unit -> unit" in the second unit; in "number unit", the number itself.

    Temperatures in degC convert to and from K. Raises DeckError for unknown or unequal units.
    """
    if len(text) > _MAX_LENGTH:
        raise DeckError("the text of '${units ...}' is too long", location)
    amount, arrow, target = text.partition("->")
    number, _, unit = amount.strip().partition(" ")
    unit, target = unit.strip(), target.strip()
    if not NUMBER.fullmatch(number) or not unit or (arrow and not target):
        hint = "write ${units 5 nm -> um} or ${units 5 nm}"
        raise DeckError(f"cannot read '${{units {text}}}'", location, hint)
    if not arrow:
        _parse(unit, location)
        return number
    if abs(float(number)) == float("inf"):
        raise DeckError(f"{number} is too large", location)
    value = Fraction(number) if float(number) else Fraction(0)  # never the exact 1e-999999999
    if "degC" in (unit, target):
        return print_number(float(_temperature(value, unit, target, location)))
    source, goal = _parse(unit, location), _parse(target, location)
    if source.powers != goal.powers:
        raise DeckError(f"'{unit}' and '{target}' measure different things", location)
    return print_number(float(value * source.factor / goal.factor))


def _temperature(value: Fraction, unit: str, target: str, location: Location) -> Fraction:
    kelvin = value + _ICE_POINT if unit == "degC" else value * _kelvin(unit, location)
    return kelvin - _ICE_POINT if target == "degC" else kelvin / _kelvin(target, location)


def _kelvin(unit: str, location: Location) -> Fraction:
    parsed = _parse(unit, location)
    if parsed.powers != _PREFIXABLE["K"][1]:
        raise DeckError(f"'{unit}' is no temperature", location)
    return parsed.factor


def _parse(text: str, location: Location) -> Unit:
    """The unit "kg*m/s^2", "J/(mol*K)" and the like; `a/b*c` means `(a/b)*c`."""
    stack: list[tuple[Unit, int]] = []  # product and sign before each open bracket
    product, sign, factor = _ONE, 1, None
    for exponent, mark, name in _tokens(text, location):
        if exponent and factor and abs(int(exponent)) <= _MAX_POWER:
            factor = factor.power(int(exponent))
        elif name and factor is None:
            factor = _named(name, location)
        elif mark == "(" and factor is None:
            stack.append((product, sign))
            product, sign = _ONE, 1
        elif mark == ")" and factor and stack:
            factor = product.times(factor, sign)
            product, sign = stack.pop()
        elif mark in ("*", "/") and factor:
            product, sign, factor = product.times(factor, sign), 1 if mark == "*" else -1, None
        else:
            raise _wrong(text, location)
    if factor is None or stack:
        raise _wrong(text, location)
    return product.times(factor, sign)


def _tokens(text: str, location: Location) -> list[tuple[str, str, str]]:
    tokens, position = [], 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise _wrong(text, location)
        exponent, mark, name = match.groups(default="")
        tokens.append((exponent[1:].replace(" ", ""), mark, name))
        position = match.end()
    return tokens


def _named(name: str, location: Location) -> Unit:
    known = _PREFIXABLE | _OTHERS
    scale = Fraction(1)
    if name not in known:
        for prefix, exponent in _PREFIXES.items():
            if name.startswith(prefix) and name[len(prefix) :] in _PREFIXABLE:
                name, scale = name[len(prefix) :], Fraction(10) ** exponent
                break
        else:
            hint = did_you_mean(name, known) or f"known: {', '.join(known)}"
            raise DeckError(f"unknown unit '{name}'", location, hint)
    factor, powers = known[name]
    return Unit(scale * Fraction(factor), powers)


def _wrong(text: str, location: Location) -> DeckError:
    return DeckError(f"cannot read the unit '{text}'", location, "write units like kg*m/s^2 or J/(mol*K)")
