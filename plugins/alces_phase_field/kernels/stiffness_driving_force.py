"""Driving force from a stiffness that differs between the phases."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, TENSOR_PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class StiffnessDrivingForce(Kernel):
    """Term ``-L/2 eps_e : dC/d eta : eps_e`` of ``d eta/dt``, isotropic stiffness, constant Poisson ratio.

    C is proportional to Young's modulus E then, so that the weak form is ``(L/2 (E'/E) sigma : eps_e, v)``
    with ``E' = dE/d eta``, the derivative property of E. The stiffer phase shrinks under load.

    L: mobility [volume/(energy time)]; E, sigma: [energy/volume]; eps_e: elastic strain [1].
    Source: A. G. Khachaturyan, Theory of Structural Transformations in Solids, Wiley 1983, chapter 8.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param(
            "youngs_modulus",
            PROPERTY,
            "youngs_modulus",
            doc="Young's modulus, with its derivative property",
            unit="energy/volume",
        ),
        Param("stress", TENSOR_PROPERTY, "stress", doc="stress", unit="energy/volume"),
        Param("elastic_strain", TENSOR_PROPERTY, "elastic_strain", doc="elastic strain", unit="1"),
    )

    def setup(self) -> None:
        self._slope = slope_name(self, "youngs_modulus", self.p.variable)

    def value(self, q: Points) -> Any:
        modulus = q.property(self.p.youngs_modulus)
        slope = q.property(self._slope)
        energy = q.property(self.p.stress).ddot(q.property(self.p.elastic_strain))
        return 0.5 * q.property(self.p.mob_name) * (slope / modulus) * energy
