"""Angles of interfaces in the plane."""
from __future__ import annotations

import math
from typing import Any

from alces.ad import Vector, sqrt, where

SMALL = 1e-9
"""Squared gradients below this have no direction."""


def multiple_angle(gradient: Vector, m: int, reference: float) -> tuple[Any, Any]:
    """Cosine and sine of ``m (theta - reference)``, theta the angle of the gradient's x and y components.

    They are the m-th power of ``(g_x + i g_y)/|g|``. Where the gradient has no direction theta is that of
    the y axis, to the side of g_y, and 0 for ``g_y = 0``. The reference angle is in degrees from the x axis.
    """
    square = gradient.dot(gradient)
    small = square <= SMALL
    norm = sqrt(where(small, 1.0, square))
    vertical = gradient[1]
    x = where(small, where(vertical == 0.0, 1.0, 0.0), gradient[0] / norm)
    y = where(small, where(vertical > 0.0, 1.0, where(vertical < 0.0, -1.0, 0.0)), vertical / norm)
    start = math.radians(m * reference)
    cosine, sine = math.cos(start), -math.sin(start)
    for _ in range(m):
        cosine, sine = cosine * x - sine * y, sine * x + cosine * y
    return cosine, sine
