"""Free energy of a regular solution."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import Any

from alces import ad
from alces.expr import Expression, parse
from alces.params import COUPLED, INTEGER, NAME, REAL, VARIABLE, Param
from alces.physics import LazyProperties, Material, Points, derivative_name

from alces_phase_field.derivative_material import ENABLE_JIT


class RegularSolutionFreeEnergy(Material):
    """``F = omega c (1 - c) + kB T (c ln c + (1 - c) ln(1 - c))`` and its derivatives by c and T.

    Defined for 0 < c < 1 only, unless `log_tol` is given.
    Symbols: F energy per atom [eV], omega interaction energy [eV], kB Boltzmann's
    constant [eV/K], T temperature [K]. Source: J. H. Hildebrand, J. Am. Chem. Soc. 51 (1929) 66. Same as
    MOOSE's.
    """

    parameters = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        ENABLE_JIT,
        Param("c", VARIABLE, doc="concentration"),
        Param("T", COUPLED, 300.0, doc="temperature", unit="K"),
        Param("omega", REAL, 0.1, doc="interaction energy", unit="eV"),
        Param("kB", REAL, 8.6173324e-5, doc="Boltzmann's constant", unit="eV/K"),
        Param("derivative_order", INTEGER, 3, doc="largest order of derivatives",
              range="derivative_order >= 0 & derivative_order <= 6"),
        Param("log_tol", REAL, None, range="log_tol > 0",
              doc="below this argument, logarithms are replaced by their Taylor polynomials there"),
    )

    def setup(self) -> None:
        p = self.p
        log = "log({})" if p.log_tol is None else f"plog({{}},{p.log_tol!r})"
        mixing = f"c*{log.format('c')} + (1-c)*{log.format('1-c')}"
        energy = parse(f"omega*c*(1-c) + kB*T*({mixing})")
        symbols = {"c": p.c, **({"T": p.T} if isinstance(p.T, str) else {})}
        self._expressions: dict[str, Expression] = {}
        for order in range(p.derivative_order + 1):
            for by in combinations_with_replacement(sorted(symbols), order):
                expression = energy
                for symbol in by:
                    expression = expression.derivative(symbol)
                name = derivative_name(p.property_name, *(symbols[s] for s in by))
                self._expressions[name] = expression

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self._expressions, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        values = {"omega": self.p.omega, "kB": self.p.kB, "c": q.value(self.p.c), "T": q.value(self.p.T)}
        return LazyProperties(self._expressions, lambda name: self._expressions[name].evaluate(values, ad))
