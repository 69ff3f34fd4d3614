"""`alces bench`: its command line, its table, and how it ends when memory does. Nobody minds the times."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import alces
import numpy as np
import pytest
from alces import backend
from alces.cli import bench as benchmark
from alces.cli.main import BAD_DECK, NO_MEMORY, main
from alces.run.problem import Problem

from tests.backend import fake_cupy

ROOT = Path(__file__).parents[2]
COUPLED5 = str(ROOT / "benchmarks" / "coupled5.i")


@pytest.fixture
def bench(capsys: pytest.CaptureFixture[str]):
    """``bench("N=4,8")``: exit code, output and errors."""

    def go(*arguments: str) -> tuple[int, str, str]:
        code = main(["bench", *arguments])
        return code, *capsys.readouterr()

    yield go
    backend.use("numpy")


def test_lists_of_numbers_are_runs() -> None:
    assert benchmark.sweep(["nx=8,16", "a=1", "ny=4,6", "f=x,y"]) == [
        ["nx=8", "a=1", "ny=4", "f=x,y"], ["nx=16", "a=1", "ny=6", "f=x,y"]]
    assert benchmark.sweep([]) == [[]]
    with pytest.raises(ValueError, match="equal length"):
        benchmark.sweep(["nx=8,16", "ny=4,6,8"])


def test_a_row_per_size(bench) -> None:
    code, said, _ = bench(COUPLED5, "N=3,4", "dt=2e-3")
    assert code == 0
    title, names, *found = said.splitlines()
    assert "backend numpy: NumPy" in title
    for name in ("cells", "unknowns", "residual, s", "Jacobian, s", "to PETSc, s", "step, s", "solver's"):
        assert name in names
    assert [line.split()[:4] for line in found] == [
        ["N=3", "dt=2e-3", "9", "80"], ["N=4", "dt=2e-3", "16", "125"]]


def test_operations_are_counted_where_they_can_be(bench) -> None:
    pytest.importorskip("array_api_strict")
    backend.use("strict")
    (row,) = benchmark.rows(COUPLED5, [["N=4"]], step=False)
    assert 100 < int(row["operations"]) < 700 and row["unknowns"] == 125


def test_decks_of_the_sources_are_the_default(bench, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {Path(deck).name: runs for deck, runs, _ in benchmark.named("", ["dt=1"])}
    assert found["coupled5.i"][:2] == [["N=64", "dt=1"], ["N=128", "dt=1"]]
    assert found["nzsp_dendrite.i"][-1] == ["nx=4096", "ny=4096", "dt=1"]
    monkeypatch.setattr(benchmark, "DECKS", {"benchmarks/nothing.i": "N=1"})
    code, _, said = bench()
    assert code == BAD_DECK and "no deck is named" in said


def test_mistakes_are_told(bench) -> None:
    assert "equal length" in bench(COUPLED5, "N=1,2", "dt=1,2,3")[2]
    code, _, said = bench("none.i")
    assert code == BAD_DECK and "none.i" in said
    code, _, said = bench(COUPLED5, "--backend", "cuda")
    assert code == BAD_DECK and "unknown backend 'cuda'; allowed: numpy, cupy, strict" in said


def test_each_evaluation_has_a_state_of_its_own() -> None:
    problem = alces.load(COUPLED5, "N=3")
    seen = []
    problem.system.residual = lambda state: seen.append(state.u.tobytes())  # type: ignore[method-assign]
    benchmark.Measured(problem).stages()
    assert len(set(seen)) == len(seen) >= 4


def test_what_operations_read_and_write() -> None:
    pytest.importorskip("array_api_strict")
    backend.use("strict")
    library = backend.active()
    a = library.asarray(np.ones((4, 5)))
    library.moved = 0  # type: ignore[attr-defined]
    b = a + a
    assert library.moved == 3 * 160  # type: ignore[attr-defined]
    b += library.full(library.asarray(np.ones(5)), (4, 5))  # broadcast: in memory once
    assert library.moved == 3 * 160 + 2 * 160 + 40  # type: ignore[attr-defined]
    few, many = (benchmark.traffic(COUPLED5, [f"N={n}"]) for n in (8, 16))
    assert few is not None and many is not None and few.jacobian > few.residual > 8 * 4 * 5
    assert many.jacobian == pytest.approx(few.jacobian, rel=0.05)  # per cell
    backend.use("numpy")


@pytest.fixture
def cupy(monkeypatch: pytest.MonkeyPatch):
    made = fake_cupy.modules()
    for name, module in made.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(benchmark, "COPIED", 1000)
    yield made["cupy"]
    backend.use("numpy")


def test_rates_against_a_copy(cupy, bench) -> None:
    """With an imitation of CuPy: which numbers there are, not what they are."""
    pytest.importorskip("array_api_strict")
    backend.use("cupy")
    first, second = benchmark.rows(COUPLED5, [["N=3"], ["N=4"]], step=False)
    for name in ("residual, GB/s", "residual, of copy", "Jacobian, GB/s", "to host, GB/s", "memory, GB"):
        assert math.isfinite(float(first[name])) and name in second
    assert float(first["Jacobian, GB/s"]) > 0
    code, said, _ = bench(COUPLED5, "N=3", "--backend", "cupy")
    assert code == 0 and "an imitation" in said and "Jacobian, of copy" in said


def test_a_run_says_where_it_computes_and_what_has_crossed(cupy, capsys: pytest.CaptureFixture[str],
                                                          tmp_path: Path) -> None:
    deck = str(ROOT / "inputs" / "diffusion.i")
    words = ["-i", deck, "Executioner/num_steps=2", f"Outputs/file_base={tmp_path / 'out'}"]
    assert main([*words, "--backend", "cupy"]) == 0
    said = capsys.readouterr().out
    assert "an imitation, 2.0 GiB, CuPy 13.6.0, CUDA 12.9" in said
    for name in ("arrays to device", "arrays to host", "bytes to device", "bytes to host"):
        assert f"\n{name} " in said
    backend.use("numpy")
    assert main(words) == 0
    assert "to device" not in capsys.readouterr().out


def test_the_end_of_the_devices_memory(cupy, bench, monkeypatch: pytest.MonkeyPatch,
                                       capsys: pytest.CaptureFixture[str]) -> None:
    def full(self: Problem, *arguments: object) -> None:
        if self.model.unknowns.n > 100:
            raise fake_cupy.OutOfMemoryError("Out of memory allocating 8,589,934,592 bytes")

    monkeypatch.setattr(benchmark.Measured, "petsc", lambda self: full(self.problem))
    code, said, _ = bench(COUPLED5, "N=3,4,5", "--backend", "cupy")
    assert code == 0
    assert "\nN=4" in said and "out of device memory: Out of memory allocating 8,589,934,592 bytes" in said
    assert "\nN=5" not in said
    monkeypatch.setattr(Problem, "execute", full)
    assert main(["-i", COUPLED5, "N=5", "--backend", "cupy", "-q"]) == NO_MEMORY
    assert "That is the GPU's memory. Take fewer cells" in capsys.readouterr().err
