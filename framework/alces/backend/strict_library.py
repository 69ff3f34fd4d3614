"""The array API standard to the letter behind a wall, to prove that physics and assembly need no host."""
from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy

from alces.backend.library import Library
from alces.backend.numpy_library import NumPy

_COMPARISONS = ("lt", "le", "gt", "ge", "eq", "ne")
_ARITHMETIC = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor")
_UNARY = ("neg", "pos", "abs", "invert")
_VIEWS = ("reshape", "broadcast_to", "permute_dims", "expand_dims", "squeeze")


class Strict(Library):
    """Arrays of array_api_strict on a pretended device.

    What the standard does not promise is an error, and so is a number or an array that would come to the host
    unasked. Each operation on whole arrays is counted as a device would launch it; views cost nothing.

    Attributes:
        operations: calls by name.
        moved: bytes that they have read and written, one by one as a device would.

    Raises:
        RuntimeError: array_api_strict is not installed.
    """

    name = "strict"

    def __init__(self) -> None:
        super().__init__()
        try:
            import array_api_strict
        except ImportError as error:
            raise RuntimeError("the backend 'strict' needs the package array-api-strict") from error
        self.operations: Counter[str] = Counter()
        self.moved = 0
        self._standard, self._device = array_api_strict, array_api_strict.Device("device1")
        self.xp = _Namespace(self, array_api_strict)

    def call(self, name: str, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """An operation of the standard, counted."""
        out = self.view(function, *args, **options)
        self.count(name, *args, out)
        return out

    def view(self, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """An operation that launches nothing."""
        return StrictArray(function(*map(_open, args), **options), self)

    def own(self, name: str, function: Callable[..., Any], *args: Any) -> Any:
        """An operation beyond the standard that a device's own library has."""
        out = self._upload(function(*(a.inside._array if isinstance(a, StrictArray) else a for a in args)))
        self.count(name, *args, out)
        return out

    def count(self, name: str, *arrays: Any) -> None:
        """Take note of an operation and of the arrays that it reads and writes."""
        self.operations[name] += 1
        self.moved += sum(map(_bytes, arrays))

    def _upload(self, host: numpy.ndarray) -> Any:
        return StrictArray(self._standard.asarray(numpy.array(host), device=self._device), self)

    def _download(self, a: Any) -> numpy.ndarray:
        return numpy.array(a.inside._array)

    def full(self, a: Any, shape: tuple[int, ...]) -> Any:
        """See `Library.full`."""
        if not isinstance(a, (int, float)):
            return self.xp.broadcast_to(a, shape)
        return self.call("full", lambda: self._standard.full(
            shape, float(a), dtype=self._standard.float64, device=self._device))

    def zeros(self, shape: tuple[int, ...]) -> Any:
        """See `Library.zeros`."""
        return self.full(0.0, shape)

    def erf(self, x: Any) -> Any:
        """See `Library.erf`."""
        return float(NumPy().erf(x)) if isinstance(x, (int, float)) else self.own("erf", NumPy().erf, x)

    def scatter_add(self, index: Any, values: Any, size: int) -> Any:
        """See `Library.scatter_add`."""
        return self.own("scatter_add", numpy.bincount, index, values, size)

    def add_at(self, target: Any, index: Any, values: Any) -> None:
        """See `Library.add_at`."""
        self.count("add_at", index, values, values, values)
        target.inside._array[index.inside._array] += values.inside._array

    def put(self, target: Any, index: Any, value: float) -> None:
        """See `Library.put`."""
        self.count("put", index, index)
        target.inside._array[index.inside._array] = value


class StrictArray:
    """An array that knows operators, slices and its shape, and nothing that would bring it to the host."""

    __array_ufunc__ = None
    __slots__ = ("inside", "library")
    __hash__ = None  # type: ignore[assignment]  # equality is elementwise

    def __init__(self, inside: Any, library: Strict):
        self.inside, self.library = inside, library

    @property
    def shape(self) -> tuple[int, ...]:
        return self.inside.shape

    @property
    def ndim(self) -> int:
        return self.inside.ndim

    @property
    def size(self) -> int:
        return self.inside.size

    @property
    def dtype(self) -> Any:
        return self.inside.dtype

    @property
    def T(self) -> StrictArray:
        return StrictArray(self.inside.T, self.library)

    def __getitem__(self, key: Any) -> Any:
        return self.library.view(operator.getitem, self, _slices(key))

    def __setitem__(self, key: Any, values: Any) -> None:
        self.inside[_slices(key)] = _open(values)
        self.library.count("setitem", values, self[key])

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError("an array would cross to the host unasked")

    __float__ = __int__ = __bool__ = __iter__ = __len__ = __complex__ = __index__ = __array__


def _open(a: Any) -> Any:
    if isinstance(a, (list, tuple)):
        return type(a)(_open(b) for b in a)
    if isinstance(a, (numpy.ndarray, numpy.generic)) and type(a) is not numpy.float64:
        raise TypeError("an array of the host meets one of the device")
    return a.inside if isinstance(a, StrictArray) else a


def _bytes(a: Any) -> int:
    """Bytes of memory that an array has, one that is broadcast only once."""
    if isinstance(a, (list, tuple)):
        return sum(map(_bytes, a))
    if not isinstance(a, StrictArray):
        return 0
    array = a.inside._array
    lengths = (length for length, stride in zip(array.shape, array.strides, strict=True) if stride)
    return array.itemsize * math.prod(lengths)


def _slices(key: Any) -> Any:
    for part in key if isinstance(key, tuple) else (key,):
        if not (part is None or part is Ellipsis or isinstance(part, (int, slice))):
            raise TypeError("arrays are taken apart by slices alone; `gather` takes indices")
    return key if isinstance(key, tuple) else (key, ...)  # the standard wants to hear of the other axes


def _operator(name: str) -> None:
    function = getattr(operator, f"__{name}__")

    def forward(self: StrictArray, other: Any) -> Any:
        if not isinstance(other, (StrictArray, bool, int, float)):
            return NotImplemented
        return self.library.call(name, function, self, other)

    setattr(StrictArray, f"__{name}__", forward)


def _arithmetic(name: str) -> None:
    function, in_place = getattr(operator, f"__{name}__"), getattr(operator, f"__i{name}__")

    def reflected(self: StrictArray, other: Any) -> Any:
        if not isinstance(other, (bool, int, float)):
            return NotImplemented
        return self.library.call(name, function, other, self)

    def changed(self: StrictArray, other: Any) -> Any:
        self.library.count(name, self, other, self)
        in_place(self.inside, _open(other))
        return self

    setattr(StrictArray, f"__r{name}__", reflected)
    setattr(StrictArray, f"__i{name}__", changed)


def _unary(name: str) -> None:
    function = getattr(operator, f"__{name}__")
    setattr(StrictArray, f"__{name}__", lambda self: self.library.call(name, function, self))


for _name in (*_COMPARISONS, *_ARITHMETIC):
    _operator(_name)
for _name in _ARITHMETIC:
    _arithmetic(_name)
for _name in _UNARY:
    _unary(_name)


class _Namespace:
    """The standard's functions on such arrays."""

    def __init__(self, library: Strict, standard: Any):
        self._library, self._standard = library, standard

    def __getattr__(self, name: str) -> Any:
        function = getattr(self._standard, name)
        if not callable(function) or name in ("float64", "int64", "bool"):
            return function

        def call(*args: Any, **options: Any) -> Any:
            launch = self._library.view if name in _VIEWS else partial(self._library.call, name)
            return launch(function, *args, **options)

        return call
