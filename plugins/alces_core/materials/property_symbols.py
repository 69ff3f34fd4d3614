"""Material properties as symbols of a formula, and derivatives through them."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from alces.expr import Expression, parse
from alces.physics import derivative_name

_ENTRY = re.compile(r"(?:(?P<alias>\w+):=)?(?:D\[(?P<inner>[^\]]*)\]|(?P<plain>[^\s(),]+(?:\([^)]*\))?))")
_PROPERTY = re.compile(r"(?P<base>[^\s(),]+)(?:\((?P<args>[^)]*)\))?")
_SUM = parse("a + b*c")


@dataclass(frozen=True)
class PropertySymbol:
    """A property, or a derivative of one, and the variables it depends on.

    Attributes:
        base: name of the property that is differentiated.
        by: the variables it is differentiated by.
        args: the variables it is a function of.
    """

    base: str
    by: tuple[str, ...] = ()
    args: tuple[str, ...] = ()

    @property
    def provided_as(self) -> str:
        """Name under which a material provides it."""
        return derivative_name(self.base, *self.by)

    def derivative(self, variable: str) -> PropertySymbol:
        """The symbol of its derivative."""
        return PropertySymbol(self.base, tuple(sorted((*self.by, variable))), self.args)

    @property
    def symbol(self) -> str:
        """A name that no deck uses, for derivatives that a formula does not spell out."""
        return "__D_" + "_".join(re.sub(r"\W", "_", part) for part in (self.base, *self.by))


def read_symbols(text: str) -> dict[str, PropertySymbol]:
    """Symbol -> property from entries ``h``, ``h(eta)``, ``k:=h(eta)`` and ``dh:=D[h(eta),eta]``.

    Raises:
        ValueError: an entry cannot be read; with a sentence for the deck's author.
    """
    found: dict[str, PropertySymbol] = {}
    rest = re.sub(r"\s*([,()\[\]]|:=)\s*", lambda m: m[1] + (" " if m[1] in ")]" else ""), text)
    rest = re.sub(r"\s+([,)\]])", r"\1", rest)
    for entry in rest.split():
        match = _ENTRY.fullmatch(entry)
        if match is None:
            allowed = "name, name(a,b), alias:=name(a,b), alias:=D[name(a,b),a]"
            raise ValueError(f"cannot read '{entry}'; allowed: {allowed}")
        symbol, described = _described(entry, match)
        if symbol in found:
            raise ValueError(f"'{symbol}' is given twice")
        if not symbol.isidentifier():
            raise ValueError(f"'{symbol}' cannot stand in a formula; give it an alias, as in alias:={entry}")
        found[symbol] = described
    return found


def _described(entry: str, match: re.Match[str]) -> tuple[str, PropertySymbol]:
    inner = match["inner"]
    if inner is None:
        base, args = _named(match["plain"])
        return match["alias"] or base, PropertySymbol(base, (), args)
    if not match["alias"]:
        raise ValueError(f"'{entry}' needs a name for the formula, as in dF:={entry}")
    head = re.match(r"[^\s(),]+(?:\([^)]*\))?", inner)
    by = tuple(word for word in inner[head.end() :].split(",") if word) if head else ()
    if head is None or not by:
        raise ValueError(f"cannot read '{entry}'; a derivative is written D[name,variable,...]")
    base, args = _named(head[0])
    return match["alias"], PropertySymbol(base, tuple(sorted(by)), args)


def _named(text: str) -> tuple[str, tuple[str, ...]]:
    match = _PROPERTY.fullmatch(text)
    if match is None:
        raise ValueError(f"cannot read '{text}'")
    return match["base"], tuple(word for word in (match["args"] or "").split(",") if word)


def total_derivative(
    expression: Expression, variable: str, symbols: Mapping[str, PropertySymbol]
) -> tuple[Expression, dict[str, PropertySymbol]]:
    """Derivative by a variable, through properties that depend on it too, and the symbols it needs."""
    total = expression.derivative(variable)
    fresh: dict[str, PropertySymbol] = {}
    for name in sorted(expression.names & symbols.keys()):
        if variable in symbols[name].args:
            slope = symbols[name].derivative(variable)
            fresh[slope.symbol] = slope
            pieces = {"a": total, "b": expression.derivative(name), "c": parse(slope.symbol)}
            total = _SUM.substitute(pieces).simplified()
    return total, fresh
