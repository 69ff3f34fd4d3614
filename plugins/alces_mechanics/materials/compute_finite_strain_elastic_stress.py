"""Elastic stress added up over the steps, by the name that it has where strains may be finite."""

from __future__ import annotations

from alces_mechanics.materials.compute_strain_increment_based_stress import (
    ComputeStrainIncrementBasedStress,
)


class ComputeFiniteStrainElasticStress(ComputeStrainIncrementBasedStress):
    """`stress` = the sum of C : `strain_increment` over the steps, and extra stresses.

    With finite strains the sum would turn with the material as well; all strain materials here are small,
    their increments turn nothing.
    """
