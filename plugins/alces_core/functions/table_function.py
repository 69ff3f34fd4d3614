"""Functions given by a table: what the piecewise functions share."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from alces.params import BOOLEAN, FILE, INTEGER, REAL, REALS, Choice, Param
from alces.physics import Function, Points
from alces_core.functions.deck_file import read_lines
from alces_core.functions.table import Table


class TableFunction(Function):
    """A table from `x` and `y`, `xy_data` or a file; its abscissa is time, or a coordinate."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("x", REALS, (), doc="abscissae", aliases=("abscissa",)),
        Param("y", REALS, (), doc="ordinates", aliases=("ordinate",)),
        Param("xy_data", REALS, (), doc="pairs 'x y', instead of x and y"),
        Param("data_file", FILE, None,
              doc="file of numbers between commas or blanks, instead of x and y; relative to the deck"),
        Param("format", Choice("rows", "columns"), "rows", doc="how the file holds x and y"),
        Param("xy_in_file_only", BOOLEAN, True, doc="the file holds x and y and nothing else"),
        Param("x_index_in_file", INTEGER, 0, doc="number of the row or column of x, counted from 0",
              range="x_index_in_file >= 0"),
        Param("y_index_in_file", INTEGER, 1, doc="number of the row or column of y, counted from 0",
              range="y_index_in_file >= 0"),
        Param("axis", Choice("x", "y", "z"), None, doc="coordinate that is the abscissa; default: time"),
        Param("scale_factor", REAL, 1.0, doc="factor of the ordinates"),
    )

    def setup(self) -> None:
        sources = [name for name in ("x", "xy_data", "data_file") if self.p.given(name)]
        if len(sources) != 1:
            raise self.error(sources[1] if sources else "", "give either x and y, or xy_data, or data_file")
        x, y = getattr(self, "_from_" + sources[0])()
        try:
            self.table = Table(x, [self.p.scale_factor * value for value in y])
        except ValueError as error:
            raise self.error(sources[0], str(error)) from None

    def _from_x(self) -> tuple:
        return self.p.x, self.p.y

    def _from_xy_data(self) -> tuple:
        data = self.p.xy_data
        if len(data) % 2:
            raise self.error("xy_data", f"needs pairs, but {len(data)} numbers are given")
        return data[0::2], data[1::2]

    def _from_data_file(self) -> tuple:
        p = self.p
        path, lines = read_lines(self, "data_file")
        try:
            rows = [_numbers(re.split(r"[,\s]+", line)) for line in lines]
        except ValueError as error:
            raise self.error("data_file", f"'{path}': {error}") from None
        rows = [row for row in rows if row]
        found = rows if p.format == "rows" else list(zip(*rows, strict=False))
        if p.xy_in_file_only and len(found) > 2:
            raise self.error("data_file", f"'{path}' has {len(found)} {p.format}, not two",
                             hint="xy_in_file_only = false allows more")
        if len(found) <= max(p.x_index_in_file, p.y_index_in_file):
            raise self.error("data_file", f"'{path}' has only {len(found)} {p.format} of numbers")
        return found[p.x_index_in_file], found[p.y_index_in_file]

    def knots(self) -> Sequence[float]:
        return () if self.p.axis is not None else self.table.x

    def abscissa(self, q: Points) -> Any:
        """Time, or the coordinate along `axis`."""
        return q.t if self.p.axis is None else getattr(q, self.p.axis)


def _numbers(row: list[str]) -> list[float]:
    """The numbers of a line; none where it is a heading."""
    try:
        return [float(word) for word in row if word.strip()]
    except ValueError:
        if any(_is_number(word) for word in row):
            raise ValueError(f"not all numbers: {', '.join(row)}") from None
        return []


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
