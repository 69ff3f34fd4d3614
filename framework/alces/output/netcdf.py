"""The dataset of a run as UGRID/CF NetCDF: `<file_base>.nc`, grown by one record per output time.

Format: classic NetCDF with 64-bit offsets. Such a file changes only by appending and by its record count, so
a killed run leaves every synced step readable; and it can be read and plotted while the run goes on, which
the file lock of HDF5 (NETCDF4) forbids.
Conventions: UGRID 1.0 (ugrid-conventions.github.io), CF 1.11.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from .cells import CORNERS, centroids, padded, used_axes
from .fields import Field, RunInfo, Snapshot
from .files import check_variables, close_netcdf, continued_netcdf, new_netcdf

_AXES = ("x", "y", "z")
_ELEMENT = {1: "edge", 2: "face", 3: "volume"}
_OWN_NAMES = ("time", "step", "mesh_topology", "cell_nodes", "cell_all_nodes", "cell_type", "subdomain",
              "node_x", "node_y", "node_z", "cell_x", "cell_y", "cell_z")  # fmt: skip


def variable_names(fields: list[Field]) -> dict[Field, str]:
    """Variable name of each field in the file: its own, or `<name>_<location>` where that is taken.

    A nodal field and a postprocessor may share a name in a deck, but not in a dataset.
    """
    taken = set(_OWN_NAMES)
    names = {}
    for item in fields:
        name = item.name.replace("/", "_")
        while name in taken:
            name = f"{name}_{item.location}"
        taken.add(name)
        names[item] = name
    return names


class NetCDFWriter:
    """Writes a UGRID dataset that `xarray.open_dataset` opens with labelled coordinates.

    Dimensions: time (unlimited), node, cell (global cell order of the mesh). A step's `time` is written after
    its data: a record whose time is NaN was never finished, and `open_dataset` drops it.

    length_unit, time_unit: units of the coordinates and of the time, as UDUNITS spells them.
    """

    def __init__(self, length_unit: str = "m", time_unit: str = "s") -> None:
        self.length_unit = length_unit
        self.time_unit = time_unit
        self._file: Any = None
        self._names: dict[Field, str] = {}
        self._sizes: dict[str, int] = {}
        self._record = 0

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        self._prepare(mesh, fields)
        self._file = new_netcdf(info.file_base, ".nc")
        self._record = 0
        self._attributes(info)
        self._file.createDimension("time", None)
        self._file.createDimension("node", self._sizes["node"])
        self._file.createDimension("cell", self._sizes["cell"])
        self._mesh(mesh)
        self._variables(mesh)
        self._file.set_auto_maskandscale(False)
        self._file.sync()

    def reopen(self, mesh: Any, fields: list[Field], info: RunInfo, position: Mapping[str, Any]) -> None:
        self._prepare(mesh, fields)
        self._file = continued_netcdf(info.file_base, ".nc", position["records"])
        self._record = position["records"]
        check_variables(self._file, self._names.values())

    def position(self) -> dict[str, Any]:
        return {"records": self._record}

    def _prepare(self, mesh: Any, fields: list[Field]) -> None:
        self._sizes = {
            "node": len(mesh.points),
            "cell": sum(len(block.cells) for block in mesh.blocks),
            "global": 0,
        }
        self._names = variable_names([item for item in fields if item.location in self._sizes])

    def write(self, snapshot: Snapshot) -> None:
        if self._file is None:
            raise RuntimeError("NetCDFWriter: open() comes before write()")
        record = self._record
        variables = self._file.variables
        for item, name in self._names.items():
            variables[name][record] = snapshot.value(item, self._sizes[item.location])
        variables["step"][record] = snapshot.step
        if "dt" not in self._names.values():
            variables["dt"][record] = snapshot.dt
        variables["time"][record] = snapshot.time
        self._file.sync()
        self._record += 1

    def close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            close_netcdf(file)

    def _attributes(self, info: RunInfo) -> None:
        versions = "; ".join(f"{name} {version}" for name, version in info.versions.items())
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._file.setncatts({
            "Conventions": "CF-1.11 UGRID-1.0",
            "title": info.title,
            "source": f"Alces {info.versions.get('alces', '')}".strip(),
            "history": f"{now} written by Alces {info.versions.get('alces', '')}".strip(),
            "versions": versions,
            "deck": info.deck,
        })  # fmt: skip

    def _create(
        self, name: str, kind: str, dimensions: tuple[str, ...], data: Any = None, **attributes: Any
    ) -> None:
        fill = attributes.pop("fill", None)
        variable = self._file.createVariable(name, kind, dimensions, fill_value=fill)
        variable.setncatts(attributes)
        if data is not None:
            variable[:] = data

    def _mesh(self, mesh: Any) -> None:
        element = _ELEMENT[mesh.dim]
        axes = _AXES[: used_axes(mesh)]
        middle = centroids(mesh)
        for column, axis in enumerate(axes):
            for place, values in (("node", mesh.points[:, column]), ("cell", middle[:, column])):
                self._create(
                    f"{place}_{axis}",
                    "f8",
                    (place,),
                    values,
                    long_name=f"{axis} coordinate of the {place}",
                    units=self.length_unit,
                    axis=axis.upper(),
                )
        topology = {
            "cf_role": "mesh_topology", "long_name": "topology of the mesh", "units": "1",
            "topology_dimension": np.int32(mesh.dim),
            "node_coordinates": " ".join(f"node_{axis}" for axis in axes),
            f"{element}_node_connectivity": "cell_nodes", f"{element}_dimension": "cell",
            f"{element}_coordinates": " ".join(f"cell_{axis}" for axis in axes),
        }  # fmt: skip
        if mesh.dim == 3:
            topology["volume_shape_type"] = "cell_type"
        self._create("mesh_topology", "i4", (), np.int32(0), **topology)
        corners = [block.cells[:, : CORNERS[block.cell_type]] for block in mesh.blocks]
        role = {"cf_role": f"{element}_node_connectivity"}
        self._connectivity("cell_nodes", "cell_corner", corners, "corner nodes of each cell", **role)
        complete = [block.cells for block in mesh.blocks]
        if any(full.shape != corner.shape for full, corner in zip(complete, corners, strict=True)):
            # UGRID knows straight cells only: the mid-side nodes go into a table of their own.
            long_name = "all nodes of each cell, Exodus order"
            self._connectivity("cell_all_nodes", "cell_local_node", complete, long_name)
        self._flags(mesh)

    def _connectivity(
        self, name: str, dimension: str, tables: list[np.ndarray], long_name: str, **attributes: Any
    ) -> None:
        table = padded(tables)
        self._file.createDimension(dimension, table.shape[1])
        if (table < 0).any():
            attributes["fill"] = np.int32(-1)
        self._create(
            name,
            "i4",
            ("cell", dimension),
            table,
            long_name=long_name,
            units="1",
            start_index=np.int32(0),
            **attributes,
        )

    def _flags(self, mesh: Any) -> None:
        counts = [len(block.cells) for block in mesh.blocks]
        kinds = sorted({block.cell_type for block in mesh.blocks})
        self._create(
            "cell_type",
            "i4",
            ("cell",),
            np.repeat([kinds.index(b.cell_type) for b in mesh.blocks], counts),
            long_name="cell type",
            units="1",
            flag_values=np.arange(len(kinds), dtype=np.int32),
            flag_meanings=" ".join(kinds),
        )
        ids = sorted({block.subdomain for block in mesh.blocks})
        meanings = [(mesh.subdomain_names.get(i) or f"block_{i}").replace(" ", "_") for i in ids]
        self._create(
            "subdomain",
            "i4",
            ("cell",),
            np.repeat([block.subdomain for block in mesh.blocks], counts),
            long_name="subdomain (block)",
            units="1",
            flag_values=np.array(ids, dtype=np.int32),
            flag_meanings=" ".join(meanings),
            mesh="mesh_topology",
            location=_ELEMENT[mesh.dim],
        )

    def _variables(self, mesh: Any) -> None:
        axes = _AXES[: used_axes(mesh)]
        self._create(
            "time",
            "f8",
            ("time",),
            long_name="time",
            standard_name="time",
            units=self.time_unit,
            axis="T",
            fill=np.nan,
        )
        self._create("step", "i4", ("time",), long_name="time step number", units="1")
        if "dt" not in self._names.values():
            self._create("dt", "f8", ("time",), long_name="time step size", units=self.time_unit, fill=np.nan)
        for item, name in self._names.items():
            attributes = {"long_name": item.long_name or item.name, "units": item.units or "1"}
            if name != item.name:
                attributes["alces_name"] = item.name
            dimensions: tuple[str, ...] = ("time",)
            if item.location != "global":
                dimensions = ("time", item.location)
                attributes["mesh"] = "mesh_topology"
                attributes["location"] = "node" if item.location == "node" else _ELEMENT[mesh.dim]
                attributes["coordinates"] = " ".join(f"{item.location}_{axis}" for axis in axes)
            self._create(name, "f8", dimensions, fill=np.nan, **attributes)


def open_dataset(path: str | Path) -> Any:
    """Open a dataset of a finished, running or killed run as `xarray.Dataset`, without unfinished records."""
    import xarray

    dataset = xarray.open_dataset(path)
    return dataset.isel(time=np.flatnonzero(np.isfinite(dataset["time"].values)))
