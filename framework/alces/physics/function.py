"""Functions of space and time."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import STRINGS, Param
from alces.physics.base import Object
from alces.physics.points import Points


class Function(Object):
    """A function of x, y, z and t, given in the deck's [Functions]."""

    system: ClassVar[str] = "Functions"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("execute_on", STRINGS, ("LINEAR",), doc="accepted: a function is always up to date"),
    )

    def value(self, q: Points) -> Any:
        """Values at ``q.x, q.y, q.z, q.t``, broadcasting with ``q.x``."""
        raise NotImplementedError(f"{type(self).__name__} defines no value")

    def knots(self) -> Sequence[float]:
        """Times at which the function has a corner or jump; none if it is smooth in time."""
        return ()

    def gradient(self, q: Points) -> Vector:
        """Gradient in space at the points."""
        raise self.error("", "this function has no gradient")
