"""Property of a two-phase polycrystal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import PROPERTY, Choice, Param
from alces.physics import Points, derivative_name

from alces_phase_field.materials.two_phase_mixture import TwoPhaseMixture


class GrainBoundaryMixture(TwoPhaseMixture):
    """``X = b X_GB + (1 - b) [h X_DE + (1 - h) X_SE]`` with a weight b of the grain boundary.

    ``gb_in_dendrite = literal``: ``b = h(beta)``, the grain boundary keeps its value even where metal fills
    it. ``metal_wins``: ``b = h(beta) (1 - h)``, so that metal in a grain boundary has the metal's value. With
    `eta` it also provides ``dX/d<eta>``. Source: Gao et al., Adv. Energy Mater. 14 (2024) 2304488, equations
    (21)-(24).
    """

    parameters = (
        Param("grain_boundary", PROPERTY, doc="X_GB, value in the grain boundary"),
        Param("gb_weight_name", PROPERTY, "h_beta", doc="weight h(beta) of the grain boundary"),
        Param(
            "gb_in_dendrite",
            Choice("literal", "metal_wins"),
            "literal",
            doc="value of a grain boundary filled with metal",
        ),
    )

    def properties(self, q: Points) -> Mapping[str, Any]:
        name, eta = self.p.property_name, self.p.eta
        h, boundary = q.property(self.p.h_name), q.property(self.p.grain_boundary)
        bulk = super().properties(q)
        literal = self.p.gb_in_dendrite == "literal"
        h_beta = q.property(self.p.gb_weight_name)
        b = h_beta if literal else h_beta * (1.0 - h)
        found = {name: b * boundary + (1.0 - b) * bulk[name]}
        if eta:
            derivative = derivative_name(name, eta)
            found[derivative] = (1.0 - b) * bulk[derivative]
            if not literal:
                found[derivative] = found[derivative] - q.property(self._slope) * h_beta * (
                    boundary - bulk[name]
                )
        return found
