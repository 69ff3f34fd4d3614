"""A block by a formula."""
from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy

from alces.builtins.mesh.formula import FORMULA, formula_of, holds
from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, centroids, with_subdomains
from alces.params import INTEGER, STRING, STRINGS, Param


class ParsedSubdomainMeshGenerator(MeshModifier):
    """Puts the cells at whose centre (the vertices' mean) a formula of x, y and z is true into a block."""

    parameters: ClassVar[tuple[Param, ...]] = (
        *FORMULA,
        Param("block_id", INTEGER, doc="number of the block"),
        Param("block_name", STRING, "", doc="its name"),
        Param("excluded_subdomains", STRINGS, (), doc="blocks whose cells stay where they are",
              aliases=("excluded_subdomain_ids",)),
    )

    def setup(self) -> None:
        self._formula = formula_of(self)

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p, old = self.p, mesh.cell_subdomains
        chosen = holds(self._formula, centroids(mesh))
        chosen = chosen & ~numpy.isin(old, [mesh.subdomain_id(name) for name in p.excluded_subdomains])
        changed = with_subdomains(mesh, numpy.where(chosen, p.block_id, old))
        if not p.block_name:
            return changed
        return replace(changed, subdomain_names={**changed.subdomain_names, p.block_id: p.block_name})
