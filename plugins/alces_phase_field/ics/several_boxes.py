"""What the initial conditions of several boxes share."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import tanh
from alces.params import POINTS, REAL, REALS, Param
from alces.physics import InitialCondition, Points


class SeveralBoxes(InitialCondition):
    """Boxes along the axes, given by the corner of smallest and that of largest coordinates."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("smaller_coordinate_corners", POINTS, doc="corner of smallest coordinates of each box"),
        Param("larger_coordinate_corners", POINTS, doc="corner of largest coordinates of each box"),
        Param("inside", REALS, doc="value inside: one per box, or one for all"),
        Param("outside", REAL, 0.0, doc="value outside all boxes"),
        Param("int_width", REAL, 0.0, doc="width of the transition; 0 for sharp edges",
              range="int_width >= 0"),
    )

    def setup(self) -> None:
        n = len(self.p.smaller_coordinate_corners)
        if len(self.p.larger_coordinate_corners) != n:
            raise self.error("larger_coordinate_corners",
                             f"needs {n} points, one for each of 'smaller_coordinate_corners'")
        if len(self.p.inside) not in (1, n):
            raise self.error("inside", f"needs one value, or {n}, one per box")
        inside = self.p.inside if len(self.p.inside) == n else self.p.inside * n
        corners = zip(self.p.smaller_coordinate_corners, self.p.larger_coordinate_corners, strict=True)
        self.boxes = [(low, high, value) for (low, high), value in zip(corners, inside, strict=True)]

    def within(self, q: Points, low: tuple[float, ...], high: tuple[float, ...]) -> Any:
        """Whether points are in a box, widened by `int_width` on all sides."""
        result: Any = True
        for x, a, b in list(zip((q.x, q.y, q.z), low, high, strict=True))[: q.dim]:
            result = result & (x >= a - self.p.int_width) & (x <= b + self.p.int_width)
        return result

    def fraction(self, q: Points, low: tuple[float, ...], high: tuple[float, ...]) -> Any:
        """1 in a box, 0 outside: product over axes of some extent of ``(tanh s(x - a) - tanh s(x - b))/2``
        with ``s = 2 pi / int_width``; 1 everywhere for sharp edges, where `within` does it all."""
        product: Any = 1.0
        if self.p.int_width == 0.0:
            return product
        steep = 2.0 * 3.1415926 / self.p.int_width
        for x, a, b in zip((q.x, q.y, q.z), low, high, strict=True):
            if a != b:
                product = product * (0.5 * (tanh(steep * (x - a)) - tanh(steep * (x - b))))
        return product
