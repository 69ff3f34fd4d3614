"""The points at which point sources act, as domains."""
from __future__ import annotations

from collections.abc import Iterator

import numpy

from alces.assembly.domain import Domain, point_domain
from alces.assembly.locate import Locator
from alces.assembly.model import Model
from alces.physics import DiracKernel


def source_domains(model: Model) -> Iterator[tuple[Domain, list[DiracKernel]]]:
    """Domains of points of weight one, each with its source; points outside the mesh are left out.

    Raises:
        DeckError: a point is outside the mesh, and the source does not want that ignored.
    """
    locator = Locator(model.mesh) if model.dirac_kernels else None
    for kernel in model.dirac_kernels:
        points = list(kernel.points())
        groups: dict[tuple, list[int]] = {}
        for point in dict.fromkeys(points) if kernel.p.drop_duplicate_points else points:
            assert locator is not None
            place, outside = _place(model, locator, point)
            if outside and kernel.p.point_not_found_behavior == "ERROR":
                raise kernel.error("", f"the point {point} is outside the mesh")
            if place is not None:
                block, cell, xi = place
                groups.setdefault((block, tuple(xi.tolist())), []).append(cell)
        for (block, xi), cells in groups.items():
            yield point_domain(model.mesh, block, numpy.array(cells), numpy.array(xi)), [kernel]


def _place(
    model: Model, locator: Locator, point: tuple[float, float, float]
) -> tuple[tuple[int, int, numpy.ndarray] | None, bool]:
    """Block, cell and reference coordinates of a point, None if its cell is not here; whether it is nowhere.

    Every process that has the cell adds the point to it, as it does with all terms.
    """
    found, mesh = locator.find(point), model.mesh
    speaker = locator.speaker(model.ranks, point, found)
    if mesh.part is None:
        return found, speaker < 0
    claim = None
    if found is not None and speaker == model.ranks.rank:
        claim = (int(mesh.part.cells[mesh.block_offsets[found[0]] + found[1]]), found[2])
    chosen = next((c for c in model.ranks.everyone(claim) if c is not None), None)
    if chosen is None:
        return None, True
    here = numpy.flatnonzero(mesh.part.cells == chosen[0])
    if len(here) == 0:
        return None, False
    block = int(numpy.searchsorted(mesh.block_offsets, here[0], side="right")) - 1
    return (block, int(here[0] - mesh.block_offsets[block]), chosen[1]), False
