"""What looks like CuPy 13 and computes with NumPy: it proves how Alces calls CuPy, nothing about a GPU.

Only names that CuPy 13 has exist here. As there, arrays of the host are refused, none comes back unasked,
sums stay on the device, and a kernel's parameters must not be called as CuPy's own variables.
"""

from __future__ import annotations

import operator
import re
import types
from functools import partial
from typing import Any

import numpy as np

FUNCTIONS = """
abs arccos arccosh arcsin arcsinh arctan arctan2 arctanh exp log sqrt sin cos tan sinh cosh tanh sign floor
ceil maximum minimum clip where concatenate broadcast_to searchsorted take reshape full zeros empty array
ascontiguousarray sum any all isfinite stack ones_like full_like max min argmax logical_and logical_or matmul
expand_dims squeeze einsum tensordot moveaxis transpose add subtract multiply repeat arange cumsum
"""


class CUDARuntimeError(RuntimeError):
    pass


class OutOfMemoryError(MemoryError):
    pass


class Runtime:
    """`cupy.cuda.runtime` of a machine with or without driver and device."""

    CUDARuntimeError = CUDARuntimeError

    def __init__(self, devices: int = 1, driver: int = 12090, error: str = ""):
        self.devices, self.driver, self.error = devices, driver, error

    def getDeviceCount(self) -> int:
        if self.error:
            raise CUDARuntimeError(self.error)
        return self.devices

    def driverGetVersion(self) -> int:
        return self.driver

    def runtimeGetVersion(self) -> int:
        return 12090

    def getDeviceProperties(self, device: int) -> dict[str, bytes]:
        return {"name": b"an imitation"}


class ndarray:
    """An array of the pretended device."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, inside: np.ndarray):
        self.inside = inside

    shape = property(lambda self: self.inside.shape)
    ndim = property(lambda self: self.inside.ndim)
    size = property(lambda self: self.inside.size)
    dtype = property(lambda self: self.inside.dtype)
    nbytes = property(lambda self: self.inside.nbytes)
    T = property(lambda self: ndarray(self.inside.T))

    def __getitem__(self, key: Any) -> ndarray:
        return ndarray(np.asarray(self.inside[opened(key)]))

    def __setitem__(self, key: Any, values: Any) -> None:
        self.inside[opened(key)] = opened(values)

    def reshape(self, *shape: Any) -> ndarray:
        return ndarray(self.inside.reshape(*shape))

    def ravel(self) -> ndarray:
        return ndarray(self.inside.ravel())

    def astype(self, kind: Any) -> ndarray:
        return ndarray(self.inside.astype(kind))

    def sum(self, axis: Any = None) -> ndarray:
        return ndarray(np.asarray(self.inside.sum(axis=axis)))

    def take(self, index: ndarray, axis: Any = None) -> ndarray:
        return ndarray(self.inside.take(opened(index), axis))

    def set(self, host: np.ndarray) -> None:
        assert type(host) is np.ndarray and host.shape == self.shape and host.dtype == self.dtype
        self.inside[...] = host

    def get(self, out: np.ndarray) -> np.ndarray:
        assert self.inside.flags.c_contiguous and out.shape == self.shape and out.dtype == self.dtype
        out[...] = self.inside
        return out

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError("Implicit conversion to a NumPy array is not allowed.")

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        return closed(getattr(ufunc, method)(*map(opened, inputs), **options))

    def __array_function__(self, *_: Any) -> Any:
        raise TypeError("a function of NumPy meets an array of the device")

    def __len__(self) -> int:
        return len(self.inside)


def opened(a: Any) -> Any:
    if isinstance(a, (tuple, list)):
        return type(a)(opened(b) for b in a)
    if isinstance(a, np.ndarray):
        raise TypeError("Unsupported type <class 'numpy.ndarray'>")
    return a.inside if isinstance(a, ndarray) else a


def closed(a: Any) -> Any:
    return ndarray(np.asarray(a)) if isinstance(a, (np.ndarray, np.generic)) else a


def _operators() -> None:
    def forward(function: Any) -> Any:
        def call(self: ndarray, other: Any) -> Any:
            if getattr(other, "__array_ufunc__", True) is None:
                return NotImplemented  # as CuPy does: dual numbers come first
            return closed(function(self.inside, opened(other)))

        return call

    def changed(function: Any) -> Any:
        def call(self: ndarray, other: Any) -> Any:
            self.inside = function(self.inside, opened(other))
            return self

        return call

    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor"):
        function = getattr(operator, f"__{name}__")
        setattr(ndarray, f"__{name}__", forward(function))
        setattr(ndarray, f"__r{name}__", forward(lambda a, b, function=function: function(b, a)))
        setattr(ndarray, f"__i{name}__", changed(getattr(operator, f"__i{name}__")))
    for name in ("lt", "le", "gt", "ge", "eq", "ne"):
        setattr(ndarray, f"__{name}__", forward(getattr(operator, f"__{name}__")))
    for name in ("neg", "pos", "abs", "invert"):
        function = getattr(operator, f"__{name}__")
        setattr(ndarray, f"__{name}__", lambda self, function=function: ndarray(function(self.inside)))


_operators()


class ElementwiseKernel:
    """Sums into a vector; the only kernel that Alces has."""

    def __init__(self, in_params: str, out_params: str, operation: str, name: str):
        names = [p.split()[-1] for p in f"{in_params}, {out_params}".split(",")]
        for reserved in ("i", "n"):
            if reserved in names or any(p.startswith("_") for p in names):
                raise ValueError(f"Can not use '{reserved}' as a parameter name")
        index, values, out = names
        assert "raw" in out_params and re.fullmatch(rf"atomicAdd\(&{out}\[{index}\], {values}\)", operation)

    def __call__(self, index: ndarray, values: ndarray, out: ndarray) -> None:
        assert index.shape == values.shape and values.dtype == out.dtype == np.float64
        assert index.dtype in (np.int32, np.int64)
        np.add.at(out.inside, index.inside, values.inside)


def call(function: Any, *args: Any, **options: Any) -> Any:
    """A function of NumPy on arrays of the device."""
    return closed(function(*map(opened, args), **options))


def modules(runtime: Runtime | None = None) -> dict[str, types.ModuleType]:
    """`cupy` and its sisters for `sys.modules`."""
    cupy, cupyx = types.ModuleType("cupy"), types.ModuleType("cupyx")
    scipy, special = types.ModuleType("cupyx.scipy"), types.ModuleType("cupyx.scipy.special")
    for name in FUNCTIONS.split():
        setattr(cupy, name, partial(call, getattr(np, name)))
    stream = types.SimpleNamespace(synchronize=lambda: None)
    device = types.SimpleNamespace(id=0, mem_info=(2**30, 2**31))
    pool = types.SimpleNamespace(free_bytes=lambda: 0, total_bytes=lambda: 0, free_all_blocks=lambda: None)
    parts = {
        "ndarray": ndarray, "float64": np.float64, "int64": np.int64, "bool_": np.bool_,
        "__version__": "13.6.0",
        "ElementwiseKernel": ElementwiseKernel, "asarray": lambda a: ndarray(np.array(opened_list(a))),
        "get_default_memory_pool": lambda: pool, "get_default_pinned_memory_pool": lambda: pool,
        "cuda": types.SimpleNamespace(runtime=runtime or Runtime(), Device=lambda: device,
                                      get_current_stream=lambda: stream,
                                      memory=types.SimpleNamespace(OutOfMemoryError=OutOfMemoryError)),
    }
    for name, part in parts.items():
        setattr(cupy, name, part)
    from scipy.special import erf

    special.erf = lambda a: closed(erf(opened(a)))  # type: ignore[attr-defined]
    scipy.special, cupyx.scipy = special, scipy  # type: ignore[attr-defined]
    cupyx.empty_pinned = np.empty  # type: ignore[attr-defined]
    return {"cupy": cupy, "cupyx": cupyx, "cupyx.scipy": scipy, "cupyx.scipy.special": special}


def opened_list(a: Any) -> Any:
    return a if isinstance(a, np.ndarray) else opened(a)
