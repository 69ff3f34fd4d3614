"""Diffusivity of a polycrystal with voids."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from alces.ad import minimum, where
from alces.params import COUPLED, NAME, PROPERTY, REAL, Param
from alces.physics import Material, Points

from alces_phase_field.grains import GRAINS, grain_names


class PolycrystalDiffusivity(Material):
    """``D = w_b D_b h_m + w_v D_v h_v + 30 w_s D_s c^2 (1 - c)^2 + 18 w_gb D_gb sum_{i<j} eta_i^2 eta_j^2``.

    The parts are those of the solid, the void, the surface between them (c the phase of the void; its
    magnitude counts, at most 1) and the grain boundaries. Symbols: D diffusivities [length^2/time], w
    weights and h switching functions [1]. Source: K. Ahmed et al., J. Nucl. Mater. 446 (2014) 90. Same as
    MOOSE's, without the derivative properties: partials come by themselves.
    """

    parameters = (
        *GRAINS,
        Param("c", COUPLED, doc="phase of the void"),
        Param("Dbulk", REAL, 1.0, doc="diffusivity of the solid", unit="length^2/time"),
        Param("Dvoid", REAL, 1.0, doc="diffusivity of the void", unit="length^2/time"),
        Param("Dsurf", REAL, 1.0, doc="diffusivity of surfaces", unit="length^2/time"),
        Param("Dgb", REAL, 1.0, doc="diffusivity of grain boundaries", unit="length^2/time"),
        Param("bulk_weight", REAL, 1.0, doc="weight of the solid"),
        Param("void_weight", REAL, 1.0, doc="weight of the void"),
        Param("surf_weight", REAL, 1.0, doc="weight of surfaces"),
        Param("gb_weight", REAL, 1.0, doc="weight of grain boundaries"),
        Param("void_switch", PROPERTY, "hb", doc="switching function of the void"),
        Param("solid_switch", PROPERTY, "hm", doc="switching function of the solid"),
        Param("diffusivity", NAME, "D", doc="name of the property"),
    )

    def setup(self) -> None:
        self._etas = grain_names(self)

    def provides(self) -> Mapping[str, str]:
        return {self.p.diffusivity: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        p = self.p
        squares = [q.value(eta) ** 2 for eta in self._etas]
        c = q.value(p.c)
        c = minimum(where(c < 0.0, -c, c), 1.0)
        solid = p.bulk_weight * p.Dbulk * q.property(p.solid_switch)
        void = p.void_weight * p.Dvoid * q.property(p.void_switch)
        surfaces = 30.0 * p.surf_weight * p.Dsurf * (c * (1.0 - c)) ** 2
        boundaries = 18.0 * p.gb_weight * p.Dgb * sum((a * b for a, b in combinations(squares, 2)), 0.0)
        return {p.diffusivity: solid + void + surfaces + boundaries}
