"""Array namespace of the run and the operations that NumPy and CuPy spell differently."""
from __future__ import annotations

from typing import Any

import numpy

xp: Any = numpy
"""The active array namespace (``numpy`` or ``cupy``)."""

transfers = {"to_host_bytes": 0, "to_host_calls": 0}
"""Bytes and calls that crossed from the device to the host, for the performance log."""


def use(name: str) -> None:
    """Choose the array library for this process: ``"numpy"`` or ``"cupy"``.

    Raises:
        ValueError: the name is neither.
        RuntimeError: CuPy or a usable device is missing.
    """
    global xp
    if name == "numpy":
        xp = numpy
    elif name == "cupy":
        try:
            import cupy

            cupy.cuda.runtime.getDeviceCount()
        except Exception as error:
            raise RuntimeError(
                f"the backend 'cupy' needs the package cupy and a CUDA device: {error}"
            ) from error
        xp = cupy
    else:
        raise ValueError(f"unknown backend '{name}'; allowed: numpy, cupy")


def asarray(a: Any, dtype: Any = None) -> Any:
    """`a` as an array of the active library (host to device copy where needed)."""
    return xp.asarray(a, dtype=dtype)


def to_host(a: Any) -> numpy.ndarray:
    """`a` as a NumPy array: the only way back from the device, counted in `transfers`."""
    if isinstance(a, numpy.ndarray):
        return a
    transfers["to_host_bytes"] += int(a.nbytes)
    transfers["to_host_calls"] += 1
    return xp.asnumpy(a)


def erf(a: Any) -> Any:
    """Error function, which neither array library has in its main namespace."""
    if xp.__name__ == "cupy":
        from cupyx.scipy import special
    else:
        from scipy import special
    return special.erf(a)


def scatter_add(index: Any, values: Any, size: int) -> Any:
    """Sum `values` (n,) into an array (size,) at `index` (n,); repeated indices add up."""
    return xp.bincount(index, weights=values, minlength=size)


def column_array(columns: list[Any], n_rows: int, n_columns: int) -> Any:
    """(n_rows, n_columns * len(columns)): the given (n_rows, n_columns) arrays or floats side by side."""
    out = xp.empty((n_rows, len(columns), n_columns))
    for k, column in enumerate(columns):
        out[:, k, :] = column
    return out.reshape(n_rows, len(columns) * n_columns)
