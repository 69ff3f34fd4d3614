"""The functions of the language: their number of arguments and how a namespace computes them.

The real-valued functions of FParser 4.5, `erf`, `erfc` and `plog` as in MOOSE, and `sign`, which
derivatives of `abs` need. `if` and `pow` are syntax: see `alces.expr.parser`.
"""

from __future__ import annotations

import math as _math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Function:
    """A function: its number of arguments, and `compute(math, *arguments)`."""

    arity: int
    compute: Callable[..., Any]


def divide(a: Any, b: Any) -> Any:
    """a / b with the IEEE result where Python floats would raise."""
    try:
        return a / b
    except ZeroDivisionError:
        if not isinstance(a, float):  # a dual
            return a * _math.copysign(_math.inf, b)
        if a == 0.0 or a != a:
            return _math.nan
        return _math.copysign(_math.inf, _math.copysign(1.0, a) * _math.copysign(1.0, b))


def truncate(m: Any, x: Any) -> Any:
    """Rounds towards zero."""
    return m.where(x < 0.0, m.ceil(x), m.floor(x))


def _nearest_integer(m: Any, x: Any) -> Any:
    # FParser: halves are rounded away from zero.
    return m.where(x < 0.0, m.ceil(x - 0.5), m.floor(x + 0.5))


def _plog(m: Any, x: Any, eps: Any) -> Any:
    """Natural logarithm, continued below eps by its third-order Taylor polynomial about eps (MOOSE)."""
    below = x < eps
    safe = m.where(below, eps, x)
    u = divide(x - eps, eps)
    taylor = m.log(eps) + u * (1.0 - u * (0.5 - u / 3.0))
    return m.where(below, taylor, m.log(safe))


def _direct(name: str) -> Callable[..., Any]:
    return lambda m, *args: getattr(m, name)(*args)


FUNCTIONS: dict[str, Function] = {
    "abs": Function(1, _direct("abs")),
    "acos": Function(1, _direct("acos")),
    "acosh": Function(1, _direct("acosh")),
    "asin": Function(1, _direct("asin")),
    "asinh": Function(1, _direct("asinh")),
    "atan": Function(1, _direct("atan")),
    "atan2": Function(2, _direct("atan2")),
    "atanh": Function(1, _direct("atanh")),
    "cbrt": Function(1, lambda m, x: m.sign(x) * m.power(m.abs(x), 1.0 / 3.0)),
    "ceil": Function(1, _direct("ceil")),
    "cos": Function(1, _direct("cos")),
    "cosh": Function(1, _direct("cosh")),
    "cot": Function(1, lambda m, x: divide(m.cos(x), m.sin(x))),
    "csc": Function(1, lambda m, x: divide(1.0, m.sin(x))),
    "erf": Function(1, _direct("erf")),
    "erfc": Function(1, lambda m, x: 1.0 - m.erf(x)),
    "exp": Function(1, _direct("exp")),
    "exp2": Function(1, lambda m, x: m.power(2.0, x)),
    "floor": Function(1, _direct("floor")),
    "hypot": Function(2, lambda m, x, y: m.sqrt(x * x + y * y)),
    "int": Function(1, _nearest_integer),
    "log": Function(1, _direct("log")),
    "log10": Function(1, lambda m, x: m.log(x) / _math.log(10.0)),
    "log2": Function(1, lambda m, x: m.log(x) / _math.log(2.0)),
    "max": Function(2, _direct("maximum")),
    "min": Function(2, _direct("minimum")),
    "plog": Function(2, _plog),
    "sec": Function(1, lambda m, x: divide(1.0, m.cos(x))),
    "sign": Function(1, _direct("sign")),
    "sin": Function(1, _direct("sin")),
    "sinh": Function(1, _direct("sinh")),
    "sqrt": Function(1, _direct("sqrt")),
    "tan": Function(1, _direct("tan")),
    "tanh": Function(1, _direct("tanh")),
    "trunc": Function(1, truncate),
}
