"""A virtual environment whose PETSc works on NVIDIA GPUs: PETSc and petsc4py built from PyPI's source.

    python .ci/petsc_cuda.py                        makes .venv-cuda (half an hour on eight cores)
    python .ci/petsc_cuda.py --arch 90 --venv DIR   for another card than the one here, elsewhere
    python .ci/petsc_cuda.py --check                says what it would do and what is missing

Needs C and C++ compilers, nvcc, make; a Fortran compiler for MUMPS, and cmake and MPI for hypre, are used if
they are there. Prints how long it took and how large it became. Standard library only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / "build" / "petsc_cuda.log"
CUDA_HOMES = ("/usr/local/cuda", "/opt/cuda")
PROBE = """
import petsc4py
petsc4py.init([])
from petsc4py import PETSc
if not PETSc.Sys.hasExternalPackage("cuda"):
    raise SystemExit("this PETSc has no CUDA")
found = [name for name in ("cuda", "mumps", "hypre") if PETSc.Sys.hasExternalPackage(name)]
print("PETSc", ".".join(map(str, PETSc.Sys.getVersion())), "with", ", ".join(found))
"""


class Tools(NamedTuple):
    """Programs by path, "" for missing ones; `arch` is the GPU's compute capability without a point."""

    cc: str
    cxx: str
    nvcc: str
    make: str
    fortran: str
    cmake: str
    mpicc: str
    arch: str


def first_of(*names: str) -> str:
    return next(filter(None, map(shutil.which, names)), "")


def find_nvcc() -> str:
    """CUDA's compiler: on PATH, where CUDA_HOME says, or where NVIDIA's installer puts it."""
    homes = [os.environ.get("CUDA_HOME", ""), os.environ.get("CUDA_PATH", ""), *CUDA_HOMES]
    places = (Path(home, "bin", "nvcc") for home in homes if home)
    return first_of("nvcc") or next((str(path) for path in places if os.access(path, os.X_OK)), "")


def find_arch() -> str:
    """Compute capability of the first GPU, "" where none answers: 9.0 is "90"."""
    if not shutil.which("nvidia-smi"):
        return ""
    query = ["nvidia-smi", "--query-gpu=compute_cap", "--format=csv,noheader"]
    answer = subprocess.run(query, capture_output=True, text=True)
    lines = answer.stdout.split() if answer.returncode == 0 else []
    return lines[0].replace(".", "") if lines else ""


def find_tools(arch: str = "") -> Tools:
    mpi = first_of("mpicc") if first_of("mpicxx", "mpic++") else ""
    return Tools(
        cc=first_of("cc", "gcc"), cxx=first_of("c++", "g++"), nvcc=find_nvcc(),
        make=first_of("make", "gmake"),
        fortran=first_of("mpif90") if mpi else first_of("gfortran"), cmake=first_of("cmake"), mpicc=mpi,
        arch=arch or find_arch(),
    )


def missing(tools: Tools) -> list[str]:
    """What has to be installed first, in words."""
    return [words for found, words in (
        (tools.cc, "a C compiler (Debian and Ubuntu: build-essential)"),
        (tools.cxx, "a C++ compiler (build-essential)"),
        (tools.make, "make (build-essential)"),
        (tools.nvcc, "nvcc (NVIDIA's CUDA toolkit, or conda's cuda-toolkit; set CUDA_HOME if it is there)"),
        (tools.arch, "a GPU that answers nvidia-smi, or its compute capability by --arch (H100, H200: 90)"),
    ) if not found]


def attempts(tools: Tools) -> list[str]:
    """Configure options, from everything that the tools allow to CUDA alone."""
    base = f"--with-debugging=0 --with-cuda=1 --with-cudac={tools.nvcc} --with-cuda-arch={tools.arch}"
    base += "" if tools.mpicc else f" --with-mpi=0 --with-cc={tools.cc} --with-cxx={tools.cxx}"
    base += "" if tools.fortran else " --with-fc=0"
    mumps = ""
    if tools.fortran:
        mumps = " --download-mumps" + (" --download-scalapack" if tools.mpicc else " --with-mumps-serial=1")
    hypre = " --download-hypre" if tools.cmake and tools.mpicc else ""
    chosen = [base + mumps + hypre, base + mumps, base, base + " --download-f2cblaslapack"]
    return list(dict.fromkeys(chosen))


def say(text: str) -> None:
    print(f"[petsc_cuda {time.strftime('%H:%M:%S')}] {text}", flush=True)


def run(command: list[str], **environment: str) -> bool:
    """Whether a command succeeds; its words go to the log."""
    with LOG.open("ab") as log:
        log.write(f"\n$ {environment} {' '.join(command)}\n".encode())
        log.flush()
        done = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                              env={**os.environ, **environment})
    return done.returncode == 0


def size(folder: Path) -> float:
    """GB of all files in a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e9


def build(venv: Path, tools: Tools) -> str:
    """Make the environment; "" or what has failed."""
    python = str(venv / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet"]
    if not run([sys.executable, "-m", "venv", str(venv)]):
        return f"{sys.executable} cannot make a virtual environment"
    if not run([*pip, "setuptools", "wheel", "cython", "numpy", *(["mpi4py"] if tools.mpicc else [])]):
        return "pip could not install the tools to build with"
    for options in attempts(tools):
        say(f"building PETSc: {options}")
        if run([*pip, "--no-cache-dir", "petsc"], PETSC_CONFIGURE_OPTIONS=options):
            break
    else:
        return "PETSc did not build"
    code = "import petsc; print(petsc.get_petsc_dir())"
    where = subprocess.run([python, "-c", code], capture_output=True, text=True).stdout.strip()
    say(f"PETSc takes {size(Path(where)):.1f} GB; building petsc4py for it")
    if not run([*pip, "--no-cache-dir", "--no-build-isolation", "petsc4py"], PETSC_DIR=where, PETSC_ARCH=""):
        return "petsc4py did not build"
    if not run([*pip, "--editable", ".[dev]"]):
        return "pip could not install Alces"
    return ""


def main(arguments: list[str]) -> int:
    """The command."""
    as_it_stands = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_it_stands)
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv-cuda")
    parser.add_argument("--arch", default="", help="compute capability without a point, such as 90")
    parser.add_argument("--check", action="store_true", help="build nothing")
    chosen = parser.parse_args(arguments)
    tools = find_tools(chosen.arch)
    if lacking := missing(tools):
        print("PETSc with CUDA cannot be built here. Missing:")
        print(*(f"  - {words}" for words in lacking), sep="\n")
        return 1
    if chosen.check:
        print("would try, one after the other:", *(f"  {options}" for options in attempts(tools)), sep="\n")
        return 0
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text("")
    started = time.monotonic()
    if failed := build(chosen.venv, tools):
        tail = LOG.read_text(errors="replace").splitlines()[-12:]
        print("\n".join(["", *("    " + line for line in tail), "", f"{failed}. (log: {LOG})"]))
        return 1
    answer = subprocess.run([chosen.venv / "bin" / "python", "-c", PROBE], capture_output=True, text=True)
    words = (answer.stdout or answer.stderr).strip().splitlines()
    say(f"{words[-1] if words else 'no answer'}: {(time.monotonic() - started) / 60:.0f} min, "
        f"{chosen.venv} takes {size(chosen.venv):.1f} GB")
    return answer.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
