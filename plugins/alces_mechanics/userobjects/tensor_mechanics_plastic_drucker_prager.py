"""Soil and rock: Drucker and Prager's cone."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.ad import cos, sin, sqrt, tan
from alces.params import USER_OBJECT, Choice, Param
from alces.physics import Points
from alces_mechanics.plastic_model import Invariants, IsotropicPlasticModel


class TensorMechanicsPlasticDruckerPrager(IsotropicPlasticModel):
    """``f = sqrt(J2) + B(phi) tr(stress) - A``, flow potential ``sqrt(J2) + B(psi) tr(stress)``.

    The cone is fitted to Mohr and Coulomb's pyramid ``mean sin(phi) + sqrt(J2) K = C cos(phi)``: ``B =
    sin(phi)/(3 K)`` and ``A = C cos(phi)/K`` with K where both touch: at the outer tips of the hexagon
    (uniaxial compression), its inner tips (uniaxial tension), at the Lode angle zero, or along its edges from
    inside. ``native``: ``A = C`` and ``B = tan(phi)``. Near the tip of the cone there is no direction to
    return to: use the hyperbolic version there, or add a TensorMechanicsPlasticMeanCap.
    Source: H. Jiang & Y. Xie, Mech. Res. Commun. 38 (2011) 309.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("mc_cohesion", USER_OBJECT, doc="hardening law of the cohesion C", unit="Pa"),
        Param("mc_friction_angle", USER_OBJECT, doc="hardening law of the friction angle phi", unit="rad"),
        Param("mc_dilation_angle", USER_OBJECT, doc="hardening law of the dilation angle psi", unit="rad"),
        Param(
            "mc_interpolation_scheme",
            Choice("outer_tip", "inner_tip", "lode_zero", "inner_edge", "native"),
            "lode_zero",
            doc="where the cone touches the pyramid",
        ),
    )

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        angle = self.hardened(q, "mc_friction_angle", internal)
        cohesion = self.hardened(q, "mc_cohesion", internal)
        if self.p.mc_interpolation_scheme != "native":
            cohesion = cohesion * cos(angle) / self._k(angle)
        return self.shear(s) + 3.0 * self._b(angle) * s.mean - cohesion

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        return 3.0 * self._b(self.hardened(q, "mc_dilation_angle", internal)), self.shear_slope(s), 0.0

    def shear(self, s: Invariants) -> Any:
        """sqrt(J2)."""
        return s.root

    def shear_slope(self, s: Invariants) -> Any:
        """Its derivative by J2."""
        return 0.5 / s.divisor

    def _b(self, angle: Any) -> Any:
        if self.p.mc_interpolation_scheme == "native":
            return tan(angle)
        return sin(angle) / (3.0 * self._k(angle))

    def _k(self, angle: Any) -> Any:
        scheme, sine = self.p.mc_interpolation_scheme, sin(angle)
        if scheme == "lode_zero":
            return 1.0
        if scheme == "inner_edge":
            return sqrt(1.0 + sine * sine / 3.0)
        return (3.0 + (sine if scheme == "inner_tip" else -sine)) / math.sqrt(12.0)
