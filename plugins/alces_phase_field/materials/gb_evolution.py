"""Grain-growth parameters from grain-boundary energy and mobility."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import exp
from alces.params import COUPLED, REAL, Param
from alces.physics import Material, Points

EV_PER_J = 6.24150974e18
K_BOLTZMANN = 8.617343e-5  # eV/K


class GBEvolution(Material):
    """Parameters of the grain-growth model (`ACGrGrPoly`, `ACInterface`) in eV and the deck's units.

    With the width l of a boundary (in length units), its energy ``sigma`` and mobility
    ``M = GBmob0 exp(-Q / (k_B T))`` (or `GBMobility`): ``L = 4/3 M / l``, ``kappa_op = 3/4 sigma l``,
    ``gamma_asymm = 1.5``, ``mu = 3/4 sigma / (f0s l)``. Further properties: sigma, M_GB, l_GB, entropy_diff,
    molar_volume, act_wGB.

    Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113. Same as MOOSE's GBEvolution.
    """

    parameters = (
        Param("T", COUPLED, doc="temperature", unit="K"),
        Param("wGB", REAL, doc="width of the diffuse boundary", unit="length", range="wGB > 0"),
        Param("GBenergy", REAL, doc="energy of the boundary", unit="J/m^2", range="GBenergy > 0"),
        Param("GBmob0", REAL, 0.0, doc="mobility prefactor", unit="m^4/(J s)"),
        Param("Q", REAL, 0.0, doc="activation energy of the mobility", unit="eV"),
        Param("GBMobility", REAL, None, doc="mobility, instead of GBmob0 and Q", unit="m^4/(J s)"),
        Param("f0s", REAL, 0.125, doc="bulk energy of a boundary in units of mu", range="f0s > 0"),
        Param("length_scale", REAL, 1e-9, doc="unit of length", unit="m", range="length_scale > 0"),
        Param("time_scale", REAL, 1e-9, doc="unit of time", unit="s", range="time_scale > 0"),
        Param("molar_volume", REAL, 24.62e-6, doc="molar volume", unit="m^3/mol"),
    )

    def setup(self) -> None:
        if self.p.GBMobility is None and not (self.p.given("GBmob0") and self.p.given("Q")):
            raise self.error("GBmob0", "either 'GBMobility', or 'GBmob0' and 'Q' must be given")

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(("sigma", "M_GB", "kappa_op", "gamma_asymm", "L", "l_GB", "mu", "entropy_diff",
                              "molar_volume", "act_wGB"), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        p = self.p
        to_scale = p.time_scale / (EV_PER_J * p.length_scale**4)
        if p.GBMobility is not None:
            mobility: Any = p.GBMobility * to_scale
        else:
            mobility = p.GBmob0 * to_scale * exp(-p.Q / (K_BOLTZMANN * q.value(p.T)))
        sigma = p.GBenergy * EV_PER_J * p.length_scale**2
        return {
            "sigma": sigma, "M_GB": mobility, "l_GB": p.wGB,
            "L": 4.0 / 3.0 * mobility / p.wGB, "kappa_op": 0.75 * sigma * p.wGB, "gamma_asymm": 1.5,
            "mu": 0.75 * sigma / (p.f0s * p.wGB), "entropy_diff": 8.0e3 * EV_PER_J,
            "molar_volume": p.molar_volume / p.length_scale**3, "act_wGB": 0.5e-9 / p.length_scale,
        }
