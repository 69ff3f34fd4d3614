"""The script that builds PETSc with CUDA: what it looks for and asks PETSc for. Nothing is built here."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "petsc_cuda.py"


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("alces_petsc_cuda", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """``programs("cc", "nvcc")``: PATH has these alone."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def go(*names: str) -> None:
        for name in names:
            path = folder / name
            path.write_text("#!/bin/sh\necho 9.0\n")  # what nvidia-smi answers
            path.chmod(0o755)

    for name in ("CUDA_HOME", "CUDA_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(folder))
    return go


def test_what_is_missing_is_listed(script, programs, monkeypatch, capsys) -> None:
    monkeypatch.setattr(script, "CUDA_HOMES", ())
    programs("cc", "make")
    assert script.main([]) == 1
    said = capsys.readouterr().out
    assert "cannot be built here" in said
    for words in ("C++ compiler", "nvcc (NVIDIA's CUDA toolkit", "--arch"):
        assert words in said
    assert "a C compiler" not in said and "make (" not in said


def test_everything_is_asked_for_where_it_can_be(script, programs, capsys) -> None:
    programs("cc", "c++", "make", "nvcc", "nvidia-smi", "mpicc", "mpicxx", "mpif90", "cmake")
    assert script.main(["--check"]) == 0
    first, *_, last = [line for line in capsys.readouterr().out.splitlines() if "--with-cuda=1" in line]
    for option in ("--with-cuda-arch=90", "--download-mumps --download-scalapack", "--download-hypre"):
        assert option in first
    assert "mumps" not in last and "f2cblaslapack" in last


def test_a_bare_compiler_is_enough(script, programs) -> None:
    programs("gcc", "g++", "make", "nvcc")
    tools = script.find_tools(arch="80")
    assert not script.missing(tools)
    options = script.attempts(tools)
    for option in ("--with-mpi=0", "--with-fc=0", "--with-cuda-arch=80"):
        assert option in options[0]
    assert not any("mumps" in text or "hypre" in text for text in options)
    programs("gfortran")
    assert "--download-mumps --with-mumps-serial=1" in script.attempts(script.find_tools("80"))[0]


def test_nvcc_beside_the_path(script, programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nvcc = tmp_path / "cuda" / "bin" / "nvcc"
    nvcc.parent.mkdir(parents=True)
    nvcc.write_text("")
    nvcc.chmod(0o755)
    monkeypatch.setenv("CUDA_HOME", str(tmp_path / "cuda"))
    assert script.find_nvcc() == str(nvcc)
    os.chmod(nvcc, 0o644)
    monkeypatch.setattr(script, "CUDA_HOMES", ())
    assert script.find_nvcc() == ("" if not os.access(nvcc, os.X_OK) else str(nvcc))


def test_a_failed_build_ends_with_the_log(script, programs, tmp_path: Path, monkeypatch, capsys) -> None:
    programs("cc", "c++", "make", "nvcc")
    monkeypatch.setattr(script, "LOG", tmp_path / "build" / "petsc.log")
    tried = []

    def run(command: list[str], **environment: str) -> bool:
        tried.append(environment.get("PETSC_CONFIGURE_OPTIONS", command[-1]))
        script.LOG.write_text("error: nvcc cannot\n")
        return command[-1] != "petsc"

    monkeypatch.setattr(script, "run", run)
    assert script.main(["--arch", "90", "--venv", str(tmp_path / "venv")]) == 1
    said = capsys.readouterr().out
    assert "error: nvcc cannot" in said and "PETSc did not build" in said
    assert sum("--with-cuda=1" in words for words in tried) == 2  # all attempts
