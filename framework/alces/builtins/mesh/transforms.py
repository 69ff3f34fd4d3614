"""Meshes moved, turned and scaled."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, transform
from alces.params import POINT, Choice, Param

_WITHOUT_VECTOR = ("TRANSLATE_CENTER_ORIGIN", "TRANSLATE_MIN_ORIGIN")


class TransformGenerator(MeshModifier):
    """Moves, turns or scales the mesh.

    TRANSLATE and SCALE take a vector, ROTATE three angles in degrees: about z, then about the x axis, then
    about the z axis, all fixed in space (ROTATE_EXT: the same turns, last one first). TRANSLATE_CENTER_ORIGIN
    and TRANSLATE_MIN_ORIGIN bring the middle and the lower corner of the mesh to the origin.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("transform", Choice("TRANSLATE", "SCALE", "ROTATE", "ROTATE_EXT", *_WITHOUT_VECTOR),
              doc="what is done"),
        Param("vector_value", POINT, None, doc="displacement, factors or angles in degrees"),
    )

    def setup(self) -> None:
        if self.p.vector_value is None and self.p.transform not in _WITHOUT_VECTOR:
            raise self.error("vector_value", f"is needed with transform = {self.p.transform}")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return transform(mesh, self.p.transform, self.p.vector_value or (0.0, 0.0, 0.0))
