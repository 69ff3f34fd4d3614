"""Layered rock that slides along its layers."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Tensor, sqrt, value, where
from alces.params import REAL, USER_OBJECT, Param
from alces.physics import Points
from alces_mechanics.plastic_lode import TIP, Tip
from alces_mechanics.plastic_model import PlasticModel, positive


class TensorMechanicsPlasticWeakPlaneShear(PlasticModel):
    """``f = sqrt(tip + s_xz^2 + s_yz^2) + s_zz tan(phi) - C``: friction on planes normal to z.

    C cohesion, phi friction angle; the flow potential is f with the dilation angle psi in place of phi. The
    tip of the cone is rounded, see `alces_mechanics.plastic_lode` (with s_zz in place of the mean stress).
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("cohesion", USER_OBJECT, doc="hardening law of the cohesion C", unit="Pa"),
        Param("tan_friction_angle", USER_OBJECT, doc="hardening law of tan(phi)"),
        Param("tan_dilation_angle", USER_OBJECT, doc="hardening law of tan(psi)"),
        Param("smoother", REAL, doc="how far the tip is cut off", unit="Pa", range="smoother >= 0"),
        *TIP,
    )

    def setup(self) -> None:
        self._tip = Tip.of(self.p, self.p.smoother)

    def _shear(self, stress: Tensor) -> Any:
        x, y = stress[0, 2], stress[1, 2]
        inside = self._tip.square(stress[2, 2])[0] + x * x + y * y
        return where(value(inside) > 0.0, sqrt(positive(inside)), 0.0)

    def yield_function(self, q: Points, stress: Tensor, internal: Any) -> Any:
        friction = stress[2, 2] * self.hardened(q, "tan_friction_angle", internal)
        return self._shear(stress) + friction - self.hardened(q, "cohesion", internal)

    def flow(self, q: Points, stress: Tensor, internal: Any) -> Tensor:
        half = 0.5 / positive(self._shear(stress))
        normal = self.hardened(q, "tan_dilation_angle", internal) + self._tip.square(stress[2, 2])[1] * half
        sliding = Tensor.symmetric(0.0, 0.0, 0.0, yz=stress[1, 2], xz=stress[0, 2]) * half
        return sliding + Tensor.diagonal(0.0, 0.0, normal)
