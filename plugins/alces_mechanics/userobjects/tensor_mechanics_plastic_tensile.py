"""Rock that tears: a limit of the largest principal stress."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import REAL, USER_OBJECT, Param
from alces.physics import Points
from alces_mechanics.plastic_lode import TIP, Tip, pyramid_root, pyramid_slopes, sine3, tensile
from alces_mechanics.plastic_model import Invariants, IsotropicPlasticModel


class TensorMechanicsPlasticTensile(IsotropicPlasticModel):
    """Largest principal stress at most T(q): ``f = mean + sqrt(tip + J2 K(t)^2) - T``, associative.

    Edges and tip of the pyramid are rounded, see `alces_mechanics.plastic_lode`.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("tensile_strength", USER_OBJECT, doc="hardening law of the strength T", unit="Pa"),
        Param(
            "tensile_edge_smoother",
            REAL,
            25.0,
            doc="Lode angle beyond which edges are rounded",
            unit="degrees",
            range="tensile_edge_smoother >= 0 & tensile_edge_smoother < 30",
        ),
        Param("tensile_tip_smoother", REAL, doc="how far the tip is cut off", unit="Pa",
              range="tensile_tip_smoother >= 0"),
        Param("tensile_lode_cutoff", REAL, None, doc="J2 below which the Lode angle counts as zero; default: "
              "1e-5 yield_function_tolerance^2", unit="Pa^2", range="tensile_lode_cutoff >= 0"),
        *TIP,
    )  # fmt: skip

    def setup(self) -> None:
        self._tip = Tip.of(self.p, self.p.tensile_tip_smoother)
        cutoff = self.p.tensile_lode_cutoff
        self._cutoff = 1e-5 * self.p.yield_function_tolerance**2 if cutoff is None else cutoff

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        k, _ = tensile(sine3(s, self._cutoff)[0], self.p.tensile_edge_smoother)
        root = pyramid_root(s, self._tip.square(s.mean)[0], k)
        return s.mean + root - self.hardened(q, "tensile_strength", internal)

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        sine, defined = sine3(s, self._cutoff)
        k, k_s = tensile(sine, self.p.tensile_edge_smoother)
        mean, second, third = pyramid_slopes(s, self._tip, k, k_s, sine, defined)
        return 1.0 + mean, second, third
