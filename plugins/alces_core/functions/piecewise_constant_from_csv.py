"""A number for every cell."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector, entries
from alces.params import INTEGER, USER_OBJECT, Choice, Param
from alces.physics import Function, Points


class PiecewiseConstantFromCSV(Function):
    """In each cell a number of its own, from a column of a `PropertyReadFile`; it has no value at nodes."""

    parameters = (
        Param("read_prop_user_object", USER_OBJECT, doc="the PropertyReadFile"),
        Param("read_type", Choice("element"), doc="what a row belongs to: only cells are supported"),
        Param("column_number", INTEGER, doc="column, counted from 0", range="column_number >= 0"),
    )

    def value(self, q: Points) -> Any:
        column = q.user_object(self.p.read_prop_user_object).column(self.p.column_number)
        if column is None:
            raise self.error("column_number", f"the file has no column {self.p.column_number}")
        cells = q.cell_numbers
        if cells.max(initial=0) >= len(column):
            raise self.error("read_prop_user_object",
                             f"the file has {len(column)} rows, but the mesh has a cell {cells.max()}")
        return entries(column, cells)

    def gradient(self, q: Points) -> Vector:
        return Vector()
