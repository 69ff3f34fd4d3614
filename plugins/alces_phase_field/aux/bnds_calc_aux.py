"""Grain boundaries made visible."""

from __future__ import annotations

from typing import Any

from alces.physics import AuxKernel, Points

from alces_phase_field.grains import GRAINS, grain_names


class BndsCalcAux(AuxKernel):
    """``sum_i eta_i^2``: 1 in grains, smaller in boundaries.

    Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113. Same as MOOSE's BndsCalcAux.
    """

    nodal = True
    parameters = GRAINS

    def setup(self) -> None:
        self._names = grain_names(self)

    def value(self, q: Points) -> Any:
        return sum(q.value(name) * q.value(name) for name in self._names)
