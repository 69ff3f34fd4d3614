"""Formulas of decks as SymPy expressions and back, and vector calculus in the coordinates of decks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sympy

X, Y, Z, T = sympy.symbols("x y z t", real=True)
AXES = (X, Y, Z)
_KNOWN = {"x": X, "y": Y, "z": Z, "t": T, "pi": sympy.pi, "atan2": sympy.atan2}


def expression(formula: Any, names: Mapping[str, sympy.Expr] | None = None) -> sympy.Expr:
    """A deck's formula (or a number) with the given expressions for further names."""
    return sympy.sympify(str(formula).replace("^", "**"), locals={**_KNOWN, **(names or {})})


def formula(given: sympy.Expr) -> str:
    """The text of an expression in a deck."""
    return sympy.sstr(given, full_prec=False).replace("**", "^")


def gradient(f: sympy.Expr) -> list[sympy.Expr]:
    """Derivatives along x, y, z (in curvilinear coordinates x is r and nothing depends on the angles)."""
    return [sympy.diff(f, a) for a in AXES]


def divergence(v: Sequence[sympy.Expr], coordinates: str) -> sympy.Expr:
    """Of a vector field; RZ: r = x and the axis is y; RSPHERICAL: r = x."""
    weight = {"XYZ": sympy.Integer(1), "RZ": X, "RSPHERICAL": X**2}[coordinates]
    rest = sympy.diff(v[1], Y) + sympy.diff(v[2], Z)
    return sympy.diff(weight * v[0], X) / weight + rest
