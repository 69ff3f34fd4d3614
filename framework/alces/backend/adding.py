"""Adding many values to a vector, again and again at the same places."""
from __future__ import annotations

from collections.abc import Callable, Sequence
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
        parts = [slice(first, first + step) for first in range(0, n, step)]
        together = [numpy.concatenate([a[part].ravel() for a in places]) for part in parts]
        self._ranges: list[tuple[slice, _Range]] = []
        self._distinct: list[tuple[Any, Callable[[Any], Any]]] = []
        if all(_is_tight(a) for a in together):
            self._ranges = [(part, _Range(library, a)) for part, a in zip(parts, together, strict=True)]
            return
        before = numpy.empty(0, dtype=numpy.int64)
        for each in places:  # fields at the same nodes share their sums
            found, local = _distinct(each.ravel(), size)
            if not numpy.array_equal(local, before):
                before, sums = local, library.summation(local, len(found))
            small = found.astype(numpy.int32) if size < 2**31 else found
            self._distinct.append((library.asarray(small), sums))

    def __call__(self, vector: Any, arrays: Sequence[Any]) -> None:
        """Add the values to the vector."""
        reshape, concat = self._library.xp.reshape, self._library.concat
        for part, sums in self._ranges:
            rows = [reshape(a[part], (-1,)) for a in arrays]
            sums.add(vector, rows[0] if len(rows) == 1 else concat(rows))
        for (found, add_up), a in zip(self._distinct, arrays if self._distinct else (), strict=True):
            self._library.add_at(vector, found, add_up(reshape(a, (-1,))))


def _is_tight(places: numpy.ndarray) -> bool:
    return int(places.max()) + 1 - int(places.min()) <= _TIGHT * len(places)


class _Range:
    """Sums values at equal places, and adds the sums to a range of the vector."""

    def __init__(self, library: Library, places: numpy.ndarray):
        first, end = int(places.min()), int(places.max()) + 1
        self._range = slice(first, end)
        self._sums = library.summation(places - first, end - first)

    def add(self, vector: Any, values: Any) -> None:
        """Add the values (n,) to the vector."""
        vector[self._range] += self._sums(values)


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
