"""Largest or smallest value of a material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import ElementPostprocessor, Points
from alces_core.postprocessors.extreme import VALUE_TYPE, measured, reduction


class ElementExtremeMaterialProperty(ElementPostprocessor):
    """Extreme value of a scalar property at the quadrature points."""

    parameters = (Param("mat_prop", PROPERTY, doc="the property"), VALUE_TYPE)

    def setup(self) -> None:
        self.reduction = reduction(self.p.value_type)

    def integrand(self, q: Points) -> Any:
        return measured(q.property(self.p.mat_prop), self.p.value_type)
