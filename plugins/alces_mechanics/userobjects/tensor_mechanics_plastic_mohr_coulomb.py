"""Soil and rock: Mohr and Coulomb's yield surface."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import cos, sin
from alces.params import REAL, USER_OBJECT, Param
from alces.physics import Points
from alces_mechanics.plastic_lode import TIP, Tip, coulomb, pyramid_root, pyramid_slopes, sine3
from alces_mechanics.plastic_model import Invariants, IsotropicPlasticModel


class TensorMechanicsPlasticMohrCoulomb(IsotropicPlasticModel):
    """``f = mean sin(phi) + sqrt(tip + J2 K(t, phi)^2) - C cos(phi)``: the shear stress on any plane is at
    most C minus tan(phi) times the normal stress.

    C cohesion, phi friction angle; the flow potential is f with the dilation angle psi in place of phi.
    Edges and tip of the pyramid are rounded, see `alces_mechanics.plastic_lode`.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("cohesion", USER_OBJECT, doc="hardening law of the cohesion C", unit="Pa"),
        Param("friction_angle", USER_OBJECT, doc="hardening law of the friction angle phi", unit="rad"),
        Param("dilation_angle", USER_OBJECT, doc="hardening law of the dilation angle psi", unit="rad"),
        Param(
            "mc_edge_smoother",
            REAL,
            25.0,
            doc="Lode angle beyond which edges are rounded",
            unit="degrees",
            range="mc_edge_smoother >= 0 & mc_edge_smoother < 30",
        ),
        Param("mc_tip_smoother", REAL, doc="how far the tip is cut off", unit="Pa",
              range="mc_tip_smoother >= 0"),
        Param("mc_lode_cutoff", REAL, None, doc="J2 below which the Lode angle counts as zero; default: "
              "1e-5 yield_function_tolerance^2", unit="Pa^2", range="mc_lode_cutoff >= 0"),
        *TIP,
    )  # fmt: skip

    def setup(self) -> None:
        self._tip = Tip.of(self.p, self.p.mc_tip_smoother)
        cutoff = self.p.mc_lode_cutoff
        self._cutoff = 1e-5 * self.p.yield_function_tolerance**2 if cutoff is None else cutoff

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        angle = self.hardened(q, "friction_angle", internal)
        k, _ = coulomb(sine3(s, self._cutoff)[0], sin(angle), self.p.mc_edge_smoother)
        root = pyramid_root(s, self._tip.square(s.mean)[0], k)
        return s.mean * sin(angle) + root - self.hardened(q, "cohesion", internal) * cos(angle)

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        sine, defined = sine3(s, self._cutoff)
        dilation = sin(self.hardened(q, "dilation_angle", internal))
        k, k_s = coulomb(sine, dilation, self.p.mc_edge_smoother)
        mean, second, third = pyramid_slopes(s, self._tip, k, k_s, sine, defined)
        return dilation + mean, second, third
