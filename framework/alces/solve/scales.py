"""One constant per field for equations and unknowns."""
from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy

from alces import backend
from alces.solve.spread import Spread

AT_ONCE = 2**20
"""Values that are scaled at once."""


class Scales:
    """The constants, and scaled values of a matrix.

    Args:
        spread: which unknowns this process owns; field: variable index of all of this process, (n,).
        row: first constants of the equations.

    Attributes:
        row, column: constants of the equations and of the unknowns, per variable.
    """

    def __init__(self, spread: Spread, field: numpy.ndarray, row: Sequence[float]):
        self._spread, self._field = spread, field
        self.row, self.column = numpy.array(row), numpy.ones(len(row))
        self._diagonal_of: Any = None
        self._pairs_of: Any = None

    def choose(self, groups: Sequence[Sequence[int]], members: Sequence[numpy.ndarray], size: numpy.ndarray,
               structure: tuple[numpy.ndarray, numpy.ndarray], data: Any) -> None:
        """Equations by their median diagonal, unknowns by their last size: one constant per group.

        Args:
            groups: variables with common constants; members: places of their unknowns among the own ones.
            size: of each variable.
            structure, data: CSR structure and values (device) of all rows of this process.
        """
        rows, places = self._places_of_diagonal(structure)
        diagonal = numpy.zeros(len(self._field))
        diagonal[rows] = numpy.abs(backend.to_host(backend.gather(data, backend.resident(places))))
        diagonal = diagonal[self._spread.rows]
        for group, own in zip(groups, members, strict=True):
            largest = size[group].max()
            # powers of two keep scaling and unscaling exact
            self.column[group] = 2.0 ** round(math.log2(largest)) if largest > 0 else 1.0
            median = self._spread.median(diagonal[own][diagonal[own] > 0]) or 1.0
            self.row[group] = 1.0 / (median * self.column[group[0]])

    def _places_of_diagonal(self, structure: tuple[numpy.ndarray, numpy.ndarray]
                            ) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Rows with a diagonal entry, and where it is among the CSR values."""
        if structure[0] is not self._diagonal_of:
            row = numpy.repeat(numpy.arange(len(self._field)), numpy.diff(structure[0]))
            places = numpy.flatnonzero(row == structure[1])
            self._diagonal_of, self._diagonal = structure[0], (row[places], places)
        return self._diagonal

    def scale(self, structure: tuple[numpy.ndarray, numpy.ndarray], data: Any) -> None:
        """Make values of a matrix, on the device, those of scaled equations and unknowns."""
        if (self.row == 1.0).all() and (self.column == 1.0).all():
            return
        if structure[0] is not self._pairs_of:
            fields = len(self.row)
            small = self._field.astype(numpy.min_scalar_type(fields * fields))
            # of each entry, field of the row and field of the column in one small number
            self._pairs = numpy.repeat(small * small.dtype.type(fields), numpy.diff(structure[0]))
            self._pairs += small[structure[1]]
            self._pairs_of = structure[0]
        factors = backend.asarray(numpy.outer(self.row, self.column).ravel())
        pairs = backend.resident(self._pairs)
        n = len(structure[1])
        for first in range(0, n, AT_ONCE):  # no third array as long as the matrix
            part = slice(first, min(first + AT_ONCE, n))
            data[part] *= backend.gather(factors, pairs[part])

    def scaled(self, structure: tuple[numpy.ndarray, numpy.ndarray], data: Any) -> Any:
        """A copy of the values, scaled."""
        out = backend.copy(data)
        self.scale(structure, out)
        return out
