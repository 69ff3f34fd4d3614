"""Auxiliary kernels that integrate over each cell."""
from __future__ import annotations

from collections.abc import Callable

import numpy

from alces.assembly import System
from alces.assembly.domain import Domain
from alces.assembly.points import CellPoints
from alces.assembly.sweep import at_points, weights
from alces.physics import AuxKernel


class CellIntegrals:
    """Integrates a kernel over each cell (or side) into its elemental variable; a consumer of `sweep`.

    Raises:
        DeckError: the variable is not constant in each cell.
    """

    def __init__(self, system: System, kernel: AuxKernel, wants: Callable[[Domain], bool]):
        self.kernel, self._wants = kernel, wants
        self.dofmap = system.model.auxiliaries
        self.index = self.dofmap.index[kernel.p.variable]
        space = self.dofmap.layouts[self.index].space
        if space.nodal or space.degree > 0:
            raise kernel.error("variable", f"'{kernel.p.variable}' must have one value for each cell",
                               hint="family = MONOMIAL, order = CONSTANT")
        self._dofs: list[numpy.ndarray] = []
        self._totals: list[numpy.ndarray] = []

    def wants(self, domain: Domain) -> bool:
        return self.dofmap.cell_dofs(self.index, domain.block) is not None and self._wants(domain)

    def take(self, q: CellPoints) -> None:
        table = self.dofmap.cell_dofs(self.index, q.domain.block)
        assert table is not None
        self._dofs.append(q.domain.take(table, q.part).ravel())
        self._totals.append((at_points(self.kernel.value(q), q) * weights(q)).sum(axis=1))

    def store(self, vector: numpy.ndarray) -> None:
        """Write the integrals into a vector of auxiliary variables."""
        for dofs, totals in zip(self._dofs, self._totals, strict=True):
            vector[dofs] = self.kernel.finish(totals)
