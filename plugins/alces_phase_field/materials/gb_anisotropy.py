"""Grain-growth parameters from the energies and mobilities of all pairs of grains."""
from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from alces.ad import exp
from alces.params import BOOLEAN, COUPLED, FILE, REAL, Param
from alces.physics import Material, Points

from alces_phase_field.files import read_text
from alces_phase_field.grains import GRAINS, grain_names
from alces_phase_field.materials.gb_evolution import EV_PER_J, K_BOLTZMANN
from alces_phase_field.materials.grain_pairs import GrainPair, polynomial

_STEEP, _FLOOR = 1e5, 0.01
"""Weight of a pair: (steep eta_m^2 + floor)(steep eta_n^2 + floor), never zero."""


class GBAnisotropy(Material):
    """Parameters of the grain-growth model (`ACGrGrPoly`, `ACInterface`) for boundaries that differ.

    A file has two lines of title and then three matrices, one row for each order parameter: energies
    sigma_mn [J/m^2], mobility prefactors [m^4/(J s)] and activation energies Q_mn [eV] of the boundary of
    grains m and n; entries with m < n count. The properties kappa_op, gamma_asymm and L are means of the
    pairs' values with weights that are large where both order parameters are present: ``kappa_mn = a w
    sigma_mn``, ``L_mn = M_mn /(w a)``, gamma_mn and a see `GrainPair`; ``mu = 6 sigma/w`` with the middle
    sigma of the smallest and largest sigma_mn. Also provides entropy_diff, molar_volume, act_wGB.

    With `inclination_anisotropy`, in the plane, sigma and M change by factors ``1 + delta cos(4 phi)`` with
    phi the angle of the boundary's normal from ``pi n/(2 op_num)``.

    Symbols: w width of a boundary, T temperature [K], M mobility. Energies in eV, lengths and times in the
    deck's units. Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113, sec. IV. Same
    as MOOSE's GBAnisotropy.
    """

    parameters = (
        *GRAINS,
        Param("T", COUPLED, 300.0, doc="temperature", unit="K"),
        Param("wGB", REAL, doc="width of the diffuse boundary", unit="length", range="wGB > 0"),
        Param("Anisotropic_GB_file_name", FILE, doc="file of energies, prefactors and activation energies"),
        Param("inclination_anisotropy", BOOLEAN, doc="whether the normal of the boundary matters"),
        Param("delta_sigma", REAL, 0.1, doc="strength of the energy's dependence on the normal"),
        Param("delta_mob", REAL, 0.1, doc="strength of the mobility's dependence on the normal"),
        Param("length_scale", REAL, 1e-9, doc="unit of length", unit="m", range="length_scale > 0"),
        Param("time_scale", REAL, 1e-9, doc="unit of time", unit="s", range="time_scale > 0"),
        Param("molar_volume_value", REAL, 7.11e-6, doc="molar volume", unit="m^3/mol"),
    )

    def setup(self) -> None:
        self._etas = grain_names(self)
        if len(self._etas) < 2:
            raise self.error("op_num", "at least two order parameters are needed")
        energies, mobilities, activation = self._read()
        energy_unit = EV_PER_J * self.p.length_scale**2
        mobility_unit = self.p.time_scale / (EV_PER_J * self.p.length_scale**4)
        pairs = list(combinations(range(len(self._etas)), 2))
        sigma = {(m, n): energies[m][n] * energy_unit for m, n in pairs}
        self.mu = 3.0 * (min(sigma.values()) + max(sigma.values())) / self.p.wGB
        try:
            self.pairs = [
                GrainPair.of(m, n, sigma[m, n], mobilities[m][n] * mobility_unit, activation[m][n],
                             self.mu, self.p.wGB)
                for m, n in pairs
            ]
        except ValueError as error:
            raise self.error("Anisotropic_GB_file_name", str(error)) from None

    def _read(self) -> list[list[list[float]]]:
        n = len(self._etas)
        words = " ".join(read_text(self, "Anisotropic_GB_file_name").splitlines()[2:]).split()
        try:
            numbers = [float(word) for word in words]
        except ValueError:
            raise self.error("Anisotropic_GB_file_name", "needs numbers from its third line on") from None
        if len(numbers) < 3 * n * n:
            raise self.error("Anisotropic_GB_file_name", f"has {len(numbers)} numbers, needs 3 x {n} x {n}")
        rows = [numbers[n * i : n * (i + 1)] for i in range(3 * n)]
        return [rows[:n], rows[n : 2 * n], rows[2 * n :]]

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(("kappa_op", "gamma_asymm", "L", "mu", "molar_volume", "entropy_diff", "act_wGB",
                              "tgrad_corr_mult"), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        if self.p.inclination_anisotropy and q.dim == 3:
            raise self.error("inclination_anisotropy", "is for the plane only")
        thermal = K_BOLTZMANN * q.value(self.p.T)
        presence = [_STEEP * q.value(eta) ** 2 + _FLOOR for eta in self._etas]
        total: Any = 0.0
        kappa, gamma, mobility = total, total, total
        for pair in self.pairs:
            weight = presence[pair.m] * presence[pair.n]
            cosine = self._cosine(q, pair) if self.p.inclination_anisotropy else 0.0
            stiff = 1.0 + self.p.delta_sigma * cosine
            quick = pair.mobility * exp(-pair.activation / thermal) * (1.0 + self.p.delta_mob * cosine)
            total = total + weight
            kappa = kappa + pair.kappa * stiff * weight
            gamma = gamma + weight / polynomial(pair.g_squared * stiff)
            mobility = mobility + weight * quick / (self.p.wGB * pair.a)
        return {
            "kappa_op": kappa / total, "gamma_asymm": gamma / total, "L": mobility / total, "mu": self.mu,
            "molar_volume": self.p.molar_volume_value / self.p.length_scale**3,
            "entropy_diff": 9.5 * EV_PER_J, "act_wGB": 0.5e-9 / self.p.length_scale,
            "tgrad_corr_mult": 9.0 / 8.0 * self.mu,
        }

    def _cosine(self, q: Points, pair: GrainPair) -> Any:
        """cos(4 phi) of the normal of the boundary between two grains."""
        g = q.grad(self._etas[pair.m]) - q.grad(self._etas[pair.n])
        reference = math.pi * pair.n / len(self._etas)
        square = g[0] * g[0] + g[1] * g[1] + 1e-7  # smooth where there is no boundary
        aligned = math.cos(reference) * (g[0] * g[0] - g[1] * g[1])
        twisted = 2.0 * math.sin(reference) * (g[0] * g[1])
        double = (aligned + twisted) / square
        return 2.0 * double * double - 1.0
