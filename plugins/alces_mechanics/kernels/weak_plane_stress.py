"""Plane stress by an equation for the strain out of the plane."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import COUPLED, VARIABLES, Choice, Param
from alces.physics import Kernel, Points
from alces_mechanics.options import AXES, BASE_NAME, prefixed


class WeakPlaneStress(Kernel):
    """The stress out of the plane vanishes on average: the equation of the strain out of the plane.

    Strong form: stress_oo = 0, o the direction out of the plane. Weak form: (w, stress_oo) with the variable
    that `out_of_plane_strain` of the strain material names.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("out_of_plane_direction", Choice(*AXES), "z", doc="the direction normal to the plane"),
        Param("displacements", VARIABLES, (), doc="accepted: the stress couples with them by itself"),
        Param("temperature", COUPLED, None, doc="accepted: eigenstrains couple with it by themselves"),
    )

    def value(self, q: Points) -> Any:
        out = AXES.index(self.p.out_of_plane_direction)
        return q.property(prefixed(self.p.base_name, "stress"))[out, out]
