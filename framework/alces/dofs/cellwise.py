"""Polynomials of each cell alone, not continuous from cell to cell."""
from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy

from alces.dofs.space import Space
from alces.fe import reference_cell
from alces.mesh import Mesh


@dataclass(frozen=True)
class CellwiseSpace(Space):
    """MONOMIAL: all powers of the reference coordinates up to the order, lower ones first: 1, xi, eta, xi^2,
    xi eta, eta^2, ... L2_LAGRANGE: the Lagrange functions of the cell.

    Attributes:
        components: unknowns of the cell that has most; unknown k of the others is the same component.
    """

    family: str = "MONOMIAL"
    components: int = 1  # type: ignore[misc]

    def n_local(self, cell_type: str) -> int:
        """See `Space.n_local`."""
        if self.family == "MONOMIAL":
            return len(_powers(reference_cell(cell_type).dim, self.degree))
        return len(self.element(cell_type).nodes)

    def tables(self, cell_type: str, xi: numpy.ndarray) -> list[numpy.ndarray]:
        """See `Space.tables`."""
        if self.family != "MONOMIAL":
            return self.lagrange_tables(cell_type, xi)
        powers = numpy.array(_powers(xi.shape[1], self.degree)).reshape(-1, xi.shape[1])
        out = [numpy.prod(xi[:, None, :] ** powers, axis=2)]
        for axis in range(xi.shape[1]):
            lowered = powers.copy()
            lowered[:, axis] = numpy.maximum(powers[:, axis] - 1, 0)
            out.append(numpy.prod(xi[:, None, :] ** lowered, axis=2) * powers[:, axis])
        return out


def cellwise_space(mesh: Mesh, family: str, order: str) -> CellwiseSpace:
    """The space on a mesh.

    Raises:
        ValueError: the mesh has no nodes for it (L2_LAGRANGE).
    """
    bare = CellwiseSpace(family, order)
    return CellwiseSpace(family, order, max(bare.n_local(b.cell_type) for b in mesh.blocks))


def _powers(dim: int, degree: int) -> list[tuple[int, ...]]:
    """Exponents, by total degree, and within it the first axes highest first, the last one lowest first."""
    found = []
    for total in range(degree + 1):
        chosen = [tuple(axes.count(k) for k in range(dim))
                  for axes in combinations_with_replacement(range(dim), total)]
        found += sorted(chosen, key=lambda powers: powers[::-1])
    return found
