"""Mechanical equilibrium."""

from __future__ import annotations

from typing import ClassVar

from alces.ad import Tensor, Vector
from alces.params import COUPLED, INTEGER, STRINGS, Choice, Param
from alces.physics import Kernel, Points
from alces_mechanics.displaced import on_displaced_mesh
from alces_mechanics.locking import mean_dilatation
from alces_mechanics.options import (
    AXES,
    BASE_NAME,
    DISPLACEMENTS,
    EQUILIBRIUM_DISPLACED,
    LOCKING_CORRECTION,
    check_coordinates,
    check_displaced_mesh,
    check_displacements,
    check_locking_correction,
    prefixed,
)


class StressDivergenceTensors(Kernel):
    """One component of the equilibrium of stresses.

    Strong form: -div(stress) = 0 in direction `component`. Weak form: (grad w, stress_i), stress_i the row of
    the stress tensor [Pa]. A body force enters on its own, e.g. by Gravity. The stress comes from the
    material property `stress`; all parameters below `base_name` only name what the stress depends on and are
    not needed for the exact Jacobian. With `use_displaced_mesh`, gradient and volume are those of the
    displaced mesh, if there is one. Source: virtual work, any text on finite elements, e.g. Hughes, The
    Finite Element Method (1987), section 2.7.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "component",
            INTEGER,
            doc="direction: 0, 1 or 2 for x, y, z",
            range="component >= 0 & component <= 2",
        ),
        DISPLACEMENTS,
        BASE_NAME,
        EQUILIBRIUM_DISPLACED,
        LOCKING_CORRECTION,
        Param("temperature", COUPLED, None, doc="temperature that an eigenstrain depends on"),
        Param("eigenstrain_names", STRINGS, (), doc="eigenstrains that depend on the temperature"),
        Param(
            "out_of_plane_direction",
            Choice(*AXES),
            "z",
            doc="the direction normal to the plane of a planar problem",
        ),
        Param("out_of_plane_strain", COUPLED, None, doc="strain in that direction"),
    )
    coord_type: ClassVar[str] = "XYZ"

    def setup(self) -> None:
        check_displacements(self)
        check_displaced_mesh(self)
        check_locking_correction(self)
        displacements = self.p.displacements
        if self.p.component >= len(displacements):
            raise self.error(
                "component", f"there are only {len(displacements)} displacements, counted from 0"
            )
        if self.p.variable != displacements[self.p.component]:
            raise self.error(
                "variable",
                f"component {self.p.component} of the displacements is "
                f"'{displacements[self.p.component]}', not '{self.p.variable}'",
            )

    def seen(self, q: Points, stress: Tensor) -> Tensor:
        """What the test function's ordinary gradient sees of a stress."""
        if self.p.use_displaced_mesh:
            return on_displaced_mesh(q, stress)
        return mean_dilatation(q, stress) if self.p.volumetric_locking_correction else stress

    def stress(self, q: Points) -> Tensor:
        """The stress that the test function's ordinary gradient sees."""
        return self.seen(q, q.property(prefixed(self.p.base_name, "stress")))

    def flux(self, q: Points) -> Vector:
        check_coordinates(self, q, self.coord_type)
        return self.stress(q)[self.p.component]
