"""Linear interpolation of a two-way table."""
from __future__ import annotations

import re
from typing import Any

from alces.ad import norm_sqrt
from alces.params import BOOLEAN, FILE, INTEGER, REAL, REALS, Param
from alces.physics import Function, Points
from alces_core.functions.deck_file import read_lines
from alces_core.functions.grid import Grid

_AXIS = "& ".join(("{0} >= 0 ", "{0} <= 2"))


class PiecewiseBilinear(Function):
    """``scale_factor z(x, y)`` from a table, linear in x and in y; beyond the table its end values.

    x and y of the table are the coordinates `xaxis` and `yaxis` (0, 1, 2 for x, y, z), time where one of them
    is not given; with `axis` they are that coordinate and time. With `radial`, x is the distance
    ``sqrt(c_xaxis^2 + c_yaxis^2)`` and y is time.

    A file holds the x in its first line, and a y with its z in each further line, separated by commas or
    blanks; `z` holds the same numbers, line by line.
    """

    parameters = (
        Param("data_file", FILE, None, doc="file of the table, instead of x, y and z; relative to the deck"),
        Param("x", REALS, (), doc="x of the table"),
        Param("y", REALS, (), doc="y of the table"),
        Param("z", REALS, (), doc="values of the table, those of one y next to each other"),
        Param("axis", INTEGER, None, doc="coordinate that is x; y is time", range=_AXIS.format("axis")),
        Param("xaxis", INTEGER, None, doc="coordinate that is x", range=_AXIS.format("xaxis")),
        Param("yaxis", INTEGER, None, doc="coordinate that is y", range=_AXIS.format("yaxis")),
        Param("radial", BOOLEAN, False, doc="x is the distance from the origin in the plane of both axes"),
        Param("scale_factor", REAL, 1.0, doc="factor of the values"),
    )

    def setup(self) -> None:
        p = self.p
        if p.axis is not None and (p.xaxis is not None or p.yaxis is not None or p.radial):
            raise self.error("axis", "excludes 'xaxis', 'yaxis' and 'radial'")
        if p.axis is None and p.xaxis is None and p.yaxis is None:
            raise self.error("", "give 'axis', or 'xaxis', or 'yaxis', or both of these")
        if p.radial and (p.xaxis is None or p.yaxis is None):
            raise self.error("radial", "needs 'xaxis' and 'yaxis'")
        if p.xaxis is not None and p.xaxis == p.yaxis:
            raise self.error("yaxis", "must differ from 'xaxis'")
        lists = [name for name in "xyz" if p.given(name)]
        if bool(lists) == p.given("data_file") or (lists and len(lists) < 3):
            raise self.error(lists[0] if lists else "", "give either x, y and z, or data_file")
        x, y, z = (p.x, p.y, p.z) if lists else self._from_file()
        try:
            self._grid = Grid([x, y], [p.scale_factor * value for value in z])
        except ValueError as error:
            raise self.error("z" if lists else "data_file", str(error)) from None

    def _from_file(self) -> tuple[list[float], list[float], list[float]]:
        path, lines = read_lines(self, "data_file")
        rows = [re.split(r"[,\s]+", line.strip(", \t")) for line in lines if line]
        if rows and not _is_number(rows[0][0]):
            rows[0] = rows[0][1:]  # a heading above the column of y
        try:
            numbers = [[float(word) for word in row] for row in rows]
        except ValueError as error:
            raise self.error("data_file", f"'{path}': {error}") from None
        if len(numbers) < 2:
            raise self.error("data_file", f"'{path}' has no table")
        return numbers[0], [row[0] for row in numbers[1:]], [z for row in numbers[1:] for z in row[1:]]

    def value(self, q: Points) -> Any:
        p, axes = self.p, (q.x, q.y, q.z)
        if p.axis is not None:
            return self._grid.linear((axes[p.axis], q.t))
        if p.radial:
            return self._grid.linear((norm_sqrt(axes[p.xaxis] ** 2 + axes[p.yaxis] ** 2), q.t))
        return self._grid.linear([q.t if axis is None else axes[axis] for axis in (p.xaxis, p.yaxis)])


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
