"""The mesh of a UGRID dataset as matplotlib wants it, and artists whose values can be exchanged."""

from __future__ import annotations

from typing import Any

import numpy as np

from .plot_units import engineering

# Triangles that fill a cell, by cell type (Exodus node order).
FILL = {
    "TRI3": [(0, 1, 2)],
    "TRI6": [(0, 3, 5), (3, 1, 4), (5, 4, 2), (3, 4, 5)],
    "QUAD4": [(0, 1, 2), (0, 2, 3)],
    "QUAD8": [(0, 4, 7), (4, 1, 5), (5, 2, 6), (6, 3, 7), (4, 5, 7), (5, 6, 7)],
    "QUAD9": [(0, 4, 8), (0, 8, 7), (4, 1, 5), (4, 5, 8), (8, 5, 2), (8, 2, 6), (7, 8, 6), (7, 6, 3)],
}
_RELATIVE = 1e-6

Grid = tuple[np.ndarray, np.ndarray, np.ndarray]


class PlotMesh:
    """Plane (or line) mesh of a dataset: scaled coordinates, triangles, the regular grid when there is one.

    Raises ValueError for 3-D meshes.
    """

    def __init__(self, dataset: Any) -> None:
        self.dim = int(dataset["mesh_topology"].attrs["topology_dimension"])
        if self.dim == 3:
            raise ValueError(
                "pictures are drawn of 1-D and 2-D meshes; open the Exodus file in ParaView for 3-D"
            )
        x = dataset["node_x"].values
        y = dataset["node_y"].values if "node_y" in dataset.variables else np.zeros_like(x)
        factor, self.unit = engineering(max(np.ptp(x), np.ptp(y)), dataset["node_x"].attrs.get("units", ""))
        self.x, self.y = x * factor, y * factor
        if self.dim == 2:
            self._triangulate(dataset)
            self._find_grids()
        else:
            middle = dataset["cell_x"].values * factor
            self._line = {"node": (self.x, np.argsort(self.x)), "cell": (middle, np.argsort(middle))}

    @property
    def extent(self) -> tuple[float, float, float, float]:
        return self.x.min(), self.x.max(), self.y.min(), self.y.max()

    def add(self, axes: Any, location: str, values: np.ndarray, scale: dict[str, Any]) -> Any:
        """Draw a field (nnode,) or (ncell,) on matplotlib axes; returns the artist for `update`."""
        if self.dim == 1:
            x, along = self._line[location]
            margin = 0.04 * (scale["vmax"] - scale["vmin"])
            axes.set_xlim(self.extent[:2])
            axes.set_ylim(scale["vmin"] - margin, scale["vmax"] + margin)
            return axes.plot(x[along], values[along])[0]
        grid = self._grid[location]
        if grid is not None:
            xs, ys, order = grid
            dx, dy = (xs[-1] - xs[0]) / (len(xs) - 1) / 2, (ys[-1] - ys[0]) / (len(ys) - 1) / 2
            smooth = "bilinear" if location == "node" else "nearest"
            artist = axes.imshow(
                values[order],
                origin="lower",
                interpolation=smooth,
                aspect="equal",
                extent=(xs[0] - dx, xs[-1] + dx, ys[0] - dy, ys[-1] + dy),
                **scale,
            )
        elif location == "node":
            artist = axes.tripcolor(self.x, self.y, self.triangles, values, shading="gouraud", **scale)
        else:
            artist = axes.tripcolor(self.x, self.y, self.triangles, facecolors=values[self._owner], **scale)
        axes.set_aspect("equal")
        axes.set_xlim(self.extent[:2])
        axes.set_ylim(self.extent[2:])
        return artist

    def update(self, artist: Any, location: str, values: np.ndarray) -> None:
        """Exchange the values of an artist made by `add`."""
        if self.dim == 1:
            artist.set_ydata(values[self._line[location][1]])
            return
        grid = self._grid[location]
        if grid is not None:
            artist.set_data(values[grid[2]])
        else:
            artist.set_array(values if location == "node" else values[self._owner])

    def contour(self, axes: Any, location: str, values: np.ndarray, level: float, colour: str) -> Any:
        """Draw one contour line; None where the level is not met."""
        from matplotlib.patheffects import Normal, Stroke

        if location == "cell":
            values = self._to_nodes(values)
        if not np.nanmin(values) < level < np.nanmax(values):
            return None
        grid = self._grid["node"]
        look: dict[str, Any] = {"levels": [level], "colors": colour, "linewidths": 0.6}
        if grid is not None:
            lines = axes.contour(grid[0], grid[1], values[grid[2]], **look)
        else:
            lines = axes.tricontour(self.x, self.y, self.triangles, values, **look)
        lines.set_path_effects([Stroke(linewidth=1.0, foreground="0.5"), Normal()])  # seen on any ground
        return lines

    def _triangulate(self, dataset: Any) -> None:
        name = "cell_all_nodes" if "cell_all_nodes" in dataset.variables else "cell_nodes"
        table = np.nan_to_num(dataset[name].values, nan=-1).astype(int)
        kinds = dataset["cell_type"].attrs["flag_meanings"].split()
        kind_of = dataset["cell_type"].values
        triangles, owners = [], []
        for number, kind in enumerate(kinds):
            cells = np.flatnonzero(kind_of == number)
            for corner in FILL[kind]:
                triangles.append(table[cells][:, corner])
                owners.append(cells)
        self.triangles = np.concatenate(triangles)
        self._owner = np.concatenate(owners)

    def _find_grids(self) -> None:
        """Evenly spaced points that fill their rectangle are drawn as an image: far faster than triangles."""
        self._grid: dict[str, Grid | None] = {"node": None, "cell": None}
        sides = [c[self.triangles[:, 1:]] - c[self.triangles[:, :1]] for c in (self.x, self.y)]
        area = 0.5 * np.abs(sides[0][:, 0] * sides[1][:, 1] - sides[0][:, 1] * sides[1][:, 0]).sum()
        if abs(area - np.ptp(self.x) * np.ptp(self.y)) > _RELATIVE * area:
            return
        self._grid["node"] = _regular(self.x, self.y)
        pieces = np.bincount(self._owner)
        if self._grid["node"] is not None and np.all(pieces == 2):
            x, y = (
                np.bincount(self._owner, c[self.triangles].mean(axis=1)) / pieces for c in (self.x, self.y)
            )
            self._grid["cell"] = _regular(x, y)

    def _to_nodes(self, values: np.ndarray) -> np.ndarray:
        corners = self.triangles.ravel()
        weights = np.bincount(corners, minlength=len(self.x))
        total = np.bincount(corners, np.repeat(values[self._owner], 3), minlength=len(self.x))
        return total / np.maximum(weights, 1)


def _regular(x: np.ndarray, y: np.ndarray) -> Grid | None:
    """Axes xs, ys and the index (ny, nx) of each point of an evenly spaced grid; None if they form none."""
    steps = []
    for values in (x, y):
        size = np.ptp(values)
        ordered = np.sort(values)
        levels = ordered[np.concatenate([[True], np.diff(ordered) > _RELATIVE * size])]
        if len(levels) < 2 or np.ptp(np.diff(levels)) > _RELATIVE * size:
            return None
        steps.append(levels)
    xs, ys = steps
    if len(xs) * len(ys) != len(x):
        return None
    column = np.rint((x - xs[0]) / (xs[-1] - xs[0]) * (len(xs) - 1)).astype(int)
    row = np.rint((y - ys[0]) / (ys[-1] - ys[0]) * (len(ys) - 1)).astype(int)
    order = np.full((len(ys), len(xs)), -1)
    order[row, column] = np.arange(len(x))
    return (xs, ys, order) if (order >= 0).all() else None
