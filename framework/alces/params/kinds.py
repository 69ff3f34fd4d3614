"""Kinds of parameter values: how a deck's text becomes a Python value, and what a name refers to."""
from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from alces.expr import CONSTANTS
from alces.hit import did_you_mean


@dataclass(frozen=True)
class Kind:
    """One kind of value.

    `parse` maps text to a value or raises ValueError with what is wrong; `refers` names the deck system that
    a name of this kind must exist in (checked by the builder once the whole deck is known); `shape` is the
    tensor shape of a material property.
    """

    name: str
    parse: Callable[[str], Any]
    refers: str = ""
    shape: str = ""


def _real(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a number") from None
    if not math.isfinite(number):
        raise ValueError(f"'{text}' is not a finite number")
    return number


def _integer(text: str) -> int:
    number = _real(text)
    if number != int(number):
        raise ValueError(f"'{text}' is not an integer")
    return int(number)


_TRUE, _FALSE = {"true", "on", "yes", "1"}, {"false", "off", "no", "0"}


def _boolean(text: str) -> bool:
    word = text.strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ValueError(f"'{text}' is neither true nor false")


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,]+", text.strip())) if text.strip() else ()


def _list(item: Callable[[str], Any]) -> Callable[[str], tuple]:
    return lambda text: tuple(item(word) for word in _words(text))


def _name(text: str) -> str:
    words = text.split()
    if len(words) != 1:
        raise ValueError(f"'{text}' is not one name")
    return words[0]


def _variable(text: str) -> str:
    word = _name(text)
    if not word.isidentifier():
        raise ValueError(f"'{word}' is no name of a variable: letters, digits and _")
    if word in CONSTANTS:
        raise ValueError(f"'{word}' is a number in formulas and cannot name a variable")
    return word


def _number_or_variable(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return _variable(text)


def _number_or_name(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return _name(text)


def _number_or_text(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text.strip()


def _point(text: str) -> tuple[float, ...]:
    values = _list(_real)(text)
    if not 1 <= len(values) <= 3:
        raise ValueError(f"a point has 1 to 3 coordinates, not {len(values)}")
    return (*values, 0.0, 0.0)[:3]


def _points(text: str) -> tuple[tuple[float, ...], ...]:
    if ";" in text:
        return tuple(_point(part) for part in text.split(";") if part.strip())
    values = _list(_real)(text)
    if len(values) % 3:
        raise ValueError(
            f"points are triples 'x y z', but {len(values)} numbers are given (or separate points by ';')"
        )
    return tuple(values[i : i + 3] for i in range(0, len(values), 3))


REAL = Kind("number", _real)
INTEGER = Kind("integer", _integer)
BOOLEAN = Kind("true or false", _boolean)
STRING = Kind("text", lambda text: text)
NAME = Kind("name", _name)
FILE = Kind("file name", lambda text: text.strip())
EXPRESSION = Kind("expression", lambda text: text.strip())
REALS = Kind("list of numbers", _list(_real))
INTEGERS = Kind("list of integers", _list(_integer))
STRINGS = Kind("list of words", _words)
POINT = Kind("point 'x y z'", _point)
POINTS = Kind("list of points", _points)
VARIABLE = Kind("variable", _variable, "Variables")
VARIABLES = Kind("list of variables", _list(_variable), "Variables")
COUPLED = Kind("variable or number", _number_or_variable, "Variables")
COUPLEDS = Kind("list of variables or numbers", _list(_number_or_variable), "Variables")
FUNCTION = Kind("function, number or expression of x, y, z, t", _number_or_text, "Functions")
FUNCTIONS = Kind("list of functions or numbers", _list(_number_or_text), "Functions")
PROPERTY = Kind("material property or number", _number_or_name, "Materials", "scalar")
VECTOR_PROPERTY = Kind("vector material property", _name, "Materials", "vector")
TENSOR_PROPERTY = Kind("tensor material property", _name, "Materials", "tensor")
PROPERTIES = Kind("list of material properties or numbers", _list(_number_or_name), "Materials", "scalar")
POSTPROCESSOR = Kind("postprocessor or number", _number_or_name, "Postprocessors")
POSTPROCESSORS = Kind("list of postprocessors", _words, "Postprocessors")
USER_OBJECT = Kind("user object", _name, "UserObjects")
BOUNDARIES = Kind("list of boundaries", _words, "boundary")
BLOCKS = Kind("list of blocks", _words, "block")


def Choice(*allowed: str) -> Kind:
    """One word of a fixed set, upper and lower case alike; the value has the spelling given here."""

    def parse(text: str) -> str:
        spelling = {word.lower(): word for word in allowed}
        word = text.strip()
        if word.lower() not in spelling:
            hint = did_you_mean(word, allowed)
            raise ValueError(f"'{word}' is not one of: {', '.join(allowed)}" + (f"; {hint}" if hint else ""))
        return spelling[word.lower()]

    return Kind("one of: " + ", ".join(allowed), parse)


def Never(reason: str) -> Kind:
    """A switch of MOOSE's that can only be off here."""

    def parse(text: str) -> bool:
        if _boolean(text):
            raise ValueError(f"true is not supported: {reason}")
        return False

    return Kind("false", parse)


def Choices(*allowed: str) -> Kind:
    """A list of words of a fixed set."""
    one = Choice(*allowed)
    return Kind(
        "some of: " + ", ".join(allowed), lambda text: tuple(one.parse(word) for word in _words(text))
    )
