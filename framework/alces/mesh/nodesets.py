"""Node sets from node numbers, coordinates and boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from alces.mesh.boundaries import add_nodes
from alces.mesh.box import in_box
from alces.mesh.errors import MeshError
from alces.mesh.mesh import Mesh


def extra_nodeset(
    mesh: Mesh,
    new_boundary: Iterable[str | int],
    nodes: Sequence[int] = (),
    coordinates: Sequence[Sequence[float]] = (),
    tolerance: float = 1e-6,
) -> Mesh:
    """Add nodes, given by number (0-based) or by coordinates, to each of the node sets `new_boundary`.

    coordinates: points with 1 to 3 components, missing ones are 0; the nearest node must be within
    `tolerance`. Raises MeshError for a number out of range, a point without a node, or when nothing is given.
    """
    if not len(nodes) and not len(coordinates):
        raise MeshError("extra node set: give nodes or coordinates")
    chosen = [_checked(mesh, node) for node in nodes]
    chosen += [_nearest(mesh, point, tolerance) for point in coordinates]
    for name in new_boundary:
        mesh = add_nodes(mesh, name, chosen)
    return mesh


def bounding_box_nodeset(
    mesh: Mesh,
    new_boundary: str | int,
    bottom_left: Sequence[float],
    top_right: Sequence[float],
    location: str = "INSIDE",
) -> Mesh:
    """Add the nodes inside (edges included) or outside a box to a node set. Raises MeshError if none are."""
    nodes = np.flatnonzero(in_box(mesh.points, bottom_left, top_right, location))
    if len(nodes) == 0:
        raise MeshError(f"node set '{new_boundary}': no node is {location.lower()} the box")
    return add_nodes(mesh, new_boundary, nodes)


def _checked(mesh: Mesh, node: int) -> int:
    if not 0 <= node < mesh.n_nodes:
        raise MeshError(f"extra node set: no node {node}, the mesh has nodes 0 to {mesh.n_nodes - 1}")
    return int(node)


def _nearest(mesh: Mesh, point: Sequence[float], tolerance: float) -> int:
    if not 1 <= len(point) <= 3:
        raise MeshError(f"extra node set: a point has 1 to 3 coordinates, got {len(point)}")
    full = np.zeros(3)
    full[: len(point)] = point
    distance = np.linalg.norm(mesh.points - full, axis=1)
    node = int(np.argmin(distance))
    if distance[node] > tolerance:
        raise MeshError(
            f"extra node set: no node within {tolerance:g} of {full.tolist()}; "
            f"the nearest is {mesh.points[node].tolist()}"
        )
    return node
