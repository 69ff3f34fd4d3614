"""Energy barriers of pairs of order parameters."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from alces.params import NAME, REALS, VARIABLES, Choice, Param

from alces_phase_field.derivative_material import DerivativeMaterial


class CrossTermBarrierFunctionMaterial(DerivativeMaterial):
    """``g = 16 sum_{i<j} W_ij eta_i^2 eta_j^2`` (SIMPLE) or ``16 sum_{i<j} W_ij eta_i eta_j`` (LOW).

    Provides g and its first and second derivatives. W_ij: barrier heights [energy/volume], a symmetric
    matrix with zeros on its diagonal. Source: B. Nestler, A. A. Wheeler, Phys. Rev. E 57 (1998) 2602. Same
    as MOOSE's.
    """

    order = 2
    parameters = (
        Param("etas", VARIABLES, doc="order parameters eta_i"),
        Param("W_ij", REALS, doc="matrix of barrier heights, row by row", unit="energy/volume"),
        Param("function_name", NAME, "g", doc="name of the property"),
        Param("g_order", Choice("SIMPLE", "LOW"), "SIMPLE", doc="polynomial"),
    )

    def setup(self) -> None:
        n = len(self.p.etas)
        if len(self.p.W_ij) != n * n:
            raise self.error("W_ij", f"has {len(self.p.W_ij)} entries; {n} order parameters need {n * n}")
        if any(self.p.W_ij[:: n + 1]):
            raise self.error("W_ij", "the entries on the diagonal must be zero")

    @property
    def property_name(self) -> str:
        return self.p.function_name

    def formula(self) -> str:
        n, power = len(self.p.etas), "^2" if self.p.g_order == "SIMPLE" else ""
        pairs = combinations(enumerate(self.p.etas), 2)
        terms = [f"({self.p.W_ij[n * i + j]!r})*{a}{power}*{b}{power}" for (i, a), (j, b) in pairs]
        return f"16*({'+'.join(terms) or 0})"

    def variables(self) -> Sequence[str]:
        return self.p.etas
