"""Periodic conditions: nodes of opposite boundaries share their unknowns."""
from __future__ import annotations

from collections.abc import Sequence

import numpy

from alces.hit import DeckError, DeckErrors, did_you_mean
from alces.mesh import Mesh, Pairs
from alces.params import Values
from alces.run.references import mesh_hint

_PAIRS = {"x": ("left", "right"), "y": ("bottom", "top"), "z": ("back", "front")}


def merged_nodes(
    mesh: Mesh, conditions: Sequence[Values], variables: Sequence[str]
) -> dict[str, numpy.ndarray]:
    """Per periodic variable, for each node the node that carries its unknown.

    Raises:
        DeckErrors: the nodes of the two boundaries do not match.
    """
    out: dict[str, numpy.ndarray] = {}
    ties = mesh.part.ties if mesh.part is not None else [tied_nodes(mesh, p) for p in conditions]
    for p, (primary, secondary) in zip(conditions, ties, strict=True):
        for name in p.variable or variables:
            merge = out.setdefault(name, numpy.arange(mesh.n_nodes))
            merge[secondary] = primary
    for name, merge in out.items():
        while not numpy.array_equal(merge, merge[merge]):  # corners: follow the chain
            merge = merge[merge]
        out[name] = merge
    return out


def tied_nodes(mesh: Mesh, p: Values) -> Pairs:
    """Nodes of the primary boundaries of a periodic condition, and the secondary ones that they stand for.

    Raises:
        DeckErrors: the nodes of the two boundaries do not match.
    """
    from scipy.spatial import cKDTree  # takes longer to import than most decks to set up

    nodes: tuple[list, list] = ([numpy.empty(0, dtype=numpy.int64)], [numpy.empty(0, dtype=numpy.int64)])
    for primary, secondary, translation in _boundary_pairs(mesh, p):
        a, b = mesh.boundary_nodes(primary), mesh.boundary_nodes(secondary)
        distance, nearest = cKDTree(mesh.points[a]).query(mesh.points[b] - translation)
        size = float(numpy.ptp(mesh.points, axis=0).max())
        if len(a) != len(b) or distance.max() > 1e-8 * size:
            message = f"the nodes of the periodic boundaries {primary} and {secondary} do not match"
            raise DeckErrors([DeckError(message, p.location_of())])
        nodes[0].append(a[nearest])
        nodes[1].append(b)
    return numpy.concatenate(nodes[0]), numpy.concatenate(nodes[1])


def check_periodic(p: Values, mesh: Mesh | None, variables: Sequence[str]) -> list[DeckError]:
    """Names in a periodic condition that refer to nothing."""
    errors = []
    for name in p.variable:
        if name not in variables:
            hint = did_you_mean(name, variables) or "known variables: " + ", ".join(variables)
            message = f"Unknown variable '{name}' in a periodic condition"
            errors.append(DeckError(message, p.location_of("variable"), hint))
    wanted = [("auto_direction", name) for axis in p.auto_direction for name in _PAIRS[axis]]
    wanted += [(name, getattr(p, name)) for name in ("primary", "secondary") if p.primary or p.secondary]
    if not wanted:
        errors.append(DeckError("the periodic condition has neither auto_direction nor primary and secondary",
                                p.location_of()))
    for parameter, name in wanted:
        if mesh is None:
            continue
        try:
            mesh.boundary_id(name)
        except KeyError as error:
            hint = mesh_hint(mesh, "boundary", name)
            errors.append(DeckError(str(error.args[0]), p.location_of(parameter), hint))
    return errors


def _boundary_pairs(mesh: Mesh, p: Values) -> list[tuple[int, int, numpy.ndarray]]:
    pairs = []
    for axis in p.auto_direction:
        i = "xyz".index(axis)
        shift = numpy.zeros(3)
        shift[i] = numpy.ptp(mesh.points[:, i])
        low, high = (mesh.boundary_id(name) for name in _PAIRS[axis])
        pairs.append((low, high, shift))
    if p.primary:
        pairs.append((mesh.boundary_id(p.primary), mesh.boundary_id(p.secondary), numpy.array(p.translation)))
    return pairs
