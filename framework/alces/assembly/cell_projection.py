"""Projection on variables that are polynomials in each cell."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy

from alces.assembly.domain import Domain
from alces.assembly.points import CellPoints
from alces.assembly.sweep import Project, at_points, weights
from alces.assembly.system import System


class ProjectCells:
    """The polynomial of each cell that is nearest in L2: ``(phi_i, sum_j c_j phi_j - f) = 0``.

    On sides, which do not tell all coefficients, the smallest ones that fit.
    """

    def __init__(self, system: System, variable: str, function: Callable[[CellPoints], Any],
                 wants: Callable[[Domain], bool]):
        model = system.model
        self.dofmap = model.unknowns if variable in model.unknowns.index else model.auxiliaries
        self.index = self.dofmap.index[variable]
        self.space = self.dofmap.layouts[self.index].space
        self.function, self._wants = function, wants
        self._mass: dict[int, numpy.ndarray] = {}
        self._right: dict[int, numpy.ndarray] = {}
        self._on_sides = False

    def wants(self, domain: Domain) -> bool:
        return self.dofmap.cell_dofs(self.index, domain.block) is not None and self._wants(domain)

    def take(self, q: CellPoints) -> None:
        table = self.dofmap.cell_dofs(self.index, q.domain.block)
        assert table is not None
        (cells, n), block = table.shape, q.domain.block
        if block not in self._mass:
            self._mass[block], self._right[block] = numpy.zeros((cells, n, n)), numpy.zeros((cells, n))
        jxw, shape = weights(q), q.domain.tables(self.space)[0]
        rows = q.domain.take(numpy.arange(cells), q.part)
        products = (shape[:, :, None] * shape[:, None, :]).reshape(len(shape), n * n)
        self._mass[block][rows] += (jxw @ products).reshape(-1, n, n)
        self._right[block][rows] += (at_points(self.function(q), q) * jxw) @ shape
        self._on_sides |= q.domain.boundary is not None

    def store(self, vector: numpy.ndarray) -> None:
        """Write the coefficients into a vector of the variable's kind."""
        for block, mass in self._mass.items():
            touched = mass[:, 0, 0] > 0.0  # some function is not zero where it was seen
            right = self._right[block][touched, :, None]
            if self._on_sides:
                found = numpy.linalg.pinv(mass[touched], rcond=1e-12, hermitian=True) @ right
            else:
                found = numpy.linalg.solve(mass[touched], right)
            table = self.dofmap.cell_dofs(self.index, block)
            assert table is not None
            vector[table[touched]] = found[:, :, 0]


def projection(system: System, variable: str, function: Callable[[CellPoints], Any],
               wants: Callable[[Domain], bool]) -> Project | ProjectCells:
    """The projection that goes with the variable's space."""
    model = system.model
    dofmap = model.unknowns if variable in model.unknowns.index else model.auxiliaries
    space = dofmap.layouts[dofmap.index[variable]].space
    several = not space.nodal and space.components > 1
    return (ProjectCells if several else Project)(system, variable, function, wants)
