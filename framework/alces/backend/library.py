"""What the rest asks of an array library, in terms of the array API standard."""
from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy

from alces.backend.adding import Adder

NUMPY_NAMES = {"acos": "arccos", "acosh": "arccosh", "asin": "arcsin", "asinh": "arcsinh", "atan": "arctan",
               "atan2": "arctan2", "atanh": "arctanh", "concat": "concatenate"}
"""Functions that NumPy before 2 spells differently from the array API standard."""


class Library:
    """Operations on the arrays of one library; this class needs the standard's functions alone.

    Arrays of host and device never meet by themselves: `asarray` and `resident` go there, `to_host` comes
    back, and all three are counted.

    Attributes:
        name: as on the command line.
        xp: the library's namespace.
        counts: arrays and bytes that have crossed.
        points_at_once: points of a chunk (measured: with fewer Python's share grows, arrays of more leave
            the cache).
        sums_at_once: values that `adder` sums at once; None: all.
    """

    name = ""
    xp: Any = None
    sums_at_once: int | None = None
    points_at_once = 2**15

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._residents: dict[int, tuple[Any, Any]] = {}

    # -- crossing ----------------------------------------------------------------------------------
    def asarray(self, a: Any) -> Any:
        """A host array, list or number on the device."""
        host = numpy.asarray(a)
        self.counts["arrays to device"] += 1
        self.counts["bytes to device"] += host.nbytes
        return self._upload(host)

    def to_host(self, a: Any) -> numpy.ndarray:
        """A device array as one of NumPy; what is on the host stays as it is."""
        if isinstance(a, (numpy.ndarray, float, int, complex)):
            return numpy.asarray(a)
        host = self._download(a)
        self.counts["arrays to host"] += 1
        self.counts["bytes to host"] += host.nbytes
        return host

    def resident(self, a: numpy.ndarray) -> Any:
        """Device copy of a host array that does not change any more, made once; the host array becomes
        read-only so that it cannot."""
        kept = self._residents.get(id(a))
        if kept is None or kept[0]() is not a:
            a.flags.writeable = False
            key, kept_here = id(a), self._residents
            kept = self._residents[key] = (
                weakref.ref(a, lambda _: kept_here.pop(key, None)), self.asarray(a)
            )
        return kept[1]

    def address(self, a: Any) -> int:
        """Where the entries of a contiguous array lie in memory, all complete."""
        raise NotImplementedError(f"{type(self).__name__} does not tell addresses")

    def _upload(self, host: numpy.ndarray) -> Any:
        return self.xp.asarray(host)

    def _download(self, a: Any) -> numpy.ndarray:
        return numpy.asarray(a)

    def is_array(self, a: Any) -> bool:
        """Whether `a` is an array of this library (NumPy's numbers are none)."""
        return hasattr(a, "shape") and not isinstance(a, (numpy.ndarray, numpy.generic))

    def synchronize(self) -> None:
        """Wait until the device has done everything that it was asked for; for clocks."""

    def describe(self) -> str:
        """Library and device for people."""
        return self.name

    def memory(self) -> int:
        """Bytes that have been in use at most, on the device if there is one."""
        import resource

        return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def release(self) -> None:
        """Give memory that is not in use back to the device."""

    def short_of_memory(self, error: BaseException) -> str:
        """What to do, if the error says that the device's memory is exhausted, else ""."""
        return ""

    # -- elementwise -------------------------------------------------------------------------------
    def apply(self, name: str, x: Any) -> Any:
        """A function of one argument by the standard's name; numbers stay numbers."""
        if isinstance(x, (int, float)):
            return float(getattr(numpy, NUMPY_NAMES.get(name, name))(x))
        return getattr(self.xp, name)(x)

    def apply2(self, name: str, x: Any, y: Any) -> Any:
        """A function of two arguments: ``maximum``, ``minimum``, ``atan2``."""
        if isinstance(x, (int, float)) and isinstance(y, (int, float)):
            return float(getattr(numpy, NUMPY_NAMES.get(name, name))(x, y))
        return getattr(self.xp, name)(self._like(x, y), self._like(y, x))

    def clip(self, x: Any, low: float, high: float) -> Any:
        """`x` limited to [low, high]."""
        return float(numpy.clip(x, low, high)) if isinstance(x, (int, float)) else self.xp.clip(x, low, high)

    def where(self, condition: Any, x: Any, y: Any) -> Any:
        """`x` where the condition holds, else `y`; numbers stand for arrays of them."""
        if isinstance(condition, (bool, numpy.bool_)):
            return x if condition else y
        x, y = (self.full(a, condition.shape) if isinstance(a, (int, float)) else a for a in (x, y))
        return self.xp.where(condition, x, y)

    def erf(self, x: Any) -> Any:
        """Error function, which the standard lacks."""
        raise NotImplementedError(f"{type(self).__name__} has no error function")

    def _like(self, a: Any, b: Any) -> Any:
        return a * self.xp.ones_like(b) if isinstance(a, (int, float)) else a

    # -- tables, sums, layout ----------------------------------------------------------------------
    def gather(self, vector: Any, index: Any) -> Any:
        """``vector[index]`` for a vector and integers of any shape."""
        flat = self.xp.take(vector, self.xp.reshape(index, (-1,)), axis=0)
        return self.xp.reshape(flat, index.shape)

    def interval(self, knots: Sequence[float], x: Any, side: str) -> Any:
        """Number of knots below `x` (``side = "left"``) or not above it (``"right"``)."""
        if isinstance(x, (int, float)):
            return int(numpy.searchsorted(knots, x, side=side))  # type: ignore[call-overload]
        return self.xp.searchsorted(self.asarray(numpy.asarray(knots, dtype=float)), x, side=side)

    def entries(self, table: Sequence[float], index: Any) -> Any:
        """``table[index]`` for integers of any shape."""
        if isinstance(index, (int, numpy.integer)):
            return float(table[int(index)])
        return self.gather(self.asarray(numpy.asarray(table, dtype=float)), index)

    def scatter_add(self, index: Any, values: Any, size: int) -> Any:
        """Sum `values` (n,) into an array (size,) at `index` (n,); repeated indices add up."""
        raise NotImplementedError(f"{type(self).__name__} cannot scatter")

    def add_at(self, target: Any, index: Any, values: Any) -> None:
        """Add `values` (n,) to a vector at distinct places (n,)."""
        raise NotImplementedError(f"{type(self).__name__} cannot scatter")

    def put(self, target: Any, index: Any, value: float) -> None:
        """Make the entries of a vector at some places (n,) equal to a number."""
        target[index] = value

    def summation(self, index: numpy.ndarray, size: int) -> Callable[[Any], Any]:
        """`scatter_add` at an index (on the host) that does not change."""
        there = self.asarray(index)
        return lambda values: self.scatter_add(there, values, size)

    def adder(self, places: Sequence[numpy.ndarray], size: int) -> Callable[[Any, Sequence[Any]], None]:
        """A function (vector (size,), arrays (cell, k)) that adds the entries of all arrays to a vector, at
        places of the same shapes (on the host) that do not change; at equal places they add up."""
        return Adder(self, places, size)

    def concat(self, arrays: Sequence[Any], axis: int = 0) -> Any:
        """The arrays one after the other."""
        return self.xp.concat(list(arrays), axis=axis)

    def full(self, a: Any, shape: tuple[int, ...]) -> Any:
        """A number or an array as one of the given shape."""
        if isinstance(a, (int, float)):
            return self.xp.full(shape, float(a), dtype=self.xp.float64)
        return self.xp.broadcast_to(a, shape)

    def zeros(self, shape: tuple[int, ...]) -> Any:
        """A new array of zeros."""
        return self.xp.zeros(shape, dtype=self.xp.float64)

    def copy(self, a: Any) -> Any:
        """The same numbers in an array of their own."""
        return self.xp.asarray(a, copy=True)

    def column_array(self, columns: Sequence[Any], n_rows: int, n_columns: int) -> Any:
        """(n_rows, n_columns * len(columns)): (n_rows, n_columns) arrays or numbers side by side."""
        return self.concat([self.full(c, (n_rows, n_columns)) for c in columns], axis=1)

    def chunk(self, cell_points: int) -> int:
        """Cells to evaluate at once, given the points of a cell."""
        return max(1, self.points_at_once // cell_points)
