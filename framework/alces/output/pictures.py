"""The picture output of a run: panels, time series and an animation, drawn when the run ends."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .animation import animate
from .fields import Field, RunInfo, Snapshot
from .netcdf import NetCDFWriter
from .panels import panels
from .plot_source import Contour, opened, spatial_fields
from .time_series import time_series


class PictureWriter:
    """Draws `<file_base>_panels.png`, `_series.png` and, on request, `_animation.gif` at `close`.

    The steps are kept in a temporary dataset, not in memory; in `<file_base>_pictures.nc` if the run may be
    continued. A run that was killed leaves no pictures: call `panels`, `animate` and `time_series` on its
    `.nc` file then. Of a 3-D mesh only the time series is drawn.

    fields: names, None for all; times: as for `panels`; animated: fields of the animation, empty for none.
    """

    def __init__(
        self,
        fields: Sequence[str] | None = None,
        times: Sequence[float] | int | None = None,
        animated: Sequence[str] = (),
        contours: Sequence[Contour] = (),
        colormaps: Mapping[str, str] | None = None,
        length_unit: str = "m",
        time_unit: str = "s",
    ) -> None:
        self.fields = fields
        self.times = times
        self.animated = animated
        self.contours = contours
        self.colormaps = colormaps
        self.files: list[Path] = []
        self._steps = NetCDFWriter(length_unit, time_unit)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._base = self._file = ""
        self._flat = True

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        drawn = self._prepare(mesh, fields, info)
        self._steps.open(mesh, drawn, replace(info, file_base=self._file))

    def reopen(self, mesh: Any, fields: list[Field], info: RunInfo, position: Mapping[str, Any]) -> None:
        drawn = self._prepare(mesh, fields, info)
        self._steps.reopen(mesh, drawn, replace(info, file_base=self._file), position)

    def position(self) -> dict[str, Any]:
        return self._steps.position()

    def _prepare(self, mesh: Any, fields: list[Field], info: RunInfo) -> list[Field]:
        self._base = info.file_base
        self._flat = mesh.dim < 3
        self._file = f"{self._base}_pictures"
        if not info.resumable:
            self._folder = tempfile.TemporaryDirectory(prefix="alces-pictures-")
            self._file = f"{self._folder.name}/steps"
        kept = {*(self.fields or ()), *self.animated, *(line.field for line in self.contours)}
        return [f for f in fields if f.location == "global" or self.fields is None or f.name in kept]

    def write(self, snapshot: Snapshot) -> None:
        self._steps.write(snapshot)

    def close(self) -> None:
        """Draw; the files made are in `files`. Raises ValueError when a field asked for does not exist."""
        if not self._file:
            return
        drawable = self._steps.position()["records"] > 0
        self._steps.close()
        try:
            if drawable:
                with opened(f"{self._file}.nc") as dataset:
                    self._draw(dataset)
        finally:
            self._file = ""
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

    def _draw(self, dataset: Any) -> None:
        look: dict[str, Any] = {"contours": self.contours, "colormaps": self.colormaps}
        self.files = []
        if self._flat and (self.fields is not None or spatial_fields(dataset)):
            self.files.append(panels(dataset, self.fields, self.times, self._base + "_panels.png", **look))
        if self._flat and self.animated:
            self.files.append(animate(dataset, self.animated, self._base + "_animation.gif", **look))
        if any(v.dims == ("time",) and name not in ("step", "dt") for name, v in dataset.data_vars.items()):
            self.files.append(time_series(dataset, None, self._base + "_series.png"))
