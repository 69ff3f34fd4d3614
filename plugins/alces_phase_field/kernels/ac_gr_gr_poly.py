"""Grain growth with one interaction for all pairs of grains."""

from __future__ import annotations

from typing import Any

from alces_phase_field.kernels.grain_growth import GrainGrowthBulk


class ACGrGrPoly(GrainGrowthBulk):
    """See `GrainGrowthBulk`; gamma is the property ``gamma_asymm``. Same term as MOOSE's ACGrGrPoly."""

    def gammas(self) -> list[Any]:
        return ["gamma_asymm"] * len(self.p.v)
