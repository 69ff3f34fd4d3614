"""Ohmic current."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import COUPLED, NAME, PROPERTY, REAL, Param
from alces.physics import Material, Points


class CurrentDensity(Material):
    """Conventional current density ``i = -sigma grad phi`` and its magnitude, times a unit factor.

    Positive charge moves towards lower potential. The magnitude has the property name followed by
    ``_magnitude``.

    sigma: conductivity; phi: potential; `scale` turns their units into the wanted ones.
    Source: G. S. Ohm, Die galvanische Kette, Berlin 1827.
    """

    parameters = (
        Param("property_name", NAME, "current_density", doc="name of the vector property"),
        Param("potential", COUPLED, doc="potential phi"),
        Param("conductivity", PROPERTY, "sigma", doc="conductivity sigma"),
        Param("scale", REAL, 1.0, doc="unit factor", range="scale > 0"),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "vector", self.p.property_name + "_magnitude": "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        factor = self.p.scale * q.property(self.p.conductivity)
        gradient = q.grad(self.p.potential)
        name = self.p.property_name
        return {name: gradient * (-factor), name + "_magnitude": gradient.norm() * factor}
