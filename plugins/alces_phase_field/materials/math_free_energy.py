"""The double well of `MathEBFreeEnergy` under MOOSE's other name."""

from __future__ import annotations

from alces_phase_field.materials.math_eb_free_energy import MathEBFreeEnergy


class MathFreeEnergy(MathEBFreeEnergy):
    """``F = (1 + c)^2 (1 - c)^2 / 4``, with its derivatives by c. Same as MOOSE's MathFreeEnergy."""
