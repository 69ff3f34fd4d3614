"""Small strain with spherical symmetry, step by step."""

from __future__ import annotations

from alces_mechanics.strain import IncrementalStrain, SphericalStrain


class ComputeRSphericalIncrementalStrain(IncrementalStrain, SphericalStrain):
    """Spherically symmetric small strain added up over the steps, see `ComputeRSphericalSmallStrain`."""
