"""A postprocessor as a function."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import POSTPROCESSOR, Param
from alces.physics import Function, Points


class PostprocessorFunction(Function):
    """The current value of a postprocessor, everywhere."""

    parameters = (Param("pp", POSTPROCESSOR, doc="the postprocessor"),)

    def value(self, q: Points) -> Any:
        return q.postprocessor(self.p.pp)

    def gradient(self, q: Points) -> Vector:
        return Vector()
