"""Step length that materials allow."""

from __future__ import annotations

from typing import Any

from alces.physics import ElementPostprocessor, Points


class MaterialTimeStepPostprocessor(ElementPostprocessor):
    """Smallest `material_timestep_limit`, the step length at which inelastic strain grows by
    `max_inelastic_increment` of the inelastic models [s]."""

    reduction = "minimum"

    def integrand(self, q: Points) -> Any:
        return q.property("material_timestep_limit")
