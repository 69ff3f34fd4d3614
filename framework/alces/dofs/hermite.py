"""Hermite cubics: continuous gradients on lines and rectangles along the axes."""
from __future__ import annotations

from dataclasses import dataclass

import numpy

from alces.dofs.space import Space
from alces.fe import reference_cell
from alces.mesh import Mesh

_CELLS = {"EDGE2": 1, "QUAD4": 2}
_EQUAL = 1e-9


@dataclass(frozen=True)
class HermiteSpace(Space):
    """Value, slopes and (in 2-D) cross derivative at each node as unknowns; all cells have one size.

    Unknown k of a node is the derivative along those axes whose bit is set in k: u, u_x, u_y, u_xy.

    Attributes:
        size: length of the cells along each axis.
    """

    family: str = "HERMITE"
    order: str = "THIRD"
    size: tuple[float, ...] = ()

    @property
    def components(self) -> int:
        """Unknowns of a node."""
        return 2 ** len(self.size)

    @property
    def laplacian(self) -> LaplacianSpace:
        """The space of the Laplacians of this one, with the same unknowns."""
        return LaplacianSpace(of=self)

    def n_local(self, cell_type: str) -> int:
        """See `Space.n_local`."""
        return self.components * len(reference_cell(cell_type).nodes)

    def tables(self, cell_type: str, xi: numpy.ndarray) -> list[numpy.ndarray]:
        """See `Space.tables`."""
        orders = [(0,) * len(self.size), *(tuple(row) for row in numpy.eye(len(self.size), dtype=int))]
        return [self.table(cell_type, xi, order) for order in orders]

    def table(self, cell_type: str, xi: numpy.ndarray, derivatives: tuple[int, ...]) -> numpy.ndarray:
        """The basis (n, n_local) differentiated so many times along each reference axis."""
        if _CELLS.get(cell_type) != len(self.size):
            raise ValueError(f"family HERMITE needs EDGE2 or QUAD4 cells, but there are {cell_type}")
        columns = []
        for k in range(self.components):
            for vertex in reference_cell(cell_type).nodes:
                product = numpy.ones(len(xi))
                for axis, length in enumerate(self.size):
                    slope = bool(k >> axis & 1)
                    one = _cubic(xi[:, axis], float(vertex[axis]), slope, derivatives[axis])
                    product = product * one * (0.5 * length if slope else 1.0)
                columns.append(product)
        return numpy.stack(columns, axis=1)


@dataclass(frozen=True)
class LaplacianSpace(Space):
    """Laplacians of Hermite functions; what is the value here is the Laplacian there."""

    of: HermiteSpace = HermiteSpace()

    def tables(self, cell_type: str, xi: numpy.ndarray) -> list[numpy.ndarray]:
        """See `Space.tables`; only the first one means something."""
        total = numpy.zeros((len(xi), self.of.n_local(cell_type)))
        for axis, length in enumerate(self.of.size):
            twice = tuple(2 if i == axis else 0 for i in range(len(self.of.size)))
            total = total + self.of.table(cell_type, xi, twice) * (2.0 / length) ** 2
        return [total] + [numpy.zeros_like(total)] * len(self.of.size)


def hermite_space(mesh: Mesh) -> HermiteSpace:
    """The space on a mesh of equal cells along the axes.

    Raises:
        ValueError: the cells are others.
    """
    dim, sizes = mesh.dim, []
    for block in mesh.blocks:
        if _CELLS.get(block.cell_type) != dim:
            raise ValueError(f"family HERMITE needs EDGE2 or QUAD4 cells, but there are {block.cell_type}")
        if not len(block):
            continue
        corners = mesh.points[block.cells][:, :, :dim]
        size = numpy.ptp(corners, axis=1)
        expected = corners[:, :1] + 0.5 * (1.0 + reference_cell(block.cell_type).nodes) * size[:, None]
        if numpy.abs(corners - expected).max() > _EQUAL * size.max():
            raise ValueError("family HERMITE needs cells along the axes")
        sizes.append(size)
    every = numpy.concatenate([numpy.empty((0, dim)), *sizes])
    if not len(every):  # a part of a mesh without cells
        return HermiteSpace(size=(1.0,) * dim)
    if numpy.ptp(every, axis=0).max() > _EQUAL * every.max():
        raise ValueError("family HERMITE needs cells of equal size")
    return HermiteSpace(size=tuple(float(a) for a in every.mean(axis=0)))


def _cubic(x: numpy.ndarray, end: float, slope: bool, derivative: int) -> numpy.ndarray:
    """The cubic on [-1, 1] with value (or slope) one at `end`, and zero value and slope otherwise."""
    s = x * end  # mirrors the left end onto the right one
    if slope:
        whole = (-(1 + s) ** 2 * (1 - s) / 4, (1 + s) * (3 * s - 1) / 4, (6 * s + 2) / 4)
        return whole[derivative] * end ** (derivative + 1)
    whole = ((1 + s) ** 2 * (2 - s) / 4, 3 * (1 - s * s) / 4, -1.5 * s)
    return whole[derivative] * end**derivative
