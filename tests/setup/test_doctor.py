"""`alces doctor` on machines that are sound, bare and mismatched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alces.cli.doctor import REQUIRED, Facts, Finding, ask_cupy, judge, numbers, verdict

FRAMEWORK = Path(__file__).resolve().parents[2] / "framework"
PETSC = {
    "petsc4py": "3.18.5",
    "petsc": "3.18.5",
    "scalar": "float64",
    "int_bits": 32,
    "external": ["mumps", "hypre"],
    "mpi4py": "3.1.4",
    "mpi": "Open MPI v4.1.4",
}
SOUND = Facts(
    python=(3, 11, 7),
    packages=dict.fromkeys(REQUIRED, "9.9") | {"numpy": "1.26.4"},
    petsc=PETSC,
    plugins={"framework": "", "core": ""},
)


def line(facts: Facts, name: str) -> Finding:
    return next(finding for finding in judge(facts) if finding.name == name)


def test_sound_machine_can_run() -> None:
    code, words = verdict(judge(SOUND))
    assert (code, words) == (0, "Alces can run here.")
    assert line(SOUND, "petsc4py").detail == "3.18.5, PETSc 3.18.5, float64, 32-bit indices"
    assert line(SOUND, "with").detail == "mumps, hypre"


def test_numpy_2_beside_debians_petsc4py_is_named_as_the_reason() -> None:
    """The package's own error speaks of an internal module; the report must speak of numpy."""
    petsc = {"petsc4py": "3.18.5", "error": "ImportError: numpy.core.multiarray failed to import"}
    facts = replace(SOUND, packages={**SOUND.packages, "numpy": "2.3.1"}, petsc=petsc)
    code, words = verdict(judge(facts))
    assert code == 1
    assert "built for numpy 1" in words and "numpy 2.3.1" in words
    assert "pip install 'numpy<2'" in words


def test_numpy_2_with_a_newer_petsc4py_is_fine() -> None:
    packages = {**SOUND.packages, "numpy": "2.3.1"}
    facts = replace(SOUND, packages=packages, petsc={**PETSC, "petsc4py": "3.22.5"})
    assert verdict(judge(facts))[0] == 0


def test_the_mismatch_comes_before_a_missing_package() -> None:
    packages = {**SOUND.packages, "numpy": "2.0.0", "meshio": None}
    facts = replace(SOUND, packages=packages, petsc={"petsc4py": "3.18.5", "error": "ImportError: x"})
    assert "numpy<2" in verdict(judge(facts))[1]


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        ({"python": (3, 10, 12)}, "python", "too old"),
        ({"packages": {**SOUND.packages, "numpy": "1.24.2"}}, "numpy", "too old"),
        ({"packages": {**SOUND.packages, "scipy": None}}, "scipy", "missing"),
        ({"errors": {"netCDF4": "ImportError: libhdf5.so"}}, "netCDF4", "libhdf5.so"),
        ({"petsc": {"petsc4py": None, "error": "ModuleNotFoundError: petsc4py"}}, "petsc4py", "missing"),
        ({"petsc": {**PETSC, "scalar": "complex128"}}, "petsc4py", "complex128"),
        ({"plugins": {}}, "plugins", "none found"),
        ({"plugins": {"framework": "ImportError: x"}}, "plugin", "framework does not load"),
    ],
)
def test_what_stops_alces(change: dict[str, object], name: str, words: str) -> None:
    facts = replace(SOUND, **change)  # type: ignore[arg-type]
    finding = line(facts, name)
    assert finding.level == "bad" and words in finding.detail and finding.remedy
    code, closing = verdict(judge(facts))
    assert code == 1 and finding.remedy in closing


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"petsc": {**PETSC, "external": ["hypre"]}}, "mumps"),
        ({"petsc": {**PETSC, "external": ["mumps"]}}, "hypre"),
        ({"petsc": {**PETSC, "mpi4py": None}}, "mpi4py"),
        ({"petsc": {**PETSC, "slow_blas": "/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"}}, "blas"),
        ({"plugins": {"framework": "", "stranger": "SyntaxError: x"}}, "plugin"),
        ({"gpu": "NVIDIA H200, 550.1, 143771 MiB"}, "gpu"),
        ({"cores": 8}, "threads"),
    ],
)
def test_what_alces_does_without(change: dict[str, object], name: str) -> None:
    facts = replace(SOUND, **change)  # type: ignore[arg-type]
    assert line(facts, name).level == "note"
    assert verdict(judge(facts))[0] == 0


GPU = "NVIDIA H200, 550.1, 143771 MiB"


def test_a_gpu_wants_cupy() -> None:
    assert line(SOUND, "gpu").detail == "none"
    assert "pip install 'cupy-cuda12x[ctk]'" in line(replace(SOUND, gpu=GPU), "gpu").detail


def test_cupy_that_works_and_cupy_that_does_not() -> None:
    works = replace(SOUND, gpu=GPU, cupy="14.2.0")
    on_the_host = "14.2.0: `--backend cupy` works; this PETSc solves on the host"
    assert line(works, "cupy") == Finding("ok", "cupy", on_the_host)
    with_cuda = replace(works, petsc={**PETSC, "external": ["mumps", "hypre", "cuda"]})
    assert line(with_cuda, "cupy").detail.endswith("works")
    fails = replace(SOUND, cupy="14.2.0", cupy_error="the backend 'cupy' finds no NVIDIA driver")
    assert line(fails, "cupy").level == "note" and "no NVIDIA driver" in line(fails, "cupy").detail
    assert verdict(judge(fails))[0] == 0


def test_why_cupy_does_not_work_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    assert ask_cupy() == "ended with code 1"
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    assert ask_cupy() == ""


def test_version_numbers() -> None:
    assert numbers("3.18.5-1+b2")[:3] == (3, 18, 5)
    assert numbers("1.26.4") < (2,) <= numbers("2.0.0rc1")
    assert numbers(None) == ()


def test_with_the_standard_library_alone() -> None:
    """A real process that sees no site-packages, only our sources."""
    code = "import sys; from alces.cli.doctor import doctor; sys.exit(doctor())"
    environment = {**os.environ, "PYTHONPATH": str(FRAMEWORK)}
    command = [sys.executable, "-S", "-c", code]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    assert answer.returncode == 1
    assert "Traceback" not in answer.stdout + answer.stderr
    assert "First: numpy: missing." in answer.stdout and "make setup" in answer.stdout


def test_probe_tells_the_truth_about_this_petsc() -> None:
    petsc4py = pytest.importorskip("petsc4py")
    command = [sys.executable, "-m", "alces.solve.probe"]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
    facts = json.loads(answer.stdout.splitlines()[-1])
    assert facts["petsc4py"] == petsc4py.__version__
    assert facts["scalar"] == "float64" and facts["int_bits"] in (32, 64)
