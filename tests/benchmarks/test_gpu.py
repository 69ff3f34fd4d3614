"""`benchmarks/gpu.py` without a GPU: it runs everywhere, and notices what is not the same."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import pytest
from alces import backend
from alces.backend.strict_library import Strict

pytest.importorskip("array_api_strict")


@pytest.fixture
def gpu(bench):
    yield bench("gpu")
    backend.use("numpy")


def test_one_call_gives_tables(gpu, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["agreement", "transfers", "stages"]
    assert gpu.main([*names, "--backend", "strict", "--small", "--to", str(tmp_path)]) == 0
    found = json.loads((tmp_path / "gpu.json").read_text())
    assert list(found["sections"]) == names
    assert all(section["rows"] and not section["skipped"] for section in found["sections"].values())
    assert (tmp_path / "gpu.md").read_text() in capsys.readouterr().out
    copied = {row["what"]: row["value"] for row in found["sections"]["transfers"]["rows"]}
    assert copied["arrays to host"] == 2  # residual and values of the Jacobian
    assert backend.active().name == "numpy"


@pytest.mark.parametrize("section", ["speed", "step", "runs"])
def test_the_other_sections(gpu, section: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpu, "SMALL", {"plasticity_element.i": ()})
    done = gpu.measure(section, gpu.Task("strict", True, False))
    assert not done.failed and not done.skipped and done.rows
    assert all(math.isfinite(v) for row in done.rows for v in row.values() if isinstance(v, float))


def test_without_petsc_the_rest_is_done(gpu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "petsc4py", None)
    for section in ("step", "runs"):
        done = gpu.measure(section, gpu.Task("strict", True, False))
        assert "petsc4py" in done.skipped and not done.failed


def test_small_differences_are_found(gpu, monkeypatch: pytest.MonkeyPatch) -> None:
    right = Strict.scatter_add
    monkeypatch.setattr(gpu, "SMALL", {"diffusion.i": ()})
    monkeypatch.setattr(Strict, "scatter_add", lambda *args: right(*args) * (1 + 1e-11))
    done = gpu.measure("agreement", gpu.Task("strict", True, False))
    assert done.failed
    assert all(1e-12 < row["Jacobian"] < 1e-10 and row["residual"] > 1e-13 for row in done.rows)


def test_small_fields_count_as_much_as_large_ones(gpu) -> None:
    """A relative error in the potential of coupled5, whose entries are not the largest."""
    a = gpu._evaluated(gpu.COUPLED5, ("N=3",))
    problem, residual, matrix, where = a
    of, phi = problem.model.unknowns.field, problem.model.unknowns.index["phi"]
    changed = residual.copy()
    changed[of == phi] *= 1 + 1e-10
    assert gpu.differences(a, a) == {"residual": 0.0, "Jacobian": 0.0}
    assert gpu.differences(a, (problem, changed, matrix, where))["residual"] > 1e-12


def test_an_error_in_one_section_is_told(gpu, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(task, out):
        """What does not work"""
        raise RuntimeError("cudaErrorIllegalAddress")

    monkeypatch.setitem(gpu.SECTIONS, "speed", broken)
    done = gpu.measure("speed", gpu.Task("strict", True, False))
    assert done.failed and done.skipped == "RuntimeError: cudaErrorIllegalAddress"
    assert "FAILED" in gpu.page({}, {"speed": done})


def test_no_gpu_is_one_sentence(gpu, capsys: pytest.CaptureFixture[str],
                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cupy", None)
    assert gpu.main([]) == 2
    assert "needs CuPy" in capsys.readouterr().err
