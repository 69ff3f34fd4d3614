"""Adding many values to a vector, again and again at the same places."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from alces.backend.library import Library

_TIGHT = 2
"""A range of the vector is added to as a whole if it has at most so many entries per value."""


class Adder:
    """Adds arrays (cell, k) of values to a vector, some cells at a time, so that they stay in the cache.

    Args:
        places: where each value goes, arrays (cell, k) on the host.
        size: length of the vector.
    """

    def __init__(self, library: Library, places: Sequence[numpy.ndarray], size: int):
        self._library = library
        n, width = len(places[0]), sum(a.shape[1] for a in places)
        step = n if library.sums_at_once is None else max(1, library.sums_at_once // width)
        self._pieces = [(part, _Sums(library, numpy.concatenate([a[part].ravel() for a in places]), size))
                        for part in (slice(first, first + step) for first in range(0, n, step))]

    def __call__(self, vector: Any, arrays: Sequence[Any]) -> None:
        """Add the values to the vector."""
        reshape, concat = self._library.xp.reshape, self._library.concat
        for part, sums in self._pieces:
            rows = [reshape(a[part], (-1,)) for a in arrays]
            sums.add(vector, rows[0] if len(rows) == 1 else concat(rows))


class _Sums:
    """Sums values at equal places; the sums go to a range of the vector, or to distinct places."""

    def __init__(self, library: Library, places: numpy.ndarray, size: int):
        self._library = library
        first = int(places.min())
        length = int(places.max()) + 1 - first
        self._range, self._places = slice(first, first + length), None
        if length <= _TIGHT * len(places):
            local = places - first
        else:
            found, local = _distinct(places, size)
            self._places, length = library.asarray(found), len(found)
        self._sums = library.summation(local, length)

    def add(self, vector: Any, values: Any) -> None:
        """Add the values (n,) to the vector."""
        if self._places is None:
            vector[self._range] += self._sums(values)
        else:
            self._library.add_at(vector, self._places, self._sums(values))


_scratch = numpy.empty(0, dtype=numpy.int64)


def _distinct(places: numpy.ndarray, size: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The distinct places, and which of them each place is: without sorting, by notes at the places."""
    global _scratch
    if len(_scratch) < size:
        _scratch = numpy.empty(size, dtype=numpy.int64)
    order = numpy.arange(len(places))
    _scratch[places] = order
    found = places[_scratch[places] == order]
    _scratch[found] = numpy.arange(len(found))
    return found, _scratch[places]
