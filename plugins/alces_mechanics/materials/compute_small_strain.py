"""Small strain."""

from __future__ import annotations

from alces_mechanics.strain import StrainMaterial


class ComputeSmallStrain(StrainMaterial):
    """`total_strain` = (grad u + grad u^T)/2 and `mechanical_strain` = total minus eigenstrains.

    With two displacements this is plane strain, with one uniaxial strain.
    """
