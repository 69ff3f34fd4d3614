"""CuPy: arrays on an NVIDIA GPU."""
from __future__ import annotations

from typing import Any

import numpy

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
        try:
            import cupy
            import cupyx
            import cupyx.scipy.special
        except ImportError as error:
            raise RuntimeError("the backend 'cupy' needs CuPy: pip install cupy-cuda12x (or cupy-cuda13x; "
                               f"for what `nvidia-smi` shows as CUDA version): {error}") from error
        try:
            devices = cupy.cuda.runtime.getDeviceCount()
        except cupy.cuda.runtime.CUDARuntimeError as error:
            raise RuntimeError(f"the backend 'cupy' finds no usable NVIDIA driver: {error}") from error
        if not devices:
            raise RuntimeError("the backend 'cupy' finds no NVIDIA GPU")
        self.xp, self._cupyx = cupy, cupyx
        add = "atomicAdd(&out[i], v)"
        self._scatter = cupy.ElementwiseKernel("I i, float64 v", "raw float64 out", add, "alces_scatter_add")

    def _upload(self, host: numpy.ndarray) -> Any:
        out = self.xp.empty(host.shape, host.dtype)
        if host.size:
            locked = self._cupyx.empty_pinned(host.shape, host.dtype)
            locked[...] = host
            out.set(locked)
        return out

    def _download(self, a: Any) -> numpy.ndarray:
        out = self._cupyx.empty_pinned(a.shape, a.dtype)
        if a.size:
            self.xp.ascontiguousarray(a).get(out=out)
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
        return self._cupyx.scipy.special.erf(x)

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
        """See `Library.chunk`."""
        free = self.xp.cuda.Device().mem_info[0] + self.xp.get_default_memory_pool().free_bytes()
        return max(1024, int(_SHARE * free / (8 * _ARRAYS_PER_POINT * max(cell_points, 1))))


def _cupy(name: str) -> str:
    return NUMPY_NAMES.get(name, name)
