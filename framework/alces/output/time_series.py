"""Global scalars over time as one picture of small diagrams."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .plot_source import Clock, choose_fields, opened
from .plot_style import canvas, prepared
from .plot_units import label

_COLUMNS = 3
_OWN = ("step", "dt")


def time_series(source: Any, names: Sequence[str] | None, out: str | Path, *, dpi: int = 120) -> Path:
    """Draw scalars (None: all postprocessors) against time, one small diagram each.

    source: path of a `.nc` or `.csv` file of Alces, or an open dataset. Returns the path written.
    Raises ValueError for unknown names and when there is nothing to draw.
    """
    if isinstance(source, str | Path) and str(source).endswith(".csv"):
        source = _from_csv(source)
    with opened(source) as dataset:
        scalars = [name for name, variable in dataset.data_vars.items() if variable.dims == ("time",)]
        if names is None:
            scalars = [name for name in scalars if name not in _OWN]
        chosen = choose_fields(scalars, names, what="scalar")
        clock = Clock(dataset)
        columns = min(len(chosen), _COLUMNS)
        rows = math.ceil(len(chosen) / columns)
        with canvas(0.4 + 3.1 * columns, 0.3 + 2.1 * rows, dpi) as figure:
            figure.set_layout_engine("constrained")
            grid = figure.subplots(rows, columns, squeeze=False).ravel()
            for number, (axes, name) in enumerate(zip(grid, chosen, strict=False)):
                axes.plot(clock.scaled, dataset[name].values, marker="." if len(clock.times) < 30 else "")
                axes.set_title(textwrap.fill(label(dataset[name]), 42), fontsize=9)
                axes.grid(alpha=0.25, linewidth=0.5)
                if number + columns >= len(chosen):
                    axes.set_xlabel(f"time [{clock.unit}]" if clock.unit else "time")
            for axes in grid[len(chosen) :]:
                axes.set_visible(False)
            path = prepared(out)
            figure.savefig(path)
    return path


def _from_csv(path: str | Path) -> Any:
    """The table of a CSVWriter as dataset; it knows no long names, and its time is taken for seconds."""
    import numpy as np
    import xarray

    with Path(path).open(encoding="utf-8") as file:
        header = file.readline().strip().split(",")
        table = np.loadtxt(file, delimiter=",", ndmin=2)
    columns = dict(zip(header, table.reshape(-1, len(header)).T, strict=True))
    time = ("time", columns.pop("time"), {"units": "s"})
    return xarray.Dataset({name: ("time", values) for name, values in columns.items()}, coords={"time": time})
