"""Structured meshes of lines, rectangles and boxes (MOOSE's GeneratedMesh)."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alces.mesh.budget import require_memory
from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.second_order import order_second
from alces.mesh.split import diagonal_triangles, pyramid_tetrahedra

_DEFAULT = {1: "EDGE2", 2: "QUAD4", 3: "HEX8"}
_ALIASES = {"EDGE": "EDGE2", "TRI": "TRI3", "QUAD": "QUAD4", "TET": "TET4", "HEX": "HEX8"}

_PIECES = {"TRI3": 2, "TET4": 24}  # cells that a rectangle or box is cut into

# Name and local side (0-based Exodus side of the EDGE, QUAD or HEX cell) of each boundary, by MOOSE's
# boundary id.
_BOUNDARIES: dict[int, tuple[tuple[str, int], ...]] = {
    1: (("left", 0), ("right", 1)),
    2: (("bottom", 0), ("right", 1), ("top", 2), ("left", 3)),
    3: (("back", 4), ("bottom", 0), ("right", 1), ("top", 2), ("left", 3), ("front", 5)),
}


def generated(
    dim: int,
    nx: int = 1,
    ny: int = 1,
    nz: int = 1,
    xmin: float = 0.0,
    xmax: float = 1.0,
    ymin: float = 0.0,
    ymax: float = 1.0,
    zmin: float = 0.0,
    zmax: float = 1.0,
    elem_type: str | None = None,
    bias_x: float = 1.0,
    bias_y: float = 1.0,
    bias_z: float = 1.0,
) -> Mesh:
    """A structured mesh with the boundary ids and names of MOOSE's GeneratedMesh and one subdomain, 0.

    nx, ny, nz: cells per direction; bias: ratio of the widths of neighbouring cells; elem_type: a cell type
    of this dimension, default EDGE2, QUAD4, HEX8. Every boundary is a side set and a node set of the same id
    and name. Triangles split each rectangle along the diagonal from its lower left corner; tetrahedra split
    each box into 24 around the centres of its faces and of the box (both as libMesh). Raises MeshError for an
    impossible request.
    """
    cell_type = _checked_type(dim, elem_type)
    directions = (
        ("x", nx, xmin, xmax, bias_x), ("y", ny, ymin, ymax, bias_y), ("z", nz, zmin, zmax, bias_z),
    )[:dim]  # fmt: skip
    pieces = _PIECES.get(reference_cell(cell_type).linear, 1)
    require_memory(pieces * math.prod(max(n, 0) for _, n, *_ in directions), cell_type)
    axes = [_axis(*direction) for direction in directions]
    mesh = tensor_mesh(dim, axes)
    cell = reference_cell(cell_type)
    if cell.is_simplex:
        mesh = diagonal_triangles(mesh) if dim == 2 else pyramid_tetrahedra(mesh)
    return order_second(mesh, full=cell.full == cell.name) if cell.order == 2 else mesh


def _checked_type(dim: int, elem_type: str | None) -> str:
    if dim not in _DEFAULT:
        raise MeshError(f"dim must be 1, 2 or 3, got {dim}")
    if elem_type is None:
        return _DEFAULT[dim]
    name = _ALIASES.get(elem_type.upper(), elem_type.upper())
    try:
        found = reference_cell(name)
    except KeyError as error:
        raise MeshError(f"elem_type: {error.args[0]}") from None
    if found.dim != dim:
        raise MeshError(f"elem_type {elem_type} has dimension {found.dim}, but dim = {dim}")
    return name


def _axis(name: str, n: int, low: float, high: float, bias: float) -> NDArray[np.float64]:
    """The n + 1 coordinates along one direction; cell widths grow by the factor `bias`."""
    if n < 1:
        raise MeshError(f"n{name} must be at least 1, got {n}")
    if not high > low:
        raise MeshError(f"{name}max = {high:g} must be larger than {name}min = {low:g}")
    if not bias > 0.0:
        raise MeshError(f"bias_{name} must be positive, got {bias:g}")
    if bias == 1.0:
        return low + (high - low) * (np.arange(n + 1) / n)  # rounded as libMesh rounds it: 12/20, not 12*0.05
    fraction = (1.0 - bias ** np.arange(n + 1)) / (1.0 - bias**n)
    fraction[-1] = 1.0
    return low + (high - low) * fraction


def tensor_mesh(dim: int, axes: list[NDArray[np.float64]]) -> Mesh:
    """EDGE2, QUAD4 or HEX8 mesh; nodes and cells are numbered with x running fastest."""
    grids = np.meshgrid(*axes, indexing="ij")
    points = np.zeros((grids[0].size, 3))
    for axis, grid in enumerate(grids):
        points[:, axis] = grid.ravel(order="F")
    counts = [len(axis) - 1 for axis in axes]
    strides = np.cumprod([1, *(n + 1 for n in counts[:-1])])
    index = np.meshgrid(*[np.arange(n) for n in counts], indexing="ij")
    origin = np.sum([i * s for i, s in zip(index, strides, strict=True)], axis=0).ravel(order="F")
    corners = reference_cell(_DEFAULT[dim]).nodes > 0
    cells = origin[:, None] + corners.astype(np.int64) @ strides
    names = {number: name for number, (name, _) in enumerate(_BOUNDARIES[dim])}
    mesh = Mesh(points, dim, [CellBlock(_DEFAULT[dim], 0, cells)], {}, _boundaries(dim, counts), names)
    nodesets = {number: mesh.side_nodes(sideset) for number, sideset in mesh.sidesets.items()}
    return replace(mesh, nodesets=nodesets, nodeset_names=dict(names))


def _boundaries(dim: int, counts: list[int]) -> dict[int, SideSet]:
    """Side sets of the outermost layers of cells."""
    cell = reference_cell(_DEFAULT[dim])
    cells = np.arange(np.prod(counts), dtype=np.int64).reshape(counts, order="F")
    out = {}
    for number, (_, side) in enumerate(_BOUNDARIES[dim]):
        outward = cell.nodes[list(cell.sides[side].nodes)].mean(axis=0)
        axis = int(np.argmax(np.abs(outward)))
        layer = np.take(cells, -1 if outward[axis] > 0 else 0, axis=axis).ravel(order="F")
        out[number] = SideSet(layer, np.full(len(layer), side, dtype=np.int64))
    return out
