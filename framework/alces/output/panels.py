"""Still pictures of fields: a table of panels, one row per field, one column per time."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .plot_mesh import PlotMesh
from .plot_source import Clock, Contour, choose_fields, choose_records, location, opened, spatial_fields
from .plot_style import canvas, prepared
from .plot_units import colour_scale, common_exponent, label

# Inches: margins, gaps and the colour bar around panels that are _PANEL wide (or high, whichever is longer).
_LEFT, _RIGHT, _TOP, _BOTTOM, _GAP, _BAR = 0.75, 1.05, 0.35, 0.5, 0.18, 0.1
_PANEL = 2.0


def panels(
    source: Any,
    fields: Sequence[str] | None,
    times: Sequence[float] | int | None,
    out: str | Path,
    *,
    contours: Sequence[Contour] = (),
    colormaps: Mapping[str, str] | None = None,
    dpi: int = 120,
) -> Path:
    """Draw a PNG of fields (rows, None: all) at times (columns) with one colour scale per row.

    source: path of a `.nc` file, or an open dataset; times: moments (the nearest output is taken), or how
    many equally spaced ones (None: 5). On 1-D meshes a row is one diagram with a line per time.
    Returns the path written. Raises ValueError for unknown fields, 3-D meshes and empty datasets.
    """
    with opened(source) as dataset:
        names = choose_fields(spatial_fields(dataset), fields)
        choose_fields(spatial_fields(dataset), [line.field for line in contours] or names)
        clock = Clock(dataset)
        records = choose_records(clock.times, 5 if times is None else times)
        mesh = PlotMesh(dataset)
        draw = _profiles if mesh.dim == 1 else _table
        return draw(dataset, mesh, clock, names, records, prepared(out), contours, colormaps or {}, dpi)


def panel_size(mesh: PlotMesh, longest: float = _PANEL) -> tuple[float, float]:
    """Width and height in inches that give equal aspect; slender domains keep a readable short side."""
    x0, x1, y0, y1 = mesh.extent
    ratio = (y1 - y0) / (x1 - x0)
    return (longest, max(longest * ratio, 0.5)) if ratio <= 1.0 else (max(longest / ratio, 0.6), longest)


def add_bar(figure: Any, artist: Any, box: tuple[float, float, float, float], variable: Any) -> None:
    """A slim colour bar in its own axes, with the field's name beside it, broken to the height of the bar."""
    exponent = common_exponent(*artist.get_clim())
    axes = figure.add_axes(box)
    bar = figure.colorbar(artist, cax=axes, format=lambda number, _: f"{number * 10.0**-exponent:.4g}")
    bar.outline.set_linewidth(0.4)
    bar.ax.locator_params(axis="y", nbins=5)
    characters = int(box[3] * figure.get_figheight() / 0.068)
    bar.set_label(textwrap.fill(label(variable, exponent), max(characters, 12), break_long_words=False))


def _table(
    dataset: Any, mesh: PlotMesh, clock: Clock, names: list[str], records: list[int], out: Path,
    contours: Sequence[Contour], colormaps: Mapping[str, str], dpi: int,
) -> Path:  # fmt: skip
    wide, high = panel_size(mesh)
    width = _LEFT + len(records) * (wide + _GAP) + _BAR + _RIGHT
    height = _TOP + len(names) * (high + _GAP) + _BOTTOM
    with canvas(width, height, dpi) as figure:
        for row, name in enumerate(names):
            variable = dataset[name]
            values = variable.isel(time=records).values
            scale = colour_scale(values, colormaps.get(name))
            bottom = height - _TOP - row * (high + _GAP) - high
            for column, record in enumerate(records):
                left = _LEFT + column * (wide + _GAP)
                axes = figure.add_axes((left / width, bottom / height, wide / width, high / height))
                artist = mesh.add(axes, location(variable), values[column], scale)
                draw_contours(dataset, mesh, axes, record, contours)
                _dress(axes, mesh, first=column == 0, last=row == len(names) - 1)
                if row == 0:
                    axes.set_title(clock.text(record), pad=4)
            left = _LEFT + len(records) * (wide + _GAP)
            add_bar(figure, artist, (left / width, bottom / height, _BAR / width, high / height), variable)
        figure.savefig(out)
    return out


def _profiles(
    dataset: Any, mesh: PlotMesh, clock: Clock, names: list[str], records: list[int], out: Path,
    contours: Sequence[Contour], colormaps: Mapping[str, str], dpi: int,
) -> Path:  # fmt: skip
    from matplotlib import colormaps as known

    with canvas(6.0, 0.6 + 2.1 * len(names), dpi) as figure:
        figure.set_layout_engine("constrained")
        for row, (axes, name) in enumerate(
            zip(figure.subplots(len(names), 1, squeeze=False)[:, 0], names, strict=True)
        ):
            variable = dataset[name]
            values = variable.isel(time=records).values
            scale = colour_scale(values)
            shades = known[colormaps.get(name, "viridis")]
            for column, record in enumerate(records):
                line = mesh.add(axes, location(variable), values[column], scale)
                line.set(color=shades(0.9 * column / max(len(records) - 1, 1)), label=clock.text(record))
            axes.set_ylabel(textwrap.fill(label(variable), 28))
            axes.grid(alpha=0.25, linewidth=0.5)
            if row == 0:
                axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5))
        axes.set_xlabel(f"x [{mesh.unit}]")
        figure.savefig(out)
    return out


def draw_contours(
    dataset: Any, mesh: PlotMesh, axes: Any, record: int, contours: Sequence[Contour]
) -> list[Any]:
    """All contour lines of one record; returns the artists."""
    drawn = []
    for line in contours:
        variable = dataset[line.field]
        drawn.append(
            mesh.contour(axes, location(variable), variable.isel(time=record).values, line.level, line.colour)
        )
    return [artist for artist in drawn if artist is not None]


def _dress(axes: Any, mesh: PlotMesh, first: bool, last: bool) -> None:
    """Ticks and names of the axes only along the left and lower rim of the table."""
    axes.locator_params(nbins=4)
    axes.tick_params(labelleft=first, labelbottom=last)
    if first:
        axes.set_ylabel(f"y [{mesh.unit}]")
    if last:
        axes.set_xlabel(f"x [{mesh.unit}]")
