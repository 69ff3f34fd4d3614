"""Boundary conditions."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import BOOLEAN, BOUNDARIES, VARIABLE, Param
from alces.physics.base import Object
from alces.physics.kernel import SAVE_IN
from alces.physics.points import Points
from alces.physics.shared_parameters import TAGS, UNDISPLACED


class _BoundaryCondition(Object):
    system: ClassVar[str] = "BCs"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("variable", VARIABLE, doc="the variable that the condition constrains"),
        Param("boundary", BOUNDARIES, doc="names or numbers of the boundaries"),
        Param("implicit", BOOLEAN, True, doc="false: everything in the condition is taken at the old time"),
        UNDISPLACED,
        *TAGS,
    )


class IntegratedBC(_BoundaryCondition):
    """A side term ``<v, f0> + <grad v, f1>`` of the residual; an inflow g enters as f0 = -g."""

    parameters: ClassVar[tuple[Param, ...]] = (SAVE_IN,)
    time: ClassVar[bool] = False

    def value(self, q: Points) -> Any:
        """f0, the factor of the test function; None if there is none."""

    def flux(self, q: Points) -> Vector | None:
        """f1, the factor of the test function's gradient; None if there is none."""


class NodalBC(_BoundaryCondition):
    """A prescribed value at the nodes of a boundary."""

    def value(self, q: Points) -> Any:
        """The prescribed value at the nodes of `q`."""
        raise NotImplementedError(f"{type(self).__name__} defines no value")
