"""Small strain in a plane, step by step."""

from __future__ import annotations

from alces_mechanics.strain import IncrementalStrain, PlaneStrain


class ComputePlaneIncrementalStrain(IncrementalStrain, PlaneStrain):
    """As ComputeIncrementalSmallStrain, with zero or given strain normal to a coordinate plane."""
