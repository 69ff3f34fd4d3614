"""Free energy of an ideal gas."""
from __future__ import annotations

from alces_phase_field.materials.gas_free_energy import GasFreeEnergy


class IdealGasFreeEnergy(GasFreeEnergy):
    """``F = -n k_B T (1 + ln(n_Q/n))``, see `GasFreeEnergy`. Same as MOOSE's IdealGasFreeEnergy."""

    def formula(self) -> str:
        n = self.density
        return f"-{n}*{self.thermal}*(1+log({self.quantum_density}/{n}))"
