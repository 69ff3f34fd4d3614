"""Whether CUDA works here: everything that can be missing, each with one sentence of its own."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from alces.backend.library import Library


def find_device(runtime: Any) -> None:
    """Nothing, if CUDA's runtime (``cupy.cuda.runtime``) has a device to work on.

    Raises:
        RuntimeError: driver or device is missing, or too old.
    """
    try:
        devices = runtime.getDeviceCount()
    except runtime.CUDARuntimeError as error:
        # with no driver at all the runtime complains of an old one
        driver, needed = version(runtime.driverGetVersion()), version(runtime.runtimeGetVersion())
        if driver == "0.0":
            raise RuntimeError(
                "the backend 'cupy' finds no NVIDIA driver: `nvidia-smi` must work first") from error
        if "InsufficientDriver" in str(error):
            raise RuntimeError(
                f"the backend 'cupy' finds an NVIDIA driver for CUDA {driver} at most, but this CuPy is "
                f"built with CUDA {needed}: take a newer driver, or CuPy for CUDA {driver}") from error
        raise RuntimeError(f"the backend 'cupy' cannot use the NVIDIA driver: {first_line(error)}") from error
    if not devices:
        raise RuntimeError("the backend 'cupy' finds no NVIDIA GPU (CUDA_VISIBLE_DEVICES may hide it)")


def try_out(library: Library) -> None:
    """One kernel of each kind that assembly needs: compiled for this device, one of cuBLAS.

    Raises:
        RuntimeError: a part of CUDA beside the driver is missing, or does not know this device.
    """
    try:
        matrix = library.asarray(numpy.array([[1.0, 2.0], [3.0, 4.0]]))
        index = library.asarray(numpy.array([0, 1, 1, 1]))
        sums = library.scatter_add(index, (matrix @ matrix).reshape(-1), 2)
        found = library.to_host(sums).tolist()
    except MemoryError as error:
        raise RuntimeError(
            f"the backend 'cupy' has no free memory on the GPU: {first_line(error)}") from error
    except Exception as error:  # missing libraries, headers, kernels: CuPy has a type of error for each
        raise RuntimeError("the backend 'cupy' cannot compute on the GPU; CUDA's libraries come with "
                           "pip install 'cupy-cuda12x[ctk]' (or cupy-cuda13x[ctk]): "
                           f"{type(error).__name__}: {first_line(error)}") from error
    if found != [7.0, 47.0]:
        raise RuntimeError(f"the backend 'cupy' computes wrongly on this GPU: {found} is not [7, 47]")
    library.counts.clear()


def version(number: int) -> str:
    """CUDA's way of writing versions in words: 12090 is 12.9."""
    return f"{number // 1000}.{number % 1000 // 10}"


def first_line(error: BaseException) -> str:
    """The first line of what an error says."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
