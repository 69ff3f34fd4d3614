"""A bicubic spline in a plane."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import FUNCTION, REALS, Choice, Param
from alces.physics import Function, Points
from alces_core.functions.spline import NATURAL, Spline


class BicubicSplineFunction(Function):
    """The spline through the points of a grid in the plane across `normal_component`, cubic along both axes.

    Slopes across the edges are given at the grid points (in between they follow from splines, too), or left
    free. The axes x1, x2 are y, z for the normal x; x, z for y; x, y for z.
    Source: C. de Boor, A Practical Guide to Splines (1978), ch. XVII.
    """

    parameters = (
        Param("normal_component", Choice("x", "y", "z"), "z", doc="axis across the plane"),
        Param("x1", REALS, doc="rising grid positions along the first axis"),
        Param("x2", REALS, doc="rising grid positions along the second axis"),
        Param("y", REALS, doc="values, those along the second axis next to each other"),
        Param("yx11", REALS, (), doc="slopes along x1 at the first x1, for each x2; default: free"),
        Param("yx1n", REALS, (), doc="slopes along x1 at the last x1, for each x2; default: free"),
        Param("yx21", REALS, (), doc="slopes along x2 at the first x2, for each x1; default: free"),
        Param("yx2n", REALS, (), doc="slopes along x2 at the last x2, for each x1; default: free"),
        Param("yx1", FUNCTION, NATURAL, doc="accepted: yx11 and yx1n say it"),
        Param("yx2", FUNCTION, NATURAL, doc="accepted: yx21 and yx2n say it"),
    )

    def setup(self) -> None:
        p = self.p
        rows, columns = len(p.x1), len(p.x2)
        if len(p.y) != rows * columns:
            raise self.error("y", f"needs {rows * columns} values, but {len(p.y)} are given")
        for name, needed in (("yx11", columns), ("yx1n", columns), ("yx21", rows), ("yx2n", rows)):
            if len(getattr(p, name)) not in (0, needed):
                raise self.error(name, f"needs {needed} slopes, but {len(getattr(p, name))} are given")
        self._axes = "xyz".replace(p.normal_component, "")
        free = (NATURAL,) * rows
        first, last = p.yx21 or free, p.yx2n or free
        try:
            self._rows = [Spline(p.x2, p.y[i * columns : (i + 1) * columns], first[i], last[i])
                          for i in range(rows)]
            self._cardinal = [Spline(p.x1, [float(i == j) for j in range(rows)], *self._ends(0.0))
                              for i in range(rows)]
            self._edges = [(Spline(p.x2, slopes), Spline(p.x1, [0.0] * rows, *ends)) for slopes, ends in (
                (p.yx11, self._ends(1.0, 0.0)), (p.yx1n, self._ends(0.0, 1.0))) if slopes]
        except ValueError as error:
            raise self.error("", str(error)) from None

    def _ends(self, first: float, last: float | None = None) -> tuple[float, float]:
        """End slopes of a spline along x1, free where the deck gives none."""
        last = first if last is None else last
        return first if self.p.yx11 else NATURAL, last if self.p.yx1n else NATURAL

    def _sum(self, q: Points, along_1: int, along_2: int) -> Any:
        """The spline or a derivative: splines along x2, combined by those along x1 that are 1 at a point."""
        x1, x2 = (getattr(q, axis) for axis in self._axes)
        total: Any = 0.0
        for across, along in (*self._edges, *zip(self._rows, self._cardinal, strict=True)):
            total = total + across.value(x2, along_2) * along.value(x1, along_1)
        return total

    def value(self, q: Points) -> Any:
        return self._sum(q, 0, 0)

    def gradient(self, q: Points) -> Vector:
        return Vector(**dict(zip(self._axes, (self._sum(q, 1, 0), self._sum(q, 0, 1)), strict=True)))
