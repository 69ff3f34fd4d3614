"""Help for terms that sum over phases."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTIES, Param
from alces.physics import Object, Points, derivative_name

FJ_NAMES = Param("Fj_names", PROPERTIES, doc="one property F_j for each phase")
HJ_NAMES = Param("hj_names", PROPERTIES, doc="switching functions h_j of the phases, in the same order")


def slopes(owner: Object, parameter: str, variable: str) -> list[str]:
    """Names of the derivatives of the properties that a list parameter names."""
    names = getattr(owner.p, parameter)
    for name in names:
        if not isinstance(name, str):
            raise owner.error(parameter, f"properties with derivatives are needed, not the number {name:g}")
    return [derivative_name(name, variable) for name in names]


def weighted_sum(q: Points, weights: list[str], values: list[Any]) -> Any:
    """Sum over the phases of a property times a value.

    Properties that no material provides are the derivatives of switching functions that do not depend on the
    variable: they count as zero, unless all of them are missing.
    """
    terms = [(w, a) for w, a in zip(weights, values, strict=True) if q.has_property(w)]
    return sum(q.property(w) * a for w, a in terms or zip(weights, values, strict=True))
