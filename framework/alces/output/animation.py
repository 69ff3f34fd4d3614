"""Moving pictures of fields: an animated GIF."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .film import Film, palette
from .panels import add_bar, draw_contours, panel_size
from .plot_mesh import PlotMesh
from .plot_source import Clock, Contour, choose_fields, choose_records, location, opened, spatial_fields
from .plot_style import canvas, prepared
from .plot_units import colour_scale, label

_LEFT, _RIGHT, _TOP, _BOTTOM, _BAR = 0.75, 1.0, 0.4, 0.5, 0.1
_PANEL = 3.0
_COLUMNS = 3


def animate(
    source: Any,
    fields: Sequence[str] | None,
    out: str | Path,
    *,
    frames: int = 60,
    fps: int = 12,
    contours: Sequence[Contour] = (),
    colormaps: Mapping[str, str] | None = None,
    dpi: int = 90,
) -> Path:
    """Draw a GIF of fields side by side, one fixed colour scale per field; the last frame stays a second.

    frames: at most so many, equally spaced in time. Other arguments, and errors, as for `panels`.
    """
    with opened(source) as dataset:
        names = choose_fields(spatial_fields(dataset), fields)
        choose_fields(spatial_fields(dataset), [line.field for line in contours] or names)
        clock = Clock(dataset)
        records = choose_records(clock.times, frames)
        mesh = PlotMesh(dataset)
        columns = 2 if len(names) == 4 else min(len(names), _COLUMNS)  # four make a square
        rows = math.ceil(len(names) / columns)
        wide, high = panel_size(mesh, _PANEL) if mesh.dim == 2 else (_PANEL, 0.7 * _PANEL)
        tile = (_LEFT + wide + _BAR + _RIGHT, high + _BOTTOM)
        path = prepared(out)
        with canvas(columns * tile[0], _TOP + rows * tile[1], dpi) as figure:
            shown = [
                _tile(
                    figure,
                    dataset,
                    mesh,
                    name,
                    records,
                    (wide, high),
                    divmod(number, columns),
                    tile,
                    colormaps or {},
                )
                for number, name in enumerate(names)
            ]
            heading = figure.text(
                0.5, 1.0 - 0.25 / figure.get_figheight(), "", ha="center", va="center", fontsize=11
            )
            film = _film(figure, heading, [artist for _, artist, _, _ in shown], contours)
            lines: dict[Any, list[Any]] = {}
            still = all((dataset[line.field] == dataset[line.field][0]).all() for line in contours)
            for frame, record in enumerate(records):
                heading.set_text(clock.text(record))
                layers = [heading]
                for axes, artist, place, values in shown:
                    mesh.update(artist, place, values[frame])
                    if mesh.dim == 2 and not (still and axes in lines):
                        for line in lines.get(axes, ()):
                            line.remove()
                        lines[axes] = draw_contours(dataset, mesh, axes, record, contours)
                    layers += [artist, *lines.get(axes, ()), *axes.spines.values()]
                film.take(layers)
            film.save(path, fps)
    return path


def _film(figure: Any, heading: Any, artists: Sequence[Any], contours: Sequence[Contour]) -> Film:
    """A film in which the heading and the fields move."""
    maps = [artist.cmap for artist in artists if hasattr(artist, "cmap")]
    colours = [line.colour for line in contours]
    colours += [artist.get_color() for artist in artists if hasattr(artist, "get_color")]
    return Film(figure, [heading, *artists], palette(maps, colours))


def _tile(
    figure: Any, dataset: Any, mesh: PlotMesh, name: str, records: list[int], size: tuple[float, float],
    place: tuple[int, int], tile: tuple[float, float], colormaps: Mapping[str, str],
) -> tuple[Any, Any, str, Any]:  # fmt: skip
    """Axes, artist, location and values (frame, n) of one field."""
    variable = dataset[name]
    values = variable.isel(time=records).values
    scale = colour_scale(values, colormaps.get(name))
    width, height = figure.get_size_inches()
    left, bottom = place[1] * tile[0] + _LEFT, height - _TOP - (place[0] + 1) * tile[1] + _BOTTOM
    axes = figure.add_axes((left / width, bottom / height, size[0] / width, size[1] / height))
    artist = mesh.add(axes, location(variable), values[0], scale)
    axes.set_xlabel(f"x [{mesh.unit}]")
    if mesh.dim == 2:
        axes.locator_params(nbins=4)
        axes.set_ylabel(f"y [{mesh.unit}]")
        box = ((left + size[0] + 0.08) / width, bottom / height, _BAR / width, size[1] / height)
        add_bar(figure, artist, box, variable)
    else:
        axes.set_ylabel(label(variable))
    return axes, artist, location(variable), values
