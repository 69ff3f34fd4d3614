"""Functions given on a grid in space and time by a file."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FILE, Param
from alces.physics import Function, Points
from alces_core.functions.deck_file import read_lines
from alces_core.functions.grid import Grid

_AXES = ("X", "Y", "Z", "T")


class GriddedFunction(Function):
    """A function on a rectangular grid of some of x, y, z and t, read from a file.

    The file gives each axis by a line ``AXIS X`` (Y, Z, T) and the rising grid positions on the next line,
    then a line ``DATA`` and the values, those along the first axis next to each other. Empty lines and lines
    that begin with # are ignored.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("data_file", FILE, doc="the file, relative to the deck"),
    )

    def setup(self) -> None:
        path, lines = read_lines(self, "data_file")
        try:
            self.axes, self.grid = _parsed([line for line in lines if line])
        except ValueError as error:
            raise self.error("data_file", f"'{path}': {error}") from None

    def positions(self, q: Points) -> list[Any]:
        """Coordinates of the points along the axes of the grid."""
        return [getattr(q, axis) for axis in self.axes]


def _parsed(lines: list[str]) -> tuple[list[str], Grid]:
    axes: dict[str, list[float]] = {}
    while lines and lines[0].upper() != "DATA":
        words = lines[0].upper().split()
        if len(words) != 2 or words[0] != "AXIS" or words[1] not in _AXES:
            raise ValueError(f"expected 'AXIS X' (or Y, Z, T) or 'DATA', but found '{lines[0]}'")
        if words[1] in axes:
            raise ValueError(f"the axis {words[1]} is given twice")
        axes[words[1]] = _numbers(lines[1:2])
        lines = lines[2:]
    if not axes:
        raise ValueError("it has no axis")
    if not lines:
        raise ValueError("it has no line 'DATA'")
    return [axis.lower() for axis in axes], Grid(list(axes.values()), _numbers(lines[1:]))


def _numbers(lines: list[str]) -> list[float]:
    words = " ".join(lines).split()
    for word in words:
        try:
            float(word)
        except ValueError:
            raise ValueError(f"'{word}' is not a number") from None
    return [float(word) for word in words]
