"""Periodic conditions: nodes of opposite boundaries share their unknowns."""
from __future__ import annotations

from collections.abc import Sequence

import numpy
from scipy.spatial import cKDTree

from alces.hit import DeckError, DeckErrors
from alces.mesh import Mesh
from alces.params import Values

_PAIRS = {"x": ("left", "right"), "y": ("bottom", "top"), "z": ("back", "front")}


def merged_nodes(
    mesh: Mesh, conditions: Sequence[Values], variables: Sequence[str]
) -> dict[str, numpy.ndarray]:
    """Per periodic variable, for each node the node that carries its unknown.

    Raises:
        DeckErrors: the nodes of the two boundaries do not match.
    """
    out: dict[str, numpy.ndarray] = {}
    for p in conditions:
        for primary, secondary, translation in _boundary_pairs(mesh, p):
            a, b = mesh.boundary_nodes(primary), mesh.boundary_nodes(secondary)
            target = mesh.points[b] - translation
            distance, nearest = cKDTree(mesh.points[a]).query(target)
            size = float(numpy.ptp(mesh.points, axis=0).max())
            if len(a) != len(b) or distance.max() > 1e-8 * size:
                raise DeckErrors(
                    [
                        DeckError(
                            f"the nodes of the periodic boundaries {primary} and {secondary} do not match",
                            p.location_of(),
                        )
                    ]
                )
            for name in p.variable or variables:
                merge = out.setdefault(name, numpy.arange(mesh.n_nodes))
                merge[b] = a[nearest]
    for name, merge in out.items():
        while not numpy.array_equal(merge, merge[merge]):  # corners: follow the chain
            merge = merge[merge]
        out[name] = merge
    return out


def _boundary_pairs(mesh: Mesh, p: Values) -> list[tuple[int, int, numpy.ndarray]]:
    pairs = []
    for axis in p.auto_direction.split():
        if axis not in _PAIRS:
            raise DeckErrors(
                [DeckError(f"unknown axis '{axis}'", p.location_of("auto_direction"), "allowed: x y z")]
            )
        shift = numpy.zeros(3)
        i = "xyz".index(axis)
        shift[i] = numpy.ptp(mesh.points[:, i])
        low, high = (mesh.boundary_id(name) for name in _PAIRS[axis])
        pairs.append((low, high, shift))
    if p.primary or p.secondary:
        try:
            a, b = mesh.boundary_id(p.primary), mesh.boundary_id(p.secondary)
        except KeyError as error:
            raise DeckErrors([DeckError(str(error.args[0]), p.location_of("primary"))]) from None
        shift = numpy.array([float(w) for w in (p.translation.split() + ["0"] * 3)[:3]])
        pairs.append((a, b, shift))
    return pairs
