"""Numbers of phase-field problems."""
from __future__ import annotations

from alces_phase_field.postprocessors.element_material_quantile import ElementMaterialQuantile

OBJECTS: list[type] = [
    ElementMaterialQuantile,
]
