"""Axisymmetric small strain that depends on the radius alone."""

from __future__ import annotations

from alces_mechanics.strain import AxisymmetricLineStrain


class ComputeAxisymmetric1DSmallStrain(AxisymmetricLineStrain):
    """Small strain of a 1-D problem with ``coord_type = RZ``: r = x, zero or given strain along the axis."""
