"""Uniform start value."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import InitialCondition, Points


class ConstantIC(InitialCondition):
    """u = value."""

    parameters = (Param("value", REAL, doc="the value"),)

    def value(self, q: Points) -> Any:
        return self.p.value
