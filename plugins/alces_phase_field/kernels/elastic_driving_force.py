"""Work of the stress on the volume change of a transformation."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, TENSOR_PROPERTY, Choice, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class ElasticDrivingForce(Kernel):
    """Elastic term of ``d eta/dt = -L d psi_e/d eta`` for the eigenstrain ``Omega/3 h(eta) I``.

    Weak form, form = exact: ``(-L Omega/3 h'(eta) tr sigma, v)``; compression (tr sigma < 0) slows the growth
    of the phase that takes more volume. form = paper_simplified: ``(-L Omega tr sigma, v)``, without 1/3 and
    h', as printed by Gao et al. (it pulls on eta everywhere, also in the bulk).

    L: mobility [volume/(energy time)]; Omega: relative volume change [1]; sigma: stress [energy/volume].
    Source: Gao et al., Adv. Energy Mater. 14 (2024) 2304488, equation (15).
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param(
            "volume_change", PROPERTY, doc="relative volume change Omega of the full transformation", unit="1"
        ),
        Param("h_name", PROPERTY, "h", doc="interpolation h whose derivative property is used"),
        Param("stress", TENSOR_PROPERTY, "stress", doc="stress", unit="energy/volume"),
        Param(
            "form",
            Choice("exact", "paper_simplified"),
            "exact",
            doc="exact derivative of the energy, or as printed",
        ),
    )

    def setup(self) -> None:
        if self.p.form == "exact":
            self._slope = slope_name(self, "h_name", self.p.variable)

    def value(self, q: Points) -> Any:
        force = (
            q.property(self.p.mob_name) * q.property(self.p.volume_change) * q.property(self.p.stress).trace()
        )
        if self.p.form == "paper_simplified":
            return -force
        return (-1.0 / 3.0) * q.property(self._slope) * force
