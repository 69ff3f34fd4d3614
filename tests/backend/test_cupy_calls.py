"""How Alces calls CuPy, and what it says where CuPy does not work: with an imitation, no GPU is needed.

That imitation is `fake_cupy.py`; what a real device computes is for `benchmarks/gpu.py` to show.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import alces
import numpy as np
import pytest
from alces import backend
from alces.ad import Dual

from tests.backend import fake_cupy
from tests.backend.fake_cupy import CUDARuntimeError, OutOfMemoryError, Runtime

ROOT = Path(__file__).parents[2]
OLD = "cudaErrorInsufficientDriver: CUDA driver version is insufficient for CUDA runtime version"


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch):
    """``install(runtime)``: `cupy` is the imitation until the end of the test."""

    def go(runtime: Runtime | None = None) -> dict:
        made = fake_cupy.modules(runtime)
        for name, module in made.items():
            monkeypatch.setitem(sys.modules, name, module)
        return made

    yield go
    backend.use("numpy")


@pytest.fixture
def cupy(install):
    install()
    backend.use("cupy")
    return backend.active()


def refused(names: str = "cupy") -> str:
    with pytest.raises(RuntimeError) as error:
        backend.use(names)
    assert backend.active().name == "numpy"  # nothing is taken in its place
    assert "\n" not in str(error.value)
    return str(error.value)


# -- what is missing ---------------------------------------------------------------------------------------


def test_no_cupy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cupy", None)
    said = refused()
    assert "needs CuPy: pip install 'cupy-cuda12x[ctk]'" in said and "nvidia-smi" in said


@pytest.mark.parametrize(("runtime", "words"), [
    (Runtime(driver=0, error=OLD), "finds no NVIDIA driver: `nvidia-smi` must work first"),
    (Runtime(driver=11040, error=OLD), "for CUDA 11.4 at most, but this CuPy is built with CUDA 12.9"),
    (Runtime(error="cudaErrorNoDevice: no CUDA-capable device is detected"), "no CUDA-capable device"),
    (Runtime(devices=0), "finds no NVIDIA GPU (CUDA_VISIBLE_DEVICES"),
])
def test_no_driver_or_device(install: Callable, runtime: Runtime, words: str) -> None:
    install(runtime)
    assert words in refused()


def test_libraries_of_cuda_are_missing(install: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def kernel(self, *arguments):
        raise ImportError('Failure finding "libnvrtc.so.12"\nmore')

    install()
    monkeypatch.setattr(fake_cupy.ElementwiseKernel, "__call__", kernel)
    said = refused()
    assert "cannot compute on the GPU" in said and "libnvrtc.so.12" in said and "cupy-cuda12x[ctk]" in said


def test_a_gpu_that_is_full_from_the_start(install: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    made = install()

    def full(*arguments):
        raise OutOfMemoryError("Out of memory allocating 512 bytes (allocated so far: 0 bytes).")

    made["cupy"].empty = full
    assert "no free memory on the GPU: Out of memory allocating 512 bytes" in refused()


def test_a_gpu_that_computes_wrongly(install: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    install()
    monkeypatch.setattr(fake_cupy.ElementwiseKernel, "__call__", lambda self, index, values, out: None)
    assert "computes wrongly" in refused()


def test_falling_back_only_when_told_to(install: Callable) -> None:
    install(Runtime(devices=0))
    (reason,) = backend.use("cupy,numpy")
    assert "finds no NVIDIA GPU" in reason and backend.active().name == "numpy"


def test_what_is_said_when_the_device_is_full_on_the_way(cupy) -> None:
    full = OutOfMemoryError("Out of memory allocating 8,589,934,592 bytes")
    advice = cupy.short_of_memory(full)
    assert "fewer cells" in advice and "--backend numpy" in advice
    assert cupy.short_of_memory(CUDARuntimeError("cudaErrorMemoryAllocation: out of memory")) == advice
    assert not cupy.short_of_memory(CUDARuntimeError("cudaErrorIllegalAddress: an illegal memory access"))
    assert not cupy.short_of_memory(MemoryError("Unable to allocate 512. PiB for an array"))  # of the host


# -- operations --------------------------------------------------------------------------------------------


def test_crossing_is_counted_and_the_trial_is_not(cupy) -> None:
    assert not cupy.counts
    there = cupy.asarray([1.0, 2.0, 3.0])
    assert isinstance(there, fake_cupy.ndarray)
    assert np.array_equal(cupy.to_host(there[1:]), [2.0, 3.0])
    assert cupy.counts == {
        "arrays to device": 1, "bytes to device": 24, "arrays to host": 1, "bytes to host": 16}
    assert cupy.to_host(cupy.asarray(np.empty((0, 3)))).shape == (0, 3)
    host = np.arange(3.0)
    assert cupy.resident(host) is cupy.resident(host)
    assert float(cupy.to_host(cupy.xp.sum(there))) == 6.0


def test_sums_and_gathers(cupy) -> None:
    index = cupy.asarray(np.array([2, 0, 2]))
    sums = cupy.scatter_add(index, cupy.asarray([1.0, 2.0, 4.0]), 4)
    assert cupy.to_host(sums).tolist() == [2.0, 0.0, 5.0, 0.0]
    cupy.add_at(sums, cupy.asarray(np.array([1, 3])), cupy.asarray([1.0, 1.0]))
    assert cupy.to_host(sums).tolist() == [2.0, 1.0, 5.0, 1.0]
    table = cupy.asarray(np.array([[0, 2], [3, 3]]))
    assert cupy.to_host(cupy.gather(sums, table)).tolist() == [[2.0, 5.0], [1.0, 1.0]]
    both = cupy.concat([sums, sums])
    assert both.shape == (8,)
    row = cupy.column_array([0.5, cupy.asarray([[1.0, 2.0]])], 1, 2)
    assert cupy.to_host(row).tolist() == [[0.5, 0.5, 1.0, 2.0]]


def test_adding_at_known_places(cupy) -> None:
    add = cupy.adder([np.array([[0, 1], [1, 2]]), np.array([[2], [2]])], 4)
    vector = cupy.asarray([1.0, 0.0, 0.0, 0.0])
    add(vector, [cupy.asarray([[1.0, 2.0], [3.0, 4.0]]), cupy.asarray([[5.0], [6.0]])])
    assert cupy.to_host(vector).tolist() == [2.0, 5.0, 15.0, 0.0]


@pytest.mark.parametrize(("deck", "overrides"), [
    ("benchmarks/coupled5.i", ["N=6"]), ("inputs/nzsp_dendrite.i", ["nx=10", "ny=10"]),
    ("inputs/plasticity_element.i", []),
])
def test_whole_assembly_through_calls_of_cupy(install: Callable, deck: str, overrides: list[str]) -> None:
    found = {}
    for name in ("numpy", "cupy"):
        install()
        backend.use(name)
        problem = alces.load(str(ROOT / deck), *overrides)
        found[name] = problem.residual(), problem.jacobian().data
    for have, want in zip(found["cupy"], found["numpy"], strict=True):
        assert type(have) is np.ndarray
        np.testing.assert_allclose(have, want, rtol=0, atol=1e-14 * np.abs(want).max())


def test_functions_of_numbers_stay_numbers(cupy) -> None:
    a = cupy.asarray([0.3, 0.6])
    for name in ("exp", "acos", "atanh", "floor"):
        assert type(cupy.apply(name, 0.3)) is float
        assert float(cupy.to_host(cupy.apply(name, a))[0]) == cupy.apply(name, 0.3)
    assert type(cupy.erf(0.3)) is float
    assert float(cupy.to_host(cupy.erf(a))[0]) == pytest.approx(cupy.erf(0.3), rel=1e-15)
    assert cupy.to_host(cupy.apply2("maximum", a, 0.5)).tolist() == [0.5, 0.6]
    assert cupy.to_host(cupy.where(a > 0.5, a, 0.0)).tolist() == [0.0, 0.6]
    assert cupy.to_host(cupy.where(a > 0.5, 1.0, 0.0)).tolist() == [0.0, 1.0]
    assert cupy.to_host(cupy.interval([0.0, 0.5], a, "right")).tolist() == [1, 2]


def test_arrays_defer_to_dual_numbers(cupy) -> None:
    a = cupy.asarray([2.0])
    product = a * Dual(a, {0: 1.0})
    assert isinstance(product, Dual) and cupy.to_host(product.d[0]).tolist() == [2.0]
    assert isinstance(a - Dual(a, {}), Dual) and isinstance(a / Dual(a, {}), Dual)


def test_host_arrays_are_refused(cupy) -> None:
    with pytest.raises(TypeError):
        cupy.asarray([2.0]) * np.ones(1)


def test_chunks_fit_into_free_memory_and_stay_as_they_are(install: Callable) -> None:
    made = install()
    backend.use("cupy")
    four = backend.active().chunk(4)
    assert 4 * four * 1500 * 8 == pytest.approx(2**30 / 2, rel=1e-3)
    made["cupy"].cuda.Device = lambda: type("Device", (), {"mem_info": (2**20, 2**31)})
    assert backend.active().chunk(4) == four  # tables for sums are kept by chunk
    assert backend.active().chunk(27) == pytest.approx(four * 4 / 27, abs=1)
