"""Metals that are stronger in compression than in tension."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.ad import where
from alces.params import BOOLEAN, REAL, Param
from alces.physics import Points
from alces_mechanics.plastic_model import Invariants, positive
from alces_mechanics.userobjects.tensor_mechanics_plastic_j2 import TensorMechanicsPlasticJ2


class TensorMechanicsPlasticIsotropicSD(TensorMechanicsPlasticJ2):
    """``f = a (b I1 + phi) - Y(q)``, ``phi = (J2^(3/2) - c J3)^(1/3)``, I1 the trace of the stress.

    b tells how the pressure, c how the sign of the stress matters; ``a = 1/(b + (1/sqrt(27) - c/27)^(1/3))``.
    Associative, or with phi as the flow potential, which leaves the volume as it is. Source: J. W. Yoon,
    Y. Lou, J. Yoon, M. V. Glazoff, Int. J. Plasticity 56 (2014) 184.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("b", REAL, doc="influence of the pressure"),
        Param("c", REAL, doc="difference of the strengths in tension and compression"),
        Param("associative", BOOLEAN, True, doc="whether plastic flow is normal to the yield surface"),
    )

    def setup(self) -> None:
        inside = 1.0 / math.sqrt(27.0) - self.p.c / 27.0
        if inside <= 0.0:
            raise self.error("c", f"must be below {math.sqrt(27.0):g}")
        total = self.p.b + inside ** (1.0 / 3.0)
        if total <= 0.0:
            raise self.error("b", f"must be above {-(inside ** (1.0 / 3.0)):g}, or nothing is admissible")
        self._a = 1.0 / total

    def _cube(self, s: Invariants) -> Any:
        return s.second * s.root - self.p.c * s.third

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        cube = self._cube(s)
        phi = where(cube > 0.0, positive(cube) ** (1.0 / 3.0), 0.0)
        strength = self.hardened(q, "yield_strength", internal)
        return self._a * (3.0 * self.p.b * s.mean + phi) - strength

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        third = (1.0 / 3.0) * positive(self._cube(s)) ** (-2.0 / 3.0)  # of d(phi)/d(phi^3)
        mean, scale = (3.0 * self._a * self.p.b, self._a) if self.p.associative else (0.0, 1.0)
        return mean, (1.5 * scale) * s.root * third, (-self.p.c * scale) * third
