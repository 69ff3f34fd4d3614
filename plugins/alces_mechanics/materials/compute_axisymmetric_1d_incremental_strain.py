"""Axisymmetric small strain that depends on the radius alone, step by step."""

from __future__ import annotations

from alces_mechanics.strain import AxisymmetricLineStrain, IncrementalStrain


class ComputeAxisymmetric1DIncrementalStrain(IncrementalStrain, AxisymmetricLineStrain):
    """Axisymmetric small strain added up over the steps, see `ComputeAxisymmetric1DSmallStrain`."""
