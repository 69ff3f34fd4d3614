"""Meshes drawn out by one dimension."""
from __future__ import annotations

from typing import ClassVar

import numpy

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, extrude
from alces.params import INTEGER, INTEGERS, NAME, POINT, REALS, Kind, Param

_LAYERS = "num_layers >= 1 & num_layers <= 100000"


class MeshExtruderGenerator(MeshModifier):
    """Draws lines out to rectangles, and quadrilaterals to hexahedra, in layers of equal height."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("extrusion_vector", POINT, doc="from the first to the last level"),
        Param("num_layers", INTEGER, 1, doc="layers of cells", range=_LAYERS),
        Param("bottom_sideset", NAME, "", doc="boundary of the first level"),
        Param("top_sideset", NAME, "", doc="boundary of the last level"),
        Param("existing_subdomains", INTEGERS, (), doc="blocks that change with the layer"),
        Param("layers", INTEGERS, (), doc="layers, from 0, where they change; default: all"),
        Param("new_ids", INTEGERS, (), doc="the blocks they become, for one layer after the other"),
    )

    def setup(self) -> None:
        p = self.p
        layers = p.layers or tuple(range(p.num_layers))
        if len(p.new_ids) != (len(layers) * len(p.existing_subdomains)):
            raise self.error("new_ids", "needs an entry for each of the layers and existing_subdomains")
        if any(not 0 <= k < p.num_layers for k in layers):
            raise self.error("layers", f"must be from 0 to {p.num_layers - 1}")
        ids = numpy.reshape(p.new_ids, (len(layers), -1)).tolist()
        changed = dict(zip(layers, ids, strict=True))
        self._swaps = [dict(zip(p.existing_subdomains, changed.get(k, ()), strict=False))
                       for k in range(p.num_layers)]

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        levels = numpy.outer(numpy.arange(p.num_layers + 1) / p.num_layers, p.extrusion_vector)
        return extrude(mesh, levels, p.bottom_sideset, p.top_sideset, self._swaps)


def _swaps(text: str) -> tuple[dict[int, int], ...]:
    out = []
    for part in text.split(";"):
        ids = INTEGERS.parse(part)
        if len(ids) % 2:
            raise ValueError("swaps are pairs 'old new old new; ...', one group an elevation")
        out.append(dict(zip(ids[::2], ids[1::2], strict=True)))
    return tuple(out)


class AdvancedExtruderGenerator(MeshModifier):
    """Draws lines out to rectangles, and quadrilaterals to hexahedra, through several elevations."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("direction", POINT, doc="where to; its length has no meaning"),
        Param("heights", REALS, doc="heights of the elevations", unit="length", range="heights > 0"),
        Param("num_layers", INTEGERS, doc="layers of cells of each", range=_LAYERS),
        Param("biases", REALS, (), doc="height of a layer over that of the one below, for each elevation",
              range="biases > 0"),
        Param("bottom_boundary", NAME, "", doc="boundary of the first level"),
        Param("top_boundary", NAME, "", doc="boundary of the last level"),
        Param("subdomain_swaps", Kind("pairs of blocks 'old new old new; ...'", _swaps), (),
              doc="blocks that become others, for each elevation"),
    )

    def setup(self) -> None:
        p = self.p
        for name in ("num_layers", "biases", "subdomain_swaps"):
            if p.given(name) and len(getattr(p, name)) != len(p.heights):
                raise self.error(name, f"needs as many entries as heights, {len(p.heights)}")
        if not any(p.direction):
            raise self.error("direction", "must not be zero")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        thickness: list[float] = []
        swaps: list[dict[int, int]] = []
        for i, (height, n) in enumerate(zip(p.heights, p.num_layers, strict=True)):
            growth = (p.biases[i] if p.biases else 1.0) ** numpy.arange(n)
            thickness += (height * growth / growth.sum()).tolist()
            swaps += [p.subdomain_swaps[i] if p.subdomain_swaps else {}] * n
        direction = numpy.array(p.direction) / numpy.linalg.norm(p.direction)
        levels = numpy.outer(numpy.cumsum([0.0, *thickness]), direction)
        return extrude(mesh, levels, p.bottom_boundary, p.top_boundary, swaps)
