"""Phase-field parameters of voids from vacancy data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import exp
from alces.params import COUPLED, REAL, Choice, Param
from alces.physics import Material, Points

from alces_phase_field.materials.gb_evolution import EV_PER_J, K_BOLTZMANN

# Per order: integral of sqrt(F/W) over the interface; curvature d^2F/dc^2 / W at the equilibrium
# concentration, as factor, constant, and coefficient of a (1 - a).
_WELLS = {
    "4": (2.0 / 3.0, 32.0, 1.0, 2.0),
    "6": (3.0**1.5 / 16.0, 128.0, 0.75, 4.5),
    "8": (0.835510425, 512.0, 0.375, 3.75),
}


class PFParamsPolyFreeEnergy(Material):
    """Parameters of the Cahn-Hilliard equation with `PolynomialFreeEnergy`, in eV and the deck's units.

    With the surface energy s, the width l of the interface and K, C of the polynomial: ``kappa = s l / K``,
    ``barr_height = s / (2 l K)``, ``c_eq = exp(-E_f / k_B T)``, ``D = D0 exp(-E_m / k_B T)`` and
    ``M = K D l / (C s)``, so that M d^2F/dc^2 is D at equilibrium. Also Qstar = -4 eV.
    Source: P. C. Millett et al., Comput. Mater. Sci. 50 (2011) 949. Same as MOOSE's PFParamsPolyFreeEnergy.
    """

    parameters = (
        Param("c", COUPLED, doc="vacancy concentration"),
        Param("T", COUPLED, doc="temperature", unit="K"),
        Param("int_width", REAL, doc="width of the interface", unit="length", range="int_width > 0"),
        Param("polynomial_order", Choice("4", "6", "8"), doc="order of the polynomial"),
        Param("D0", REAL, doc="prefactor of the diffusivity", unit="m^2/s"),
        Param("Em", REAL, doc="migration energy", unit="eV"),
        Param("Ef", REAL, doc="formation energy", unit="eV"),
        Param("surface_energy", REAL, doc="surface energy", unit="J/m^2", range="surface_energy > 0"),
        Param("length_scale", REAL, 1e-9, doc="unit of length", unit="m", range="length_scale > 0"),
        Param("time_scale", REAL, 1e-9, doc="unit of time", unit="s", range="time_scale > 0"),
    )

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(("M", "kappa", "c_eq", "barr_height", "Qstar", "D"), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        p = self.p
        area, factor, constant, slope = _WELLS[p.polynomial_order]
        thermal = K_BOLTZMANN * q.value(p.T)
        c_eq = exp(-p.Ef / thermal)
        diffusivity = p.D0 * p.time_scale / p.length_scale**2 * exp(-p.Em / thermal)
        energy = p.surface_energy * EV_PER_J * p.length_scale**2
        curvature = factor * (constant + slope * c_eq * (1.0 - c_eq))
        return {
            "c_eq": c_eq, "D": diffusivity, "kappa": energy * p.int_width / area,
            "barr_height": energy / (2.0 * p.int_width * area), "Qstar": -4.0,
            "M": area * diffusivity * p.int_width / (curvature * energy),
        }
