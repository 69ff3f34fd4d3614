"""Common part of the free energies of gases."""
from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

from alces.params import COUPLED, INTEGER, NAME, REAL, VARIABLE, Param

from alces_phase_field.derivative_material import ENABLE_JIT, DerivativeMaterial


class GasFreeEnergy(DerivativeMaterial):
    """Free energy density of a gas of density ``n = c/omega``, and its derivatives by c and T.

    ``n_Q = (2 pi m k_B T/h^2)^(3/2)`` is the quantum concentration. Symbols: c atoms per site [1], omega
    volume of a site, m mass of an atom, T temperature [K], k_B Boltzmann's and h Planck's constant. The
    defaults are for energies in eV, lengths in Angstrom and masses in u. Source: C. Kittel, H. Kroemer,
    Thermal Physics (1980), ch. 3.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        ENABLE_JIT,
        Param("c", VARIABLE, doc="concentration"),
        Param("T", COUPLED, doc="temperature", unit="K"),
        Param("omega", REAL, doc="volume of a lattice site", unit="Angstrom^3", range="omega > 0"),
        Param("m", REAL, doc="mass of an atom", unit="u", range="m > 0"),
        Param("mass_unit_conversion", REAL, 1.0364271410595204e-28, doc="unit of mass",
              unit="eV s^2/Angstrom^2"),
        Param("h", REAL, 4.135667662e-15, doc="Planck's constant", unit="eV s", range="h > 0"),
        Param("kB", REAL, 8.6173303e-5, doc="Boltzmann's constant", unit="eV/K"),
        Param("derivative_order", INTEGER, 3, doc="largest order of derivatives",
              range="derivative_order >= 0"),
    )

    def setup(self) -> None:
        p = self.p
        self.order = p.derivative_order  # type: ignore[misc]
        mass = p.m * p.mass_unit_conversion
        self.density = f"({p.c}/{p.omega!r})"
        self.temperature = p.T if isinstance(p.T, str) else repr(p.T)
        self.quantum_density = f"(({2.0 * math.pi * mass * p.kB / p.h / p.h!r}*{self.temperature})^1.5)"
        self.thermal = f"({p.kB!r}*{self.temperature})"

    @property
    def property_name(self) -> str:
        return self.p.property_name

    def variables(self) -> Sequence[str]:
        return [self.p.c, *([self.p.T] if isinstance(self.p.T, str) else [])]
