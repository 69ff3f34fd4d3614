"""Meshes from files."""
from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from alces.hit import did_you_mean
from alces.mesh import Mesh, MeshError, read_exodus, read_gmsh
from alces.params import FILE, Param
from alces.physics import MeshGenerator
from alces.run.mesh_finish import FINISH, finished

_SUFFIXES = (".e", ".exo", ".ex2", ".msh")


class FileMeshGenerator(MeshGenerator):
    """A mesh from an Exodus (.e, .exo, .ex2) or Gmsh (.msh) file; the path is relative to the deck."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("file", FILE, doc="the mesh file"),)

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        place = self.p.location_of("file")
        path = Path(self.p.file)
        if not path.is_absolute() and place is not None and place.file != "<command line>":
            path = Path(place.file).parent / path
        if not path.is_file():
            near = did_you_mean(
                path.name, [p.name for p in path.parent.glob("*") if p.suffix in _SUFFIXES]
            )
            raise MeshError(f"there is no mesh file '{path}'" + (f"; {near}" if near else ""))
        return read_gmsh(str(path)) if path.suffix == ".msh" else read_exodus(str(path))


class FileMesh(FileMeshGenerator):
    """The same as the only object of [Mesh]."""

    parameters: ClassVar[tuple[Param, ...]] = FINISH

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        return finished(super().generate(meshes), self.p)
