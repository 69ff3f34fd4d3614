"""Kinetic energy density."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Param
from alces.physics import AuxKernel, Points


class KineticEnergyAux(AuxKernel):
    """``rho/2 |v|^2`` [energy/volume] with the density rho [mass/volume] and the velocity v [length/time].

    Same as MOOSE's, without its `base_name`.
    """

    parameters = (
        Param("newmark_velocity_x", COUPLED, doc="x component of the velocity", unit="length/time"),
        Param("newmark_velocity_y", COUPLED, doc="y component of the velocity", unit="length/time"),
        Param("newmark_velocity_z", COUPLED, doc="z component of the velocity", unit="length/time"),
        Param("density", PROPERTY, "density", doc="density", unit="mass/volume"),
    )

    def value(self, q: Points) -> Any:
        total: Any = 0.0
        for axis in "xyz":
            total = total + q.value(getattr(self.p, f"newmark_velocity_{axis}")) ** 2
        return 0.5 * q.property(self.p.density) * total
