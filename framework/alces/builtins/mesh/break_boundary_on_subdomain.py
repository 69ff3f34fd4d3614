"""Boundaries cut where blocks meet."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, break_boundaries
from alces.params import STRINGS, Param


class BreakBoundaryOnSubdomainGenerator(MeshModifier):
    """Adds for each boundary and each block that it touches the boundary ``<boundary>_to_<block>``."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("boundaries", STRINGS, (), doc="the boundaries; default: all"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return break_boundaries(mesh, self.p.boundaries)
