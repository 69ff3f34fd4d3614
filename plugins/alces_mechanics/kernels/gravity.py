"""Weight."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, PROPERTY, REAL, Param
from alces.physics import Kernel, Points
from alces_mechanics.displaced import volume_ratio
from alces_mechanics.options import ON_DISPLACED_MESH


class Gravity(Kernel):
    """Weight in the direction of the displacement `variable`.

    Strong form: -div(stress) = density * g. Weak form: -(w, density * g), with the density [kg/m^3] as a
    material property and g = value * function [m/s^2], negative if it points against the axis.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("value", REAL, doc="acceleration of gravity along the axis", unit="m/s^2"),
        Param("function", FUNCTION, 1.0, doc="factor of space and time", unit="1"),
        Param("density", PROPERTY, "density", doc="mass density", unit="kg/m^3"),
        Param(
            "alpha",
            REAL,
            0.0,
            doc="HHT parameter: the function is taken at t + alpha dt",
            aliases=("hht_alpha",),
        ),
        ON_DISPLACED_MESH,
    )

    def value(self, q: Points) -> Any:
        p = self.p
        factor = q.function(p.function, q.t + p.alpha * q.dt) if p.alpha else q.function(p.function)
        weight = q.property(p.density) * (p.value * factor)
        return -(weight * volume_ratio(q)) if p.use_displaced_mesh else -weight
