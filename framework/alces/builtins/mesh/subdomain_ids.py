"""Blocks by numbers."""
from __future__ import annotations

from typing import ClassVar

import numpy

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, MeshError, with_subdomains
from alces.params import INTEGER, INTEGERS, Param


class SubdomainIDGenerator(MeshModifier):
    """Puts all cells into one block."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("subdomain_id", INTEGER, doc="number of the block"),)

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return with_subdomains(mesh, numpy.full(mesh.n_cells, self.p.subdomain_id))


class ElementSubdomainIDGenerator(MeshModifier):
    """Gives cells their blocks, one by one."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("subdomain_ids", INTEGERS, doc="number of the block of each cell"),
        Param("element_ids", INTEGERS, (), doc="the cells, from 0; default: all, in the order of the mesh"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        ids = numpy.array(self.p.subdomain_ids)
        cells = numpy.array(self.p.element_ids or range(mesh.n_cells))
        if len(ids) != len(cells):
            raise MeshError(f"subdomain_ids has {len(ids)} entries, but there are {len(cells)} cells")
        if cells.min() < 0 or cells.max() >= mesh.n_cells:
            raise MeshError(f"element_ids: the mesh has cells 0 to {mesh.n_cells - 1}")
        subdomains = mesh.cell_subdomains
        subdomains[cells] = ids
        return with_subdomains(mesh, subdomains)
