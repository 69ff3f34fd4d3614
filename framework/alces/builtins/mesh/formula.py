"""Formulas of the position, for generators that choose by one."""
from __future__ import annotations

import numpy
from numpy.typing import NDArray

from alces import ad, backend
from alces.expr import Expression, ExpressionError, parse
from alces.params import EXPRESSION, STRINGS, Kind, Param
from alces.physics import MeshGenerator

CONSTANTS = (
    Param("constant_names", STRINGS, (), doc="names of constants in the formula"),
    Param("constant_expressions", Kind("list of formulas", STRINGS.parse), (),
          doc="their values: numbers or formulas of the constants before them"),
)
FORMULA = (
    Param("combinatorial_geometry", EXPRESSION, doc="formula of x, y and z that is true (not 0) there",
          aliases=("expression",)),
    *CONSTANTS,
)


def formula_of(owner: MeshGenerator, parameter: str = "combinatorial_geometry") -> Expression:
    """A formula of the owner with its constants put in; a DeckError where there are mistakes."""
    names, texts = owner.p.constant_names, owner.p.constant_expressions
    if len(names) != len(texts):
        raise owner.error("constant_expressions", f"needs as many entries as constant_names, {len(names)}")
    found: dict[str, Expression] = {}
    for name, text in zip(names, texts, strict=True):
        found[name] = _parsed(owner, "constant_expressions", text, ()).substitute(found).simplified()
    whole = _parsed(owner, parameter, getattr(owner.p, parameter), ("x", "y", "z", *names))
    return whole.substitute(found)


def holds(formula: Expression, points: NDArray[numpy.float64]) -> NDArray[numpy.bool_]:
    """Where the formula is true, for points (n, 3)."""
    return values_at(formula, points) != 0


def values_at(formula: Expression, points: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
    """The formula's values at points (n, 3)."""
    at = {axis: backend.asarray(points[:, i]) for i, axis in enumerate("xyz")}
    return backend.to_host(backend.full(formula.evaluate(at, ad), (len(points),))).astype(float)


def _parsed(owner: MeshGenerator, parameter: str, text: str, known: tuple[str, ...]) -> Expression:
    try:
        formula = parse(text)
    except ExpressionError as error:
        raise owner.error(parameter, str(error), error.position or 0) from None
    strange = sorted(formula.names - set(known)) if known else ()
    if strange:
        raise owner.error(parameter, f"unknown name '{strange[0]}'; known: {', '.join(known)}")
    return formula
