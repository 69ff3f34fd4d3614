"""A cubic spline along an axis."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import INTEGER, REAL, REALS, Param
from alces.physics import Function, Points
from alces_core.functions.spline import NATURAL, Spline


class SplineFunction(Function):
    """The cubic spline through ``(x_i, y_i)`` along a coordinate, with given slopes or free ends.

    Beyond the ends the first and the last cubic continue.
    """

    parameters = (
        Param("x", REALS, doc="abscissae x_i, rising"),
        Param("y", REALS, doc="ordinates y_i"),
        Param("yp1", REAL, NATURAL, doc="slope at the first point; 1e30 or more: no bending there"),
        Param("ypn", REAL, NATURAL, doc="slope at the last point; 1e30 or more: no bending there"),
        Param("component", INTEGER, 0, doc="coordinate: 0, 1 or 2", range="component >= 0 & component <= 2"),
    )

    def setup(self) -> None:
        try:
            self._spline = Spline(self.p.x, self.p.y, self.p.yp1, self.p.ypn)
        except ValueError as error:
            raise self.error("x", str(error)) from None
        self._axis = "xyz"[self.p.component]

    def value(self, q: Points) -> Any:
        return self._spline.value(getattr(q, self._axis))

    def gradient(self, q: Points) -> Vector:
        return Vector(**{self._axis: self._spline.value(getattr(q, self._axis), derivative=1)})
