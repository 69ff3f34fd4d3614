"""Free energy of xenon and vacancies in uranium dioxide."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import clip, log, where
from alces.params import NAME, REAL, VARIABLE, Param
from alces.physics import Material, Points, derivative_name

OMEGA = 2.53
"""Volume per site, in the unit of volume of the energy density."""
K_BOLTZMANN = 8.6173324e-5  # eV/K
FORMATION = 3.0
"""Formation energies of a vacancy and of a gas atom in eV."""
CUT = 1e-10
"""Derivatives are those at concentrations cut to [CUT, 1 - CUT], where they are finite."""


class KKSXeVacSolidMaterial(Material):
    """``F = sum_i [E_i c_i + k_B T (c_i ln c_i + (1 - c_i) ln(1 - c_i))]/Omega`` over gas and vacancies.

    Provides F, its first and its second derivatives. Symbols: c_i concentration of gas atoms and of vacancies
    per site [1], E_i = 3 eV their formation energy, T temperature [K], Omega = 2.53 volume of a site.
    Source: ideal solution, J. W. Gibbs, Trans. Conn. Acad. 3 (1876) 108; numbers and cuts are MOOSE's.
    """

    parameters = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        Param("T", REAL, doc="temperature", unit="K"),
        Param("cmg", VARIABLE, doc="concentration of gas atoms"),
        Param("cmv", VARIABLE, doc="concentration of vacancies"),
    )

    def provides(self) -> Mapping[str, str]:
        f, g, v = self.p.property_name, self.p.cmg, self.p.cmv
        by = ((), (g,), (v,), (g, g), (g, v), (v, v))
        return dict.fromkeys((derivative_name(f, *names) for names in by), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        f, thermal = self.p.property_name, K_BOLTZMANN * self.p.T
        found: dict[str, Any] = {f: 0.0, derivative_name(f, self.p.cmg, self.p.cmv): 0.0}
        for name in (self.p.cmg, self.p.cmv):
            c = q.value(name)
            inside = clip(c, CUT, 1.0 - CUT)
            mixing = _c_log_c(c) + _c_log_c(1.0 - c)
            found[f] = found[f] + (thermal * mixing + FORMATION * c) / OMEGA
            slope = FORMATION + thermal * (log(inside) - log(1.0 - inside))
            found[derivative_name(f, name)] = slope / OMEGA
            found[derivative_name(f, name, name)] = thermal / OMEGA / (inside * (1.0 - inside))
        return found


def _c_log_c(c: Any) -> Any:
    """c ln c, and its limit 0 for c <= 0."""
    positive = c > 0.0
    return where(positive, c * log(where(positive, c, 1.0)), 0.0)
