"""Point sources."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import BOOLEAN, VARIABLE, Choice, Param
from alces.physics.base import Object
from alces.physics.points import Points


class DiracKernel(Object):
    """A term ``sum_p v(x_p) f0(x_p)`` of the residual of one variable: ``(v, f0 delta(x - x_p))``.

    v is the test function, the x_p are `points`. A source of strength s enters as ``f0 = -s``. Where several
    cells share a point one of them takes it.
    """

    system: ClassVar[str] = "DiracKernels"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("variable", VARIABLE, doc="the variable whose equation this term belongs to"),
        Param("point_not_found_behavior", Choice("ERROR", "IGNORE"), "IGNORE",
              doc="what happens to points outside the mesh"),
        Param("implicit", BOOLEAN, True, doc="false: everything in the term is taken at the old time"),
        Param("drop_duplicate_points", BOOLEAN, True, doc="a point that comes twice counts once"),
    )
    time: ClassVar[bool] = False

    def points(self) -> Sequence[tuple[float, float, float]]:
        """The points."""
        raise NotImplementedError(f"{type(self).__name__} has no points")

    def value(self, q: Points) -> Any:
        """f0, the factor of the test function at the points."""
        raise NotImplementedError(f"{type(self).__name__} has no value")

    def flux(self, q: Points) -> Vector | None:
        """A point source has no flux."""
