"""CuPy: arrays on an NVIDIA GPU."""
from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy

from alces.backend.cuda import find_device, first_line, try_out, version
from alces.backend.library import NUMPY_NAMES, Library

_ARRAYS_PER_POINT = 1500
"""Doubles per quadrature point that the evaluation of a large coupled problem may hold at once."""
_SHARE = 0.5
"""Part of the free device memory that one chunk may use."""


class CuPy(Library):
    """Arrays of CuPy 13 or later; copies go through page-locked memory.

    Raises:
        RuntimeError: CuPy, a driver or a device is missing; the message says which.
    """

    name = "cupy"

    def __init__(self) -> None:
        super().__init__()
        self._points_at_once: float | None = None
        try:
            import cupy
            import cupyx
            import cupyx.scipy.special
        except ImportError as error:
            raise RuntimeError(
                "the backend 'cupy' needs CuPy: pip install 'cupy-cuda12x[ctk]', or cupy-cuda13x where "
                f"`nvidia-smi` shows CUDA 13 ({first_line(error)})") from error
        find_device(cupy.cuda.runtime)
        self.xp, self._cupyx = cupy, cupyx
        # `i` is a name of CuPy's own
        self._scatter = cupy.ElementwiseKernel("I at, float64 v", "raw float64 out",
                                               "atomicAdd(&out[at], v)", "alces_scatter_add")
        try_out(self)

    def synchronize(self) -> None:
        """See `Library.synchronize`."""
        self.xp.cuda.get_current_stream().synchronize()

    def describe(self) -> str:
        """See `Library.describe`."""
        runtime, device = self.xp.cuda.runtime, self.xp.cuda.Device()
        name = runtime.getDeviceProperties(device.id)["name"].decode()
        return (f"{name}, {device.mem_info[1] / 2**30:.1f} GiB, CuPy {self.xp.__version__}, "
                f"CUDA {version(runtime.runtimeGetVersion())}, "
                f"driver for {version(runtime.driverGetVersion())}")

    def memory(self) -> int:
        """See `Library.memory`."""
        return int(self.xp.get_default_memory_pool().total_bytes())

    def release(self) -> None:
        """See `Library.release`."""
        self.xp.get_default_memory_pool().free_all_blocks()
        self.xp.get_default_pinned_memory_pool().free_all_blocks()

    def short_of_memory(self, error: BaseException) -> str:
        """See `Library.short_of_memory`."""
        if not (isinstance(error, self.xp.cuda.memory.OutOfMemoryError) or "MemoryAllocation" in str(error)):
            return ""
        return ("That is the GPU's memory. Take fewer cells or lower orders, free it (`nvidia-smi` shows who "
                "uses it), or compute on the host: --backend numpy.")

    def address(self, a: Any) -> int:
        """See `Library.address`."""
        self.synchronize()
        return int(a.data.ptr)

    def _upload(self, host: numpy.ndarray) -> Any:
        out = self.xp.empty(host.shape, host.dtype)
        if host.size:
            locked = self._cupyx.empty_pinned(host.shape, host.dtype)
            locked[...] = host
            out.set(locked)
        return out

    def _download(self, a: Any) -> numpy.ndarray:
        if not a.size:
            return numpy.empty(a.shape, a.dtype)
        out = self._cupyx.empty_pinned(a.shape, a.dtype)
        (self.xp.ascontiguousarray(a) if a.ndim else a).get(out=out)  # numbers would become vectors
        return out

    def where(self, condition: Any, x: Any, y: Any) -> Any:
        """See `Library.where`."""
        if isinstance(condition, (bool, numpy.bool_)):
            return x if condition else y
        return self.xp.where(condition, x, y)

    def copy(self, a: Any) -> Any:
        """See `Library.copy`."""
        return self.xp.array(a)

    def erf(self, x: Any) -> Any:
        """See `Library.erf`."""
        return math.erf(x) if isinstance(x, (int, float)) else self._cupyx.scipy.special.erf(x)

    def gather(self, vector: Any, index: Any) -> Any:
        """See `Library.gather`."""
        return vector.take(index)

    def scatter_add(self, index: Any, values: Any, size: int) -> Any:
        """See `Library.scatter_add`."""
        out = self.xp.zeros(size)
        self._scatter(index, values, out)
        return out

    def add_at(self, target: Any, index: Any, values: Any) -> None:
        """See `Library.add_at`."""
        self._scatter(index, values, target)

    def adder(self, places: Sequence[numpy.ndarray], size: int) -> Callable[[Any, Sequence[Any]], None]:
        """See `Library.adder`; sums in no particular order."""
        small = numpy.int32 if size < 2**31 else numpy.int64
        there = [self.asarray(a.astype(small)) for a in places]

        def add(vector: Any, arrays: Sequence[Any]) -> None:
            for at, values in zip(there, arrays, strict=True):
                self._scatter(at, values, vector)

        return add

    def concat(self, arrays: Any, axis: int = 0) -> Any:
        """See `Library.concat`."""
        return self.xp.concatenate(arrays, axis=axis)

    def apply(self, name: str, x: Any) -> Any:
        """See `Library.apply`."""
        return super().apply(name, x) if isinstance(x, (int, float)) else getattr(self.xp, _cupy(name))(x)

    def apply2(self, name: str, x: Any, y: Any) -> Any:
        """See `Library.apply2`."""
        if isinstance(x, (int, float)) and isinstance(y, (int, float)):
            return super().apply2(name, x, y)
        return getattr(self.xp, _cupy(name))(x, y)

    def chunk(self, cell_points: int) -> int:
        """See `Library.chunk`; the same whenever it is asked for, since what belongs to a chunk is kept."""
        if self._points_at_once is None:
            free = self.xp.cuda.Device().mem_info[0] + self.xp.get_default_memory_pool().free_bytes()
            self._points_at_once = _SHARE * free / (8 * _ARRAYS_PER_POINT)
        return max(1024, int(self._points_at_once / max(cell_points, 1)))


def _cupy(name: str) -> str:
    return NUMPY_NAMES.get(name, name)
