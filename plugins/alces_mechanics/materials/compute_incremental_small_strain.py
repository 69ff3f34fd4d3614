"""Small strain, step by step."""

from __future__ import annotations

from alces_mechanics.strain import IncrementalStrain


class ComputeIncrementalSmallStrain(IncrementalStrain):
    """Small strain added up over the steps.

    Provides `strain_increment` (mechanical) besides `total_strain` and `mechanical_strain`. Displacements
    that an initial condition sets cause no strain, because only their changes count.
    """
