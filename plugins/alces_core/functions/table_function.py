"""Functions given by a table: what the piecewise functions share."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

from alces.params import FILE, REAL, REALS, Choice, Param
from alces.physics import Function, Points
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
        deck = self.p.location_of("data_file")
        path = (Path(deck.file).parent if deck else Path()) / self.p.data_file
        try:
            with open(path) as file:
                lines = [line for line in file if not line.lstrip().startswith("#")]
            rows = [_numbers(re.split(r"[,\s]+", line.strip())) for line in lines]
        except OSError as error:
            raise self.error("data_file", f"cannot read '{path}': {error.strerror}") from None
        except ValueError as error:
            raise self.error("data_file", f"'{path}': {error}") from None
        rows = [row for row in rows if row]
        pair = rows if self.p.format == "rows" else list(zip(*rows, strict=False))
        if len(pair) < 2:
            raise self.error("data_file", f"'{path}' has no two {self.p.format} of numbers")
        return pair[0], pair[1]

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
