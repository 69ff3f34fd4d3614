"""Small strain in a plane."""

from __future__ import annotations

from alces_mechanics.strain import PlaneStrain


class ComputePlaneSmallStrain(PlaneStrain):
    """Small strain with zero or given strain normal to a coordinate plane."""
