"""Axisymmetric small strain."""

from __future__ import annotations

from alces_mechanics.strain import AxisymmetricStrain


class ComputeAxisymmetricRZSmallStrain(AxisymmetricStrain):
    """Small strain of an axisymmetric problem (``Problem/coord_type = RZ``): r = x, symmetry axis y."""
