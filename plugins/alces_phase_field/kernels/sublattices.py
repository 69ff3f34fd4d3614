"""Help for terms of the sublattice KKS model that sum over phases and their sublattices."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.params import COUPLEDS, INTEGERS, PROPERTIES, REALS, VARIABLES, Param
from alces.physics import Kernel, Points

from alces_phase_field.lists import check_same_length


class Sublattices(Kernel):
    """Phases j with sublattices k, of concentrations c_jk and site fractions a_jk.

    The site fractions of a phase are scaled so that they add up to 1. The sublattices of the first phase
    come first in `cs` and `as`, then those of the second, and so on.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("cs", COUPLEDS, doc="sublattice concentrations of all phases"),
        Param("as", REALS, doc="their site fractions, on any scale in a phase"),
        Param("ns", INTEGERS, doc="number of sublattices of each phase", range="ns > 0"),
        Param("h_names", PROPERTIES, doc="switching function of each phase"),
        Param("eta", VARIABLES, doc="order parameters"),
    )

    def setup(self) -> None:
        check_same_length(self, "ns", "h_names")
        check_same_length(self, "cs", "as")
        if sum(self.p.ns) != len(self.p.cs):
            raise self.error("ns", f"adds up to {sum(self.p.ns)}, but 'cs' has {len(self.p.cs)} entries")
        self.fractions: dict[str | float, float] = {}
        self._phases: list[list[tuple[str | float, float]]] = []
        start = 0
        for n in self.p.ns:
            weights = getattr(self.p, "as")[start : start + n]
            if sum(weights) <= 0.0:
                raise self.error("as", "the site fractions of a phase must add up to more than zero")
            pairs = zip(self.p.cs[start : start + n], weights, strict=True)
            phase = [(c, a / sum(weights)) for c, a in pairs]
            self._phases.append(phase)
            self.fractions.update(phase)
            start += n

    def sum_over_phases(self, q: Points, weights: list[str]) -> Any:
        """``sum_j w_j sum_k a_jk c_jk`` with a property w_j of each phase."""
        total: Any = 0.0
        for weight, phase in zip(weights, self._phases, strict=True):
            total = total + q.property(weight) * sum(q.value(c) * a for c, a in phase)
        return total
