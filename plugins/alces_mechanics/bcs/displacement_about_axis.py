"""Rotation of a boundary."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.ad import Vector, cos, sin
from alces.params import BOOLEAN, FUNCTION, INTEGER, POINT, VARIABLES, Choice, Param
from alces.physics import NodalBC, Points

_RADIANS = {"radians": 1.0, "degrees": math.pi / 180.0}


class DisplacementAboutAxis(NodalBC):
    """One component of the displacement (R - I)(X - O) that turns a boundary about an axis through O.

    R turns places at rest X by the angle `function`, counterclockwise seen against the axis. With
    ``angular_velocity = true`` the function is an angle per time, and in each step R turns the place
    X + u_old by function * dt. Source: Rodrigues' formula, e.g. Goldstein, Classical Mechanics (1980),
    section 4.7.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("function", FUNCTION, doc="angle, or angle per time, over space and time"),
        Param("angle_units", Choice(*_RADIANS), doc="unit of the angle"),
        Param("axis_origin", POINT, doc="a point of the axis", unit="m"),
        Param("axis_direction", POINT, doc="direction of the axis, of any length"),
        Param(
            "component", INTEGER, doc="direction of the variable: 0, 1 or 2",
            range="component >= 0 & component <= 2",
        ),
        Param("angular_velocity", BOOLEAN, False, doc="whether the function is an angle per time"),
        Param(
            "displacements", VARIABLES, (), doc="displacements in x, y, z, for angular_velocity", unit="m"
        ),
        Param(
            "preset", BOOLEAN, True,
            doc="accepted as in MOOSE: the value is always set before the solve, the result is the same",
        ),
    )  # fmt: skip

    def setup(self) -> None:
        length = math.sqrt(sum(a * a for a in self.p.axis_direction))
        if length == 0.0:
            raise self.error("axis_direction", "must not vanish")
        self._axis = Vector(*(a / length for a in self.p.axis_direction))
        if self.p.angular_velocity and self.p.component >= len(self.p.displacements):
            raise self.error("displacements", "angular_velocity needs all displacements")

    def value(self, q: Points) -> Any:
        p = self.p
        moved = tuple(q.old(u) for u in p.displacements) if p.angular_velocity else ()
        before = Vector(*moved)
        place = Vector(*(a - o for a, o in zip((q.x, q.y, q.z), p.axis_origin, strict=True))) + before
        angle = q.function(p.function) * _RADIANS[p.angle_units] * (q.dt if p.angular_velocity else 1.0)
        along = self._axis * self._axis.dot(place)
        k, v = self._axis, place
        turned = Vector(k[1] * v[2] - k[2] * v[1], k[2] * v[0] - k[0] * v[2], k[0] * v[1] - k[1] * v[0])
        change = (along - place) * (1.0 - cos(angle)) + turned * sin(angle)
        return (before + change)[p.component]
