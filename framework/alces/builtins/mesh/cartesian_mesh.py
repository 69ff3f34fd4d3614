"""Structured meshes of blocks of different widths."""
from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from alces.mesh import Mesh, cartesian
from alces.params import INTEGER, INTEGERS, REALS, Param
from alces.physics import MeshGenerator


class CartesianMeshGenerator(MeshGenerator):
    """Blocks of given widths beside each other, each with its own number of cells and its own subdomain.

    Boundaries: left, right; with dim = 2 also bottom, top; with dim = 3 also back, front.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("dim", INTEGER, doc="1, 2 or 3", range="dim >= 1 & dim <= 3"),
        *(Param(f"d{a}", REALS, (), doc=f"widths of the blocks along {a}", unit="length") for a in "xyz"),
        *(Param(f"i{a}", INTEGERS, (), doc="cells across each of them; default: 1 each") for a in "xyz"),
        Param("subdomain_id", INTEGERS, (), doc="subdomain of each block, x running fastest; default: 0"),
    )

    def setup(self) -> None:
        for number, axis in enumerate("xyz"):
            if number < self.p.dim and not getattr(self.p, f"d{axis}"):
                raise self.error(f"d{axis}", f"is needed with dim = {self.p.dim}")
            for name in (f"d{axis}", f"i{axis}"):
                if number >= self.p.dim and getattr(self.p, name):
                    raise self.error(name, f"has no meaning with dim = {self.p.dim}")

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        axes = "xyz"[: self.p.dim]
        widths = [getattr(self.p, f"d{a}") for a in axes]
        cells = [getattr(self.p, f"i{a}") or (1,) * len(w) for a, w in zip(axes, widths, strict=True)]
        return cartesian(widths, cells, self.p.subdomain_id)
