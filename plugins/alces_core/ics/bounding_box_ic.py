"""A box."""
from __future__ import annotations

from typing import Any

from alces.ad import tanh, where
from alces.params import REAL, Param
from alces.physics import InitialCondition, Points


class BoundingBoxIC(InitialCondition):
    """`inside` in a box along the axes (faces included), `outside` elsewhere.

    With int_width > 0 the edge is smooth: the product over the axes of
    ``(tanh(2 (x - x1) / int_width) - tanh(2 (x - x2) / int_width)) / 2``, axes of zero extent left out.
    """

    parameters = (
        Param("x1", REAL, doc="smallest x of the box"),
        Param("y1", REAL, doc="smallest y of the box"),
        Param("z1", REAL, 0.0, doc="smallest z of the box"),
        Param("x2", REAL, doc="largest x of the box"),
        Param("y2", REAL, doc="largest y of the box"),
        Param("z2", REAL, 0.0, doc="largest z of the box"),
        Param("inside", REAL, 0.0, doc="value inside"),
        Param("outside", REAL, 0.0, doc="value outside"),
        Param("int_width", REAL, 0.0,
              doc="width of the transition; 0 for a sharp edge", range="int_width >= 0"),
    )

    def value(self, q: Points) -> Any:
        p = self.p
        axes = ((q.x, p.x1, p.x2), (q.y, p.y1, p.y2), (q.z, p.z1, p.z2))
        fraction: Any = 1.0
        for x, low, high in axes:
            if p.int_width == 0.0:
                fraction = fraction * where((x >= low) & (x <= high), 1.0, 0.0)
            elif low != high:
                a, b = 2.0 * (x - low) / p.int_width, 2.0 * (x - high) / p.int_width
                fraction = fraction * (0.5 * (tanh(a) - tanh(b)))
        return p.outside + (p.inside - p.outside) * fraction
