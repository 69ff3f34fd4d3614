"""Conductivity of a periodic mixture as a whole."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, INTEGER, NAME, REAL, VARIABLES, Param
from alces.physics import ElementPostprocessor, Points


class HomogenizedThermalConductivity(ElementPostprocessor):
    """Effective conductivity k_rc: the average of (k (grad chi_c + e_c))_r, chi_c the solution of the cell
    problem of direction c.

    The periodic chi solve ``div(k (grad chi_c + e_c)) = 0``, see HomogenizedHeatConduction. Source:
    Bensoussan, Lions & Papanicolaou, Asymptotic Analysis for Periodic Structures (1978).
    """

    reduction = "average"
    parameters = (
        Param("chi", VARIABLES, doc="solutions of the cell problems of x, y, z, as many as dimensions",
              unit="m"),
        Param("row", INTEGER, doc="row r, from 0"),
        Param("col", INTEGER, doc="column c, from 0"),
        Param("scale_factor", REAL, 1.0, doc="factor of the result"),
        Param("is_tensor", BOOLEAN, False, doc="whether the conductivity is a tensor"),
        Param("diffusion_coefficient", NAME, "thermal_conductivity", unit="W/(m K)",
              doc="property with the conductivity k, a scalar"),
        Param("tensor_diffusion_coefficient", NAME, "thermal_conductivity", unit="W/(m K)",
              doc="property with the conductivity k, a tensor"),
    )

    def setup(self) -> None:
        for name in ("row", "col"):
            if not 0 <= getattr(self.p, name) < len(self.p.chi):
                raise self.error(name, f"must be below {len(self.p.chi)}, the number of entries of chi")

    def integrand(self, q: Points) -> Any:
        p = self.p
        gradient = q.grad(p.chi[p.col])
        total = [g + 1.0 if i == p.col else g for i, g in enumerate(gradient)]
        if not p.is_tensor:
            return p.scale_factor * q.property(p.diffusion_coefficient) * total[p.row]
        k = q.property(p.tensor_diffusion_coefficient)
        return p.scale_factor * sum(k[p.row, i] * total[i] for i in range(len(p.chi)))
