"""Reader for Exodus II files (netCDF)."""

from __future__ import annotations

import os
import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alces.mesh.cell_tables import CELL_TABLE
from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, IntArray, Mesh, SideSet
from alces.mesh.reference_cell import reference_cell

# Leading letters of the element names in use, by the family of our cell types; the node count tells the rest.
_FAMILIES = {
    "BAR": "EDGE", "BEAM": "EDGE", "EDGE": "EDGE", "ROD": "EDGE", "TRUSS": "EDGE",
    "TRI": "TRI", "TRIANGLE": "TRI", "TRISHELL": "TRI",
    "QUAD": "QUAD", "SHELL": "QUAD", "TET": "TET", "TETRA": "TET", "HEX": "HEX", "HEXAHEDRON": "HEX",
}  # fmt: skip

_DEFLATE = 1100  # no compressed file holds more than about 1030 times its size


def read_exodus(path: str) -> Mesh:
    """Read an Exodus II mesh: nodes, element blocks, side sets and node sets with their ids and names.

    Cells keep the node and side order of the file. Raises MeshError if the file is missing, damaged, no
    Exodus file, or holds an element type that is not supported.
    """
    import netCDF4  # lazy: not needed for generated meshes

    if not os.path.isfile(path):
        raise MeshError(f"mesh file '{path}' not found")
    try:
        with netCDF4.Dataset(path) as data:
            data.set_auto_mask(False)
            return _read(path, data)
    except MeshError:
        raise
    except Exception as error:  # a damaged file lets netCDF4 and NumPy raise nearly anything
        reason = f"it is damaged or no Exodus file: {error or type(error).__name__}"
        raise MeshError(f"mesh file '{path}' cannot be read, {reason}") from None


def _read(path: str, data: Any) -> Mesh:
    if "num_nodes" not in data.dimensions or "num_el_blk" not in data.dimensions:
        raise MeshError(f"mesh file '{path}' is no Exodus file: it has no nodes or element blocks")
    points = _points(path, data)
    ids = _ids(path, data, "eb_prop1", len(data.dimensions["num_el_blk"]))
    blocks, first_of_file, shells = [], [0], []
    for index, identity in enumerate(ids, start=1):
        if f"connect{index}" not in data.variables:  # an empty block
            continue
        name = str(getattr(data.variables[f"connect{index}"], "elem_type", "")).strip()
        cells = _numbers(path, data, f"connect{index}") - 1
        if cells.size and (cells.min() < 0 or cells.max() >= len(points)):
            raise MeshError(f"mesh file '{path}': block {identity} refers to nodes that do not exist")
        blocks.append(CellBlock(_cell_type(path, identity, name, cells.shape[1]), int(identity), cells))
        first_of_file.append(first_of_file[-1] + len(cells))
        shells.append(name.upper().startswith(("SHELL", "TRISHELL")))
    if not blocks:
        raise MeshError(f"mesh file '{path}' holds no elements")
    shell = np.repeat(shells, np.diff(first_of_file))
    sidesets, sideset_names = _sidesets(path, data, blocks, shell)
    nodesets, nodeset_names = _nodesets(path, data, len(points))
    return Mesh(
        points=points,
        dim=max(reference_cell(block.cell_type).dim for block in blocks),
        blocks=blocks,
        subdomain_names=_names(path, data, "eb_names", ids),
        sidesets=sidesets,
        sideset_names={i: name for i, name in sideset_names.items() if i in sidesets},
        nodesets=nodesets,
        nodeset_names={i: name for i, name in nodeset_names.items() if i in nodesets},
    )


def _points(path: str, data: Any) -> NDArray[np.float64]:
    found = {axis: f"coord{axis}" for axis in "xyz" if f"coord{axis}" in data.variables}
    if "coord" in data.variables:  # one table, the layout of old files
        rows = dict(zip("xyz", _array(path, data, "coord"), strict=False))
    elif found:
        rows = {axis: _array(path, data, name) for axis, name in found.items()}
    else:
        raise MeshError(f"mesh file '{path}' is no Exodus file: it has no coordinates")
    points = np.zeros((len(data.dimensions["num_nodes"]), 3))
    for axis, row in rows.items():
        points[:, "xyz".index(axis)] = row
    strange = np.flatnonzero(~np.isfinite(points).all(axis=1))
    if len(strange):
        node = strange[0] + 1
        raise MeshError(f"mesh file '{path}': node {node} has coordinates that are no finite numbers")
    return points


def _array(path: str, data: Any, name: str) -> Any:
    """All of a variable of the file. Raises MeshError if the file is too small to hold it."""
    variable = data.variables[name]
    packed = 1 if str(data.data_model).startswith("NETCDF3") else _DEFLATE
    if variable.size * variable.dtype.itemsize > packed * os.path.getsize(path):
        claim = f"the {variable.size} entries of '{name}'"
        raise MeshError(f"mesh file '{path}' is damaged: it is too small for {claim}")
    return variable[:]


def _numbers(path: str, data: Any, name: str) -> IntArray:
    return np.asarray(_array(path, data, name), dtype=np.int64)


def _cell_type(path: str, block: int, name: str, n_nodes: int) -> str:
    letters = re.match(r"[A-Z]*", name.upper())
    family = _FAMILIES.get(letters.group() if letters else "", "")
    if family == "QUAD" and n_nodes in (3, 6):  # SHELL3, SHELL6
        family = "TRI"
    cell_type = f"{family}{n_nodes}"
    if cell_type not in CELL_TABLE:
        known = ", ".join(sorted(set(CELL_TABLE) - {"POINT"}))
        raise MeshError(
            f"mesh file '{path}': block {block} has elements '{name}' with {n_nodes} nodes, "
            f"which are not supported; supported: {known}"
        )
    return cell_type


def _sidesets(
    path: str, data: Any, blocks: list[CellBlock], shell: NDArray[np.bool_]
) -> tuple[dict[int, SideSet], dict[int, str]]:
    n_sides = np.repeat(
        [len(reference_cell(block.cell_type).sides) for block in blocks], [len(block) for block in blocks]
    )
    count = len(data.dimensions["num_side_sets"]) if "num_side_sets" in data.dimensions else 0
    ids = _ids(path, data, "ss_prop1", count)
    out = {}
    for index, identity in enumerate(ids, start=1):
        if f"elem_ss{index}" not in data.variables:  # an empty side set
            continue
        cells = _numbers(path, data, f"elem_ss{index}") - 1
        sides = _numbers(path, data, f"side_ss{index}") - 1
        if cells.shape != sides.shape:
            wrong = f"has {cells.size} elements but {sides.size} sides"
            raise MeshError(f"mesh file '{path}': side set {identity} {wrong}")
        if cells.size and (cells.min() < 0 or cells.max() >= len(shell)):
            raise MeshError(f"mesh file '{path}': side set {identity} refers to elements that do not exist")
        # a shell's sides 1 and 2 are its two faces; its edges follow
        sides = np.where(shell[cells], sides - 2, sides)
        if (sides < 0).any() or (sides >= n_sides[cells]).any():
            raise MeshError(f"mesh file '{path}': side set {identity} holds sides its elements do not have")
        out[identity] = SideSet(cells, sides)
    return out, _names(path, data, "ss_names", ids)


def _nodesets(path: str, data: Any, n_nodes: int) -> tuple[dict[int, IntArray], dict[int, str]]:
    count = len(data.dimensions["num_node_sets"]) if "num_node_sets" in data.dimensions else 0
    ids = _ids(path, data, "ns_prop1", count)
    out = {}
    for index, identity in enumerate(ids, start=1):
        if f"node_ns{index}" not in data.variables:  # an empty node set
            continue
        nodes = np.unique(_numbers(path, data, f"node_ns{index}") - 1)
        if nodes.size and (nodes[0] < 0 or nodes[-1] >= n_nodes):
            raise MeshError(f"mesh file '{path}': node set {identity} refers to nodes that do not exist")
        out[identity] = nodes
    return out, _names(path, data, "ns_names", ids)


def _ids(path: str, data: Any, variable: str, count: int) -> list[int]:
    if variable in data.variables:
        return [int(i) for i in _array(path, data, variable)]
    if count > len(data.variables):
        raise MeshError(f"mesh file '{path}' is damaged: it has no '{variable}', but {count} entries for it")
    return list(range(1, count + 1))


def _names(path: str, data: Any, variable: str, ids: list[int]) -> dict[int, str]:
    """Names by id; unnamed entries are left out."""
    if variable not in data.variables:
        return {}
    rows = np.asarray(_array(path, data, variable))
    texts = [b"".join(row.tolist()).split(b"\0")[0].decode("utf-8", "replace").strip() for row in rows]
    return {identity: text for identity, text in zip(ids, texts, strict=True) if text}
