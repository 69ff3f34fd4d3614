"""Small strain with spherical symmetry."""

from __future__ import annotations

from alces_mechanics.strain import SphericalStrain


class ComputeRSphericalSmallStrain(SphericalStrain):
    """Small strain of a 1-D problem with spherical symmetry (``Problem/coord_type = RSPHERICAL``)."""
