"""A number as a function."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import REAL, Param
from alces.physics import Function, Points


class ConstantFunction(Function):
    """f = value everywhere and always."""

    parameters = (Param("value", REAL, 0.0, doc="the value"),)

    def value(self, q: Points) -> Any:
        return self.p.value

    def gradient(self, q: Points) -> Vector:
        return Vector()
