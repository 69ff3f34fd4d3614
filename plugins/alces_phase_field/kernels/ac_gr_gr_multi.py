"""Grain growth with an interaction for each pair of phases or grains."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTIES, Param

from alces_phase_field.kernels.grain_growth import GrainGrowthBulk
from alces_phase_field.lists import check_same_length


class ACGrGrMulti(GrainGrowthBulk):
    """See `GrainGrowthBulk`; one gamma for each entry of `v`. Same term as MOOSE's ACGrGrMulti.

    Source: also L. K. Aagesen et al., Phys. Rev. E 98 (2018) 023309.
    """

    parameters = (Param("gamma_names", PROPERTIES, doc="interaction with each entry of 'v', in its order"),)

    def setup(self) -> None:
        check_same_length(self, "v", "gamma_names")

    def gammas(self) -> list[Any]:
        return list(self.p.gamma_names)
