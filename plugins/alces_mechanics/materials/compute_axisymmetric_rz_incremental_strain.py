"""Axisymmetric small strain, step by step."""

from __future__ import annotations

from alces_mechanics.strain import AxisymmetricStrain, IncrementalStrain


class ComputeAxisymmetricRZIncrementalStrain(IncrementalStrain, AxisymmetricStrain):
    """Axisymmetric small strain added up over the steps, see `ComputeAxisymmetricRZSmallStrain`."""
