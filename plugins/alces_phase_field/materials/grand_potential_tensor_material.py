"""Mobilities of the grand-potential model of sintering."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from alces.ad import Tensor, Vector, exp, identity, outer, sqrt, where
from alces.params import COUPLED, NAME, PROPERTY, REAL, Param
from alces.physics import Material, Points

from alces_phase_field.grains import GRAINS, grain_names

K_BOLTZMANN = 8.617343e-5  # eV/K
SMALL = 1e-20
"""Squared gradients below this have no direction."""


class GrandPotentialTensorMaterial(Material):
    """Diffusivity tensor D, mobility tensor chi D and mobilities L, L_v of order parameters.

    ``D = D_0 exp(-E_m/(k_B T)) [i_b I + 2 i_gb sum_{i<j} eta_i eta_j (I - n_ij n_ij) + i_s c^2 (1 - c)^2 (I
    - n n)]``: bulk diffusion in all directions, that of grain boundaries and surfaces in their plane. n is
    the direction of grad c, n_ij that of ``grad eta_i - grad eta_j``, or zero where there is none. ``L = 4/3
    M/l`` with ``M = GBmob0 exp(-Q/(k_B T))`` or `GBMobility`, and ``L_v = 40 L``. Also provides the
    Frobenius norm of chi D under the name ``<f_name>_mag``.

    Symbols: D [length^2/time], chi susceptibility [1/(energy volume)], E_m, Q [eV], T [K], l width of
    interfaces, M mobility of boundaries [length^4/(energy time)], c phase of the void, eta_i order
    parameters of the grains. Source: I. Greenquist et al., Comput. Mater. Sci. 172 (2020) 109288. Same as
    MOOSE's, without the derivative properties: partials come by themselves.
    """

    parameters = (
        *GRAINS,
        Param("c", COUPLED, doc="phase of the void"),
        Param("T", COUPLED, doc="temperature", unit="K"),
        Param("D0", REAL, doc="prefactor of the diffusivity", unit="length^2/time"),
        Param("Em", REAL, doc="migration energy of vacancies", unit="eV"),
        Param("bulkindex", REAL, 1.0, doc="weight i_b of the bulk"),
        Param("gbindex", REAL, 1.0, doc="weight i_gb of grain boundaries"),
        Param("surfindex", REAL, 1.0, doc="weight i_s of surfaces"),
        Param("diffusivity_name", NAME, "D", doc="name of the property D"),
        Param("f_name", NAME, "chiD", doc="name of the property chi D"),
        Param("chi", PROPERTY, doc="susceptibility chi"),
        Param("int_width", REAL, doc="width l of interfaces", unit="length", range="int_width > 0"),
        Param("GBmob0", REAL, 0.0, doc="prefactor of the boundaries' mobility",
              unit="length^4/(energy time)"),
        Param("Q", REAL, doc="activation energy of the boundaries' mobility", unit="eV"),
        Param("GBMobility", REAL, -1.0,
              doc="mobility of boundaries if not negative, instead of GBmob0 and Q"),
        Param("surface_energy", PROPERTY, doc="energy of surfaces; has no effect, as in MOOSE"),
        Param("solid_mobility", NAME, "L", doc="name of the property L"),
        Param("void_mobility", NAME, "Lv", doc="name of the property L_v"),
    )

    def setup(self) -> None:
        self._etas = grain_names(self)

    def provides(self) -> Mapping[str, str]:
        p = self.p
        tensors = {p.diffusivity_name: "tensor", p.f_name: "tensor"}
        return {**tensors, f"{p.f_name}_mag": "scalar", p.solid_mobility: "scalar", p.void_mobility: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        p = self.p
        temperature = q.value(p.T)
        diffusivity = self._directions(q) * (p.D0 * exp(-p.Em / (K_BOLTZMANN * temperature)))
        mobility = diffusivity * q.property(p.chi)
        boundary = p.GBMobility if p.GBMobility >= 0.0 else p.GBmob0 * exp(-p.Q / (K_BOLTZMANN * temperature))
        order_parameters = 4.0 / 3.0 * boundary / p.int_width
        return {
            p.diffusivity_name: diffusivity, p.f_name: mobility, f"{p.f_name}_mag": mobility.norm(),
            p.solid_mobility: order_parameters, p.void_mobility: 40.0 * order_parameters,
        }

    def _directions(self, q: Points) -> Tensor:
        c = q.value(self.p.c)
        total = identity * self.p.bulkindex + _along(q.grad(self.p.c)) * (
            self.p.surfindex * (c * (1.0 - c)) ** 2)
        for a, b in combinations(self._etas, 2):
            weight = 2.0 * self.p.gbindex * q.value(a) * q.value(b)
            total = total + _along(q.grad(a) - q.grad(b)) * weight
        return total


def _along(gradient: Vector) -> Tensor:
    """Projection on the plane that a gradient is normal to; the identity where there is no gradient."""
    square = gradient.dot(gradient)
    small = square <= SMALL
    n = gradient * where(small, 0.0, 1.0 / sqrt(where(small, 1.0, square)))
    return identity - outer(n, n)
