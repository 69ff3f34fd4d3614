"""`alces doctor`: what this machine offers Alces, whether it fits together, and the one thing to mend first.

The standard library alone carries it, so that it still answers where everything else is missing. Facts are
gathered first (`gather`), judged by a pure function (`judge`), and only then printed.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, entry_points, version
from typing import Any

REQUIRED = ("numpy", "scipy", "pluggy", "xarray", "netCDF4", "matplotlib", "meshio")
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
CUPY_PACKAGES = ("cupy-cuda12x", "cupy-cuda13x", "cupy")
MARKS = {"ok": "  ok ", "note": "  -- ", "bad": "  !! "}


@dataclass
class Facts:
    """What was seen. A package maps to its version, or to None; `errors` says why an import failed."""

    python: tuple[int, int, int]
    packages: Mapping[str, str | None]
    petsc: Mapping[str, Any]
    plugins: Mapping[str, str]  # name -> "" or why it does not load
    errors: Mapping[str, str] = field(default_factory=dict)
    cupy: str | None = None
    cupy_error: str = ""  # why the backend 'cupy' does not work, though CuPy is installed
    gpu: str | None = None
    threads: Mapping[str, str] = field(default_factory=dict)
    cores: int = 1
    memory_gib: float | None = None


@dataclass(frozen=True)
class Finding:
    """One line of the report: `level` is "ok", "note" (works without) or "bad" (Alces cannot run)."""

    level: str
    name: str
    detail: str
    remedy: str = ""


def numbers(text: str | None) -> tuple[int, ...]:
    """The leading numbers of a version: "3.18.5-1" -> (3, 18, 5, 1)."""
    return tuple(int(part) for part in re.findall(r"\d+", text or ""))


# ---- judging -----------------------------------------------------------------------------------------------


def judge_python(facts: Facts) -> Finding:
    text = ".".join(map(str, facts.python))
    if facts.python < (3, 11):
        remedy = "Use Python >= 3.11: `make setup PYTHON=python3.12`."
        return Finding("bad", "python", f"{text}: too old", remedy)
    return Finding("ok", "python", text)


def judge_package(facts: Facts, name: str) -> Finding:
    found = facts.packages.get(name)
    if name in facts.errors:
        detail = f"{found or 'installed'}, but does not import: {facts.errors[name]}"
        return Finding("bad", name, detail, f"`pip install --force-reinstall {name}`, or `make setup`.")
    if found is None:
        return Finding("bad", name, "missing", "`make setup`, or `pip install -e .` in your own environment.")
    if name == "numpy" and numbers(found) < (1, 26):
        return Finding("bad", name, f"{found}: too old", "`pip install 'numpy>=1.26'`")
    return Finding("ok", name, found)


def judge_petsc(facts: Facts) -> list[Finding]:
    petsc, numpy = facts.petsc, facts.packages.get("numpy")
    found = petsc.get("petsc4py")
    if error := petsc.get("error"):
        if found and numbers(found) < (3, 22) and numbers(numpy) >= (2,):
            detail = f"{found} is built for numpy 1 and does not import beside numpy {numpy}"
            remedy = "`pip install 'numpy<2'`, or a petsc4py of 3.22 or newer."
            return [Finding("bad", "petsc4py", detail, remedy)]
        if found:
            remedy = "`make setup` makes an environment in which they fit."
            return [Finding("bad", "petsc4py", f"{found}, but does not import: {error}", remedy)]
        remedy = "`make setup` brings it (distribution package or a build); conda-forge has it too."
        if "ModuleNotFoundError" not in error:
            return [Finding("bad", "petsc4py", f"does not answer: {error}", remedy)]
        return [Finding("bad", "petsc4py", "missing", remedy)]
    detail = f"{found}, PETSc {petsc['petsc']}, {petsc['scalar']}, {petsc['int_bits']}-bit indices"
    if petsc["scalar"] != "float64":
        remedy = "Alces needs real double precision; Debian: `apt-get install python3-petsc4py-real`."
        return [Finding("bad", "petsc4py", detail, remedy)]
    findings = [Finding("ok", "petsc4py", detail)]
    if petsc.get("slow_blas"):
        words = f"{petsc['slow_blas']} makes factorisations slow; `apt-get install libopenblas0-serial`"
        findings.append(Finding("note", "blas", words))
    external = petsc["external"]
    with_packages = ", ".join(external) or "no external packages"
    findings.append(Finding("ok" if external else "note", "with", with_packages))
    if "mumps" not in external:
        findings.append(Finding("note", "mumps", "missing: direct solves use PETSc's own LU, one rank only"))
    if "hypre" not in external:
        findings.append(Finding("note", "hypre", "missing: multigrid is PETSc's GAMG"))
    if petsc.get("mpi4py"):
        findings.append(Finding("ok", "mpi4py", f"{petsc['mpi4py']}, {petsc.get('mpi', '')}"))
    else:
        findings.append(Finding("note", "mpi4py", "missing: runs on one rank only"))
    return findings


def judge_gpu(facts: Facts) -> list[Finding]:
    if facts.cupy is None:
        use = "; for `--backend cupy`: `pip install 'cupy-cuda12x[ctk]'` (or cupy-cuda13x)"
        return [Finding("note", "gpu", facts.gpu + use if facts.gpu else "none")]
    gpu = Finding("ok" if facts.gpu else "note", "gpu", facts.gpu or "none")
    if facts.cupy_error:
        return [gpu, Finding("note", "cupy", f"{facts.cupy}, of no use: {facts.cupy_error}")]
    by_copy = "" if "cuda" in facts.petsc.get("external", ()) else "; this PETSc solves on the host"
    return [gpu, Finding("ok", "cupy", f"{facts.cupy}: `--backend cupy` works{by_copy}")]


def judge_plugins(facts: Facts) -> list[Finding]:
    if not facts.plugins:
        remedy = "Alces is not installed: `make setup` or `pip install -e .`"
        return [Finding("bad", "plugins", "none found", remedy)]
    good = ", ".join(sorted(name for name, error in facts.plugins.items() if not error))
    findings = [Finding("ok", "plugins", good)] if good else []
    for name, error in sorted(facts.plugins.items()):
        if error:
            level = "bad" if name == "framework" else "note"
            remedy = "The installation is incomplete: `make setup` or `pip install -e .`"
            findings.append(Finding(level, "plugin", f"{name} does not load: {error}", remedy))
    return findings


def judge_machine(facts: Facts) -> list[Finding]:
    memory = f", {facts.memory_gib:.1f} GiB memory" if facts.memory_gib is not None else ""
    machine = Finding("ok", "machine", f"{facts.cores} core{'s' if facts.cores != 1 else ''}{memory}")
    if facts.threads:
        words = ", ".join(f"{name}={value}" for name, value in facts.threads.items())
        return [machine, Finding("ok", "threads", words)]
    words = "BLAS may take every core; OMP_NUM_THREADS=1 is best, and needed with mpiexec"
    return [machine, Finding("note" if facts.cores > 1 else "ok", "threads", words)]


def judge(facts: Facts) -> list[Finding]:
    """All findings, in the order in which mending should go."""
    findings = [judge_python(facts), *(judge_package(facts, name) for name in REQUIRED)]
    return [*findings, *judge_petsc(facts), *judge_plugins(facts), *judge_gpu(facts), *judge_machine(facts)]


def verdict(findings: Sequence[Finding]) -> tuple[int, str]:
    """The exit code and the closing words: the one thing to do first."""
    bad = [finding for finding in findings if finding.level == "bad"]
    if not bad:
        return 0, "Alces can run here."
    # A package that is there but does not fit explains more than one that is missing.
    first = next((finding for finding in bad if "numpy 1" in finding.detail), bad[0])
    return 1, f"Alces cannot run here yet. First: {first.name}: {first.detail}.\n{first.remedy}"


# ---- gathering ---------------------------------------------------------------------------------------------


def import_required() -> tuple[dict[str, str | None], dict[str, str]]:
    packages: dict[str, str | None] = {}
    errors: dict[str, str] = {}
    for name in REQUIRED:
        try:
            packages[name] = getattr(importlib.import_module(name), "__version__", None) or version(name)
        except ModuleNotFoundError as error:
            packages[name] = None
            if error.name != name:
                errors[name] = str(error)
        except Exception as error:
            packages[name] = None
            errors[name] = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    return packages, errors


def ask_petsc() -> dict[str, Any]:
    """PETSc's facts, from a process of its own: a mismatch of MPI or numpy may end the process."""
    command = [sys.executable, "-m", "alces.solve.probe"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return dict(json.loads(answer.stdout.strip().splitlines()[-1]))
    except subprocess.TimeoutExpired:
        return {"error": "no answer within 60 s"}
    except (ValueError, IndexError):
        lines = answer.stderr.strip().splitlines()
        return {"error": lines[-1] if lines else f"ended with code {answer.returncode}"}


def load_plugins() -> dict[str, str]:
    plugins: dict[str, str] = {}
    for point in entry_points(group="alces.plugins"):
        try:
            point.load()
            plugins[point.name] = ""
        except Exception as error:
            plugins[point.name] = f"{type(error).__name__}: {error}"
    return plugins


def installed_cupy() -> str | None:
    for name in CUPY_PACKAGES:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return None


def ask_cupy() -> str:
    """Why the backend 'cupy' does not work, "" if it does; from a process of its own: CUDA may end it."""
    command = [sys.executable, "-c", "from alces import backend; backend.use('cupy')"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "no answer within 120 s"
    lines = answer.stderr.strip().splitlines() or [f"ended with code {answer.returncode}"]
    return "" if answer.returncode == 0 else lines[-1].removeprefix("RuntimeError: ")


def nvidia_gpu() -> str | None:
    """Name, driver and memory of the first GPU, in the driver's own words."""
    if shutil.which("nvidia-smi") is None:
        return None
    query = ["nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = answer.stdout.strip().splitlines()
    return lines[0] if answer.returncode == 0 and lines else None


def memory_gib() -> float | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (AttributeError, ValueError, OSError):
        return None


def gather() -> Facts:
    packages, errors = import_required()
    cupy = installed_cupy()
    return Facts(
        python=sys.version_info[:3],
        packages=packages,
        errors=errors,
        petsc=ask_petsc(),
        plugins=load_plugins(),
        cupy=cupy,
        cupy_error=ask_cupy() if cupy else "",
        gpu=nvidia_gpu(),
        threads={name: os.environ[name] for name in THREAD_VARIABLES if name in os.environ},
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gib=memory_gib(),
    )


def doctor() -> int:
    """Print the report; 0 if Alces can run here, else 1."""
    print(f"{sys.executable} on {platform.platform()}")
    findings = judge(gather())
    for finding in findings:
        print(f"{MARKS[finding.level]}{finding.name:<12}{finding.detail}")
    code, words = verdict(findings)
    print("\n" + words)
    return code
