"""Grain boundaries of the initial state."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.physics import InitialCondition, Points

from alces_phase_field.grains import GRAINS, grain_names


class BndsCalcIC(InitialCondition):
    """``sum_i eta_i^2`` of the order parameters' initial values: 1 in grains, smaller in boundaries.

    Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113. Same as MOOSE's BndsCalcIC.
    """

    parameters = GRAINS

    def setup(self) -> None:
        self._names = grain_names(self)

    def reads(self) -> Sequence[str]:
        return self._names

    def value(self, q: Points) -> Any:
        return sum(q.value(name) * q.value(name) for name in self._names)
