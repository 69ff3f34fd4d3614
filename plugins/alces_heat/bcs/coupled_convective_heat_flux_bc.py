"""Convection with coefficients and temperatures from variables."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, COUPLEDS, Param
from alces.physics import IntegratedBC, Points


class CoupledConvectiveHeatFluxBC(IntegratedBC):
    """Convection to one or several fluids that share the wall by volume fractions.

    k grad T . n = -s sum_i alpha_i h_i (T - T_i). Weak form: ``<v, s sum_i alpha_i h_i (T - T_i)>``.
    """

    parameters = (
        Param("T_infinity", COUPLEDS, doc="temperatures T_i far from the wall", unit="K"),
        Param("htc", COUPLEDS, doc="heat transfer coefficients h_i", unit="W/(m^2 K)"),
        Param("alpha", COUPLEDS, (), doc="fractions alpha_i; default: ones"),
        Param("scale_factor", COUPLED, 1.0, doc="factor s of the flux"),
    )

    def setup(self) -> None:
        n = len(self.p.T_infinity)
        for name in ("htc", "alpha"):
            given = len(getattr(self.p, name))
            if given != n and not (name == "alpha" and given == 0):
                raise self.error(name, f"has {given} entries, but 'T_infinity' has {n}")
        self._fluids = list(zip(self.p.T_infinity, self.p.htc, self.p.alpha or (1.0,) * n, strict=True))

    def value(self, q: Points) -> Any:
        wall = q.value(self.p.variable)
        flux = sum(q.value(alpha) * q.value(h) * (wall - q.value(fluid)) for fluid, h, alpha in self._fluids)
        return q.value(self.p.scale_factor) * flux
