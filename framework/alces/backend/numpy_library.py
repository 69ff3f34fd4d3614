"""NumPy: host and device are the same, nothing is copied."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy

from alces.backend.library import NUMPY_NAMES, Library


class NumPy(Library):
    """Arrays of NumPy."""

    name = "numpy"
    xp = numpy
    sums_at_once = 2**18
    _ones = numpy.ones(0)

    def __init__(self) -> None:
        super().__init__()
        # From the largest block that was freed the C library learns which ones to keep for the next arrays;
        # otherwise it would give each array of a chunk back to the system, and ask for new pages.
        numpy.empty(2**25 - 2**16, dtype=numpy.uint8)

    def asarray(self, a: Any) -> Any:
        """See `Library.asarray`."""
        return numpy.asarray(a)

    def describe(self) -> str:
        """See `Library.describe`."""
        return f"NumPy {numpy.__version__}"

    def to_host(self, a: Any) -> numpy.ndarray:
        """See `Library.to_host`."""
        return numpy.asarray(a)

    def resident(self, a: numpy.ndarray) -> numpy.ndarray:
        """See `Library.resident`."""
        return a

    def address(self, a: Any) -> int:
        """See `Library.address`."""
        return int(a.ctypes.data)

    def is_array(self, a: Any) -> bool:
        """See `Library.is_array`."""
        return isinstance(a, numpy.ndarray)

    def apply(self, name: str, x: Any) -> Any:
        """See `Library.apply`."""
        return getattr(numpy, NUMPY_NAMES.get(name, name))(x)

    def apply2(self, name: str, x: Any, y: Any) -> Any:
        """See `Library.apply2`."""
        return getattr(numpy, NUMPY_NAMES.get(name, name))(x, y)

    def clip(self, x: Any, low: float, high: float) -> Any:
        """See `Library.clip`."""
        return numpy.clip(x, low, high)

    def where(self, condition: Any, x: Any, y: Any) -> Any:
        """See `Library.where`."""
        return numpy.where(condition, x, y)

    def erf(self, x: Any) -> Any:
        """See `Library.erf`."""
        from scipy import special

        return special.erf(x)

    def gather(self, vector: Any, index: Any) -> Any:
        """See `Library.gather`."""
        return vector.take(index) if vector.flags.c_contiguous else vector[index]  # the first is faster

    def interval(self, knots: Sequence[float], x: Any, side: str) -> Any:
        """See `Library.interval`."""
        return numpy.searchsorted(knots, x, side=side)  # type: ignore[call-overload]

    def entries(self, table: Sequence[float], index: Any) -> Any:
        """See `Library.entries`."""
        return numpy.asarray(table, dtype=float)[index]

    def scatter_add(self, index: Any, values: Any, size: int) -> Any:
        """See `Library.scatter_add`."""
        return numpy.bincount(index, values, size)

    def add_at(self, target: Any, index: Any, values: Any) -> None:
        """See `Library.add_at`."""
        target[index] += values

    def summation(self, index: numpy.ndarray, size: int) -> Callable[[Any], Any]:
        """See `Library.summation`; a product with a matrix of ones takes half the time of a count."""
        from scipy import sparse

        n = len(index)
        if len(self._ones) < n:
            self._ones = numpy.ones(n)
        columns = numpy.arange(n + 1, dtype=numpy.int32)
        by_value = sparse.csc_matrix((self._ones[:n], index.astype(numpy.int32), columns), shape=(size, n))
        matrix = by_value.tocsr()
        matrix.data = self._ones[:n]  # shared by all
        return matrix.dot

    def concat(self, arrays: Sequence[Any], axis: int = 0) -> Any:
        """See `Library.concat`."""
        return numpy.concatenate(arrays, axis=axis)

    def full(self, a: Any, shape: tuple[int, ...]) -> Any:
        """See `Library.full`."""
        return numpy.broadcast_to(a, shape)

    def zeros(self, shape: tuple[int, ...]) -> Any:
        """See `Library.zeros`."""
        out = numpy.empty(shape)  # of numpy.zeros each page is fetched when it is first written to
        out.fill(0.0)
        return out

    def copy(self, a: Any) -> Any:
        """See `Library.copy`."""
        return numpy.array(a)

    def column_array(self, columns: Sequence[Any], n_rows: int, n_columns: int) -> Any:
        """See `Library.column_array`."""
        out = numpy.empty((len(columns), n_columns, n_rows))  # long rows are copied fastest
        for k, column in enumerate(columns):
            out[k] = column.T if isinstance(column, numpy.ndarray) else column
        return out.reshape(-1, n_rows).T
