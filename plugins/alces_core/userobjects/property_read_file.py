"""Numbers for every cell from a file."""
from __future__ import annotations

import re

from alces.params import FILE, INTEGER, Choice, Param
from alces.physics import UserObject
from alces_core.functions.deck_file import read_lines


class PropertyReadFile(UserObject):
    """A table with a row for each cell, in the order of the mesh: `nprop` numbers between commas or blanks.

    Other objects read its columns, counted from 0.
    """

    parameters = (
        Param("prop_file_name", FILE, doc="the file, relative to the deck"),
        Param("nprop", INTEGER, doc="numbers in a row", range="nprop > 0"),
        Param("read_type", Choice("element"), doc="what a row belongs to: only cells are supported"),
    )

    def setup(self) -> None:
        path, lines = read_lines(self, "prop_file_name")
        rows = [re.split(r"[,\s]+", line.strip(", \t")) for line in lines if line]
        for number, row in enumerate(rows, 1):
            if len(row) != self.p.nprop:
                raise self.error("nprop",
                                 f"'{path}': row {number} has {len(row)} entries, not {self.p.nprop}")
        try:
            self._rows = [[float(word) for word in row] for row in rows]
        except ValueError as error:
            raise self.error("prop_file_name", f"'{path}': {error}") from None

    def column(self, number: int) -> list[float] | None:
        """The numbers of a column, cell by cell; None if there is no such column."""
        return [row[number] for row in self._rows] if number < self.p.nprop else None
