"""Global scalars over time as one picture of small diagrams."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .plot_source import Clock, choose_fields, opened
from .plot_style import canvas, prepared
from .plot_units import common_exponent, label

# Inches: a diagram with all that belongs to it, and what surrounds its frame.
_WIDE, _HIGH, _LEFT, _TOP, _BOTTOM = 3.1, 2.1, 0.6, 0.3, 0.25
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
        width, height = 0.4 + columns * _WIDE, 0.3 + rows * _HIGH
        size = ((_WIDE - _LEFT) / width, (_HIGH - _TOP - _BOTTOM) / height)
        # a layout that matplotlib finds takes longer than the drawing, and so do ticks set as mathematics
        with canvas(width, height, dpi, **{"axes.formatter.use_mathtext": False}) as figure:
            for number, name in enumerate(chosen):
                row, column = divmod(number, columns)
                left, bottom = _LEFT + column * _WIDE, height - (row + 1) * _HIGH + _BOTTOM
                axes = figure.add_axes((left / width, bottom / height, *size))
                values = dataset[name].values
                finite = values[np.isfinite(values)]
                exponent = common_exponent(finite.min(), finite.max()) if finite.size else 0
                axes.plot(clock.scaled, values * 10.0**-exponent, marker="." if len(clock.times) < 30 else "")
                text = textwrap.fill(label(dataset[name], exponent), 46, break_long_words=False)
                axes.set_title(text, fontsize=9, y=1.0)
                axes.locator_params(axis="y", nbins=6)
                axes.grid(alpha=0.25, linewidth=0.5)
                if number + columns >= len(chosen):
                    axes.set_xlabel(f"time [{clock.unit}]" if clock.unit else "time")
            path = prepared(out)
            figure.savefig(path)
    return path


def _from_csv(path: str | Path) -> Any:
    """The table of a CSVWriter as dataset; it knows no long names, and its time is taken for seconds."""
    import xarray

    with Path(path).open(encoding="utf-8") as file:
        header = file.readline().strip().split(",")
        table = np.loadtxt(file, delimiter=",", ndmin=2)
    columns = dict(zip(header, table.reshape(-1, len(header)).T, strict=True))
    time = ("time", columns.pop("time"), {"units": "s"})
    return xarray.Dataset({name: ("time", values) for name, values in columns.items()}, coords={"time": time})
