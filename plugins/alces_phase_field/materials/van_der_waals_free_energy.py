"""Free energy of a Van der Waals gas."""
from __future__ import annotations

from alces.params import REAL, Param

from alces_phase_field.materials.gas_free_energy import GasFreeEnergy


class VanDerWaalsFreeEnergy(GasFreeEnergy):
    """``F = -n k_B T (1 + ln(n_Q (1/n - b))) - n^2 a``, see `GasFreeEnergy`.

    The logarithm continues as its Taylor series below `log_tol`, so that densities above 1/b have an energy
    too. Symbols: a attraction [energy length^3], b volume of an atom [length^3].
    Source: J. D. van der Waals, Doctoral thesis, Leiden (1873). Same as MOOSE's VanDerWaalsFreeEnergy.
    """

    parameters = (
        Param("a", REAL, doc="attraction a", unit="eV Angstrom^3"),
        Param("b", REAL, doc="volume b of an atom", unit="Angstrom^3"),
        Param("log_tol", REAL, 0.1, doc="argument below which the logarithm is its Taylor series",
              range="log_tol > 0"),
    )

    def formula(self) -> str:
        n, p = self.density, self.p
        argument = f"{self.quantum_density}*(1/{n}-({p.b!r}))"
        return f"-{n}*{self.thermal}*(plog({argument},{p.log_tol!r})+1)-{n}^2*({p.a!r})"
