"""Exodus II for ParaView and for comparison with MOOSE: `<file_base>.e`.

Layout after the Exodus II specification (Schoof and Yarberry, SAND92-2137, with the later additions of names
and maps) and as MOOSE's own result files have it: a 64-bit-offset NetCDF file, one record per output time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from .cells import used_axes
from .fields import Field, RunInfo, Snapshot, of_location
from .files import check_variables, close_netcdf, continued_netcdf, new_netcdf

# Exodus element names that differ from ours.
_ELEMENT_NAMES = {"TET4": "TETRA4", "TET10": "TETRA10"}
_LINE = 80


class ExodusWriter:
    """Writes nodal, element and global variables (sorted by name, as in MOOSE), blocks, side and node sets.

    1-D meshes get three coordinates (MOOSE's way), plane 2-D meshes two.
    """

    def __init__(self) -> None:
        self._file: Any = None
        self._fields: dict[str, list[Field]] = {}
        self._block_ends: np.ndarray = np.zeros(0, dtype=int)
        self._sizes: dict[str, int] = {}
        self._record = 0

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        self._prepare(mesh, fields)
        self._file = new_netcdf(info.file_base, ".e")
        self._record = 0
        self._header(mesh, fields, Path(info.file_base).name + ".e")
        self._text(info)
        self._coordinates(mesh)
        self._blocks(mesh)
        self._side_sets(mesh)
        self._node_sets(mesh)
        self._variables(len(mesh.blocks))
        self._file.set_auto_maskandscale(False)
        self._file.sync()

    def reopen(self, mesh: Any, fields: list[Field], info: RunInfo, position: Mapping[str, Any]) -> None:
        self._prepare(mesh, fields)
        self._file = continued_netcdf(info.file_base, ".e", position["records"])
        self._record = position["records"]
        names = [f"vals_nod_var{number}" for number in range(1, len(self._fields["node"]) + 1)]
        check_variables(self._file, names + ["vals_glo_var"] * bool(self._fields["global"]))

    def position(self) -> dict[str, Any]:
        return {"records": self._record}

    def _prepare(self, mesh: Any, fields: list[Field]) -> None:
        self._fields = {
            place: sorted(of_location(fields, place), key=lambda item: item.name)  # type: ignore[arg-type]
            for place in ("node", "cell", "global")
        }
        self._block_ends = np.cumsum([len(block.cells) for block in mesh.blocks])
        self._sizes = {"node": len(mesh.points), "cell": int(self._block_ends[-1]), "global": 0}

    def write(self, snapshot: Snapshot) -> None:
        if self._file is None:
            raise RuntimeError("ExodusWriter: open() comes before write()")
        record, variables = self._record, self._file.variables
        for number, item in enumerate(self._fields["node"], 1):
            variables[f"vals_nod_var{number}"][record] = snapshot.value(item, self._sizes["node"])
        for number, item in enumerate(self._fields["cell"], 1):
            parts = np.split(snapshot.value(item, self._sizes["cell"]), self._block_ends[:-1])
            for block, part in enumerate(parts, 1):
                variables[f"vals_elem_var{number}eb{block}"][record] = part
        if self._fields["global"]:
            variables["vals_glo_var"][record] = [snapshot.value(item, 0) for item in self._fields["global"]]
        variables["time_whole"][record] = snapshot.time
        self._file.sync()
        self._record += 1

    def close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            close_netcdf(file)

    def _header(self, mesh: Any, fields: list[Field], name: str) -> None:
        names = [item.name for item in fields]
        for table in (mesh.subdomain_names, mesh.sideset_names, mesh.nodeset_names):
            names += table.values()
        longest = max([32, *(len(text.encode()) for text in names)])
        self._file.setncatts({
            "api_version": np.float32(5.22), "version": np.float32(5.22),
            "floating_point_word_size": np.int32(8), "file_size": np.int32(1), "int64_status": np.int32(0),
            "title": name, "maximum_name_length": np.int32(longest),
        })  # fmt: skip
        dimensions = {
            "len_string": 33, "len_line": _LINE + 1, "four": 4, "time_step": None, "len_name": longest + 1,
            "num_dim": 2 if mesh.dim == 2 and used_axes(mesh) == 2 else 3, "num_nodes": self._sizes["node"],
            "num_elem": self._sizes["cell"], "num_el_blk": len(mesh.blocks),
        }  # fmt: skip
        for key, size in dimensions.items():
            self._file.createDimension(key, size)
        self._create("time_whole", "f8", ("time_step",))

    def _create(
        self, name: str, kind: str, dimensions: tuple[str, ...], data: Any = None, /, **attributes: Any
    ) -> None:
        variable = self._file.createVariable(name, kind, dimensions)
        variable.setncatts(attributes)
        if data is not None:
            variable[:] = data

    def _strings(self, name: str, dimensions: tuple[str, ...], texts: list[str]) -> None:
        """A table of fixed-length strings; the last dimension counts their bytes, terminator included."""
        shape = tuple(len(self._file.dimensions[key]) for key in dimensions)
        raw = np.zeros((len(texts), shape[-1]), dtype="S1")
        for row, text in enumerate(texts):
            characters = text.encode()[: shape[-1] - 1]
            raw[row, : len(characters)] = np.frombuffer(characters, dtype="S1")
        self._create(name, "S1", dimensions, raw.reshape(shape))

    def _text(self, info: RunInfo) -> None:
        now = datetime.now()
        self._file.createDimension("num_qa_rec", 1)
        self._strings(
            "qa_records",
            ("num_qa_rec", "four", "len_string"),
            ["Alces", info.versions.get("alces", ""), now.strftime("%m/%d/%Y"), now.strftime("%H:%M:%S")],
        )
        lines = ["### Versions ###", *(f"{name} {version}" for name, version in info.versions.items())]
        lines += ["### Input File ###", *info.deck.splitlines()]
        pieces = [piece for line in lines for piece in _pieces(line)]
        self._file.createDimension("num_info", len(pieces))
        self._strings("info_records", ("num_info", "len_line"), pieces)

    def _coordinates(self, mesh: Any) -> None:
        axes = "xyz"[: len(self._file.dimensions["num_dim"])]
        for column, axis in enumerate(axes):
            self._create(f"coord{axis}", "f8", ("num_nodes",), mesh.points[:, column])
        self._strings("coor_names", ("num_dim", "len_name"), list(axes))
        self._create("node_num_map", "i4", ("num_nodes",), np.arange(1, self._sizes["node"] + 1))
        self._create("elem_num_map", "i4", ("num_elem",), np.arange(1, self._sizes["cell"] + 1))

    def _blocks(self, mesh: Any) -> None:
        ids, names = _block_ids(mesh)
        self._create("eb_status", "i4", ("num_el_blk",), np.ones(len(ids)))
        self._create("eb_prop1", "i4", ("num_el_blk",), ids, name="ID")
        self._strings("eb_names", ("num_el_blk", "len_name"), names)
        for number, block in enumerate(mesh.blocks, 1):
            shape = (f"num_el_in_blk{number}", f"num_nod_per_el{number}")
            for key, size in zip(shape, block.cells.shape, strict=True):
                self._file.createDimension(key, size)
            kind = _ELEMENT_NAMES.get(block.cell_type, block.cell_type)
            self._create(f"connect{number}", "i4", shape, block.cells + 1, elem_type=kind)

    def _side_sets(self, mesh: Any) -> None:
        columns = {key: {"elem": side.cells, "side": side.sides} for key, side in mesh.sidesets.items()}
        self._sets("ss", "num_side_sets", "num_side_ss", mesh.sideset_names, columns)

    def _node_sets(self, mesh: Any) -> None:
        columns = {key: {"node": nodes} for key, nodes in mesh.nodesets.items()}
        self._sets("ns", "num_node_sets", "num_nod_ns", mesh.nodeset_names, columns)

    def _sets(
        self,
        tag: str,
        dimension: str,
        size: str,
        names: dict[int, str],
        columns: dict[int, dict[str, np.ndarray]],
    ) -> None:
        """Sets of sides or nodes, 0-based here, 1-based in the file; an empty one has status 0, no arrays."""
        if not columns:
            return
        ids = sorted(columns)
        lengths = [len(next(iter(columns[key].values()))) for key in ids]
        self._file.createDimension(dimension, len(ids))
        self._create(f"{tag}_status", "i4", (dimension,), np.array(lengths) > 0)
        self._create(f"{tag}_prop1", "i4", (dimension,), ids, name="ID")
        self._strings(f"{tag}_names", (dimension, "len_name"), [names.get(key, "") for key in ids])
        for number, (key, length) in enumerate(zip(ids, lengths, strict=True), 1):
            if length:
                self._file.createDimension(f"{size}{number}", length)
                for column, members in columns[key].items():
                    self._create(
                        f"{column}_{tag}{number}", "i4", (f"{size}{number}",), np.asarray(members) + 1
                    )

    def _variables(self, n_blocks: int) -> None:
        nodal, cell, scalars = (self._fields[place] for place in ("node", "cell", "global"))
        for tag, items in (("nod", nodal), ("elem", cell), ("glo", scalars)):
            if items:
                self._file.createDimension(f"num_{tag}_var", len(items))
                self._strings(
                    f"name_{tag}_var", (f"num_{tag}_var", "len_name"), [item.name for item in items]
                )
        for number in range(1, len(nodal) + 1):
            self._create(f"vals_nod_var{number}", "f8", ("time_step", "num_nodes"))
        for number in range(1, len(cell) + 1):
            for block in range(1, n_blocks + 1):
                self._create(f"vals_elem_var{number}eb{block}", "f8", ("time_step", f"num_el_in_blk{block}"))
        if cell:
            self._create("elem_var_tab", "i4", ("num_el_blk", "num_elem_var"), np.ones((n_blocks, len(cell))))
        if scalars:
            self._create("vals_glo_var", "f8", ("time_step", "num_glo_var"))


def _block_ids(mesh: Any) -> tuple[list[int], list[str]]:
    """Exodus id and name of each block: the subdomain's, or a free id where a subdomain mixes cell types."""
    free = max(block.subdomain for block in mesh.blocks) + 1
    ids: list[int] = []
    names: list[str] = []
    for block in mesh.blocks:
        name = mesh.subdomain_names.get(block.subdomain, "")
        if block.subdomain in ids:
            ids.append(free)
            names.append(f"{name}_{block.cell_type}" if name else "")
            free += 1
        else:
            ids.append(block.subdomain)
            names.append(name)
    return ids, names


def _pieces(line: str) -> list[str]:
    """A line cut to the record length of Exodus, `...` at the end of every piece that goes on."""
    width = _LINE - 3 if line.isascii() else (_LINE - 3) // 4  # a character takes up to four bytes
    if len(line) <= width:
        return [line]
    pieces = [line[start : start + width] for start in range(0, len(line), width)]
    return [piece + "..." for piece in pieces[:-1]] + pieces[-1:]
