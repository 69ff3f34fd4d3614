"""A set of nodes by a formula."""
from __future__ import annotations

from typing import ClassVar

import numpy

from alces.builtins.mesh.formula import FORMULA, formula_of, holds
from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, MeshError, add_nodes, faces
from alces.params import BOOLEAN, NAME, STRINGS, Param


class ParsedGenerateNodeset(MeshModifier):
    """Names the nodes at which a formula of x, y and z is true."""

    parameters: ClassVar[tuple[Param, ...]] = (
        *FORMULA,
        Param("new_nodeset_name", NAME, doc="name or number of the node set"),
        Param("included_subdomains", STRINGS, (), doc="blocks whose nodes are looked at; default: all"),
        Param("included_boundaries", STRINGS, (), doc="boundaries whose nodes are looked at; default: all"),
        Param("excluded_boundaries", STRINGS, (), doc="boundaries whose nodes are left out"),
        Param("include_only_external_nodes", BOOLEAN, False, doc="only nodes on the surface of the mesh"),
    )

    def setup(self) -> None:
        self._formula = formula_of(self)

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        chosen = holds(self._formula, mesh.points).copy()
        if p.included_subdomains:
            wanted = [mesh.subdomain_id(name) for name in p.included_subdomains]
            cells = [b.cells.ravel() for b in mesh.blocks if b.subdomain in wanted]
            chosen &= _marked(mesh, numpy.concatenate(cells))
        if p.included_boundaries:
            nodes = [mesh.boundary_nodes(mesh.boundary_id(name)) for name in p.included_boundaries]
            chosen &= _marked(mesh, numpy.concatenate(nodes))
        for name in p.excluded_boundaries:
            chosen &= ~_marked(mesh, mesh.boundary_nodes(mesh.boundary_id(name)))
        if p.include_only_external_nodes:
            chosen &= _marked(mesh, mesh.side_nodes(faces(mesh).boundary))
        if not chosen.any():
            raise MeshError(f"node set '{p.new_nodeset_name}': no node fulfils the condition")
        return add_nodes(mesh, p.new_nodeset_name, numpy.flatnonzero(chosen))


def _marked(mesh: Mesh, nodes: numpy.ndarray) -> numpy.ndarray:
    out = numpy.zeros(mesh.n_nodes, dtype=bool)
    out[nodes] = True
    return out
