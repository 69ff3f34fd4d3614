"""Where PETSc can come from here: a ready-made petsc4py, the distribution's package, or a build."""

from __future__ import annotations

import glob
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

OLDEST_PYTHON = (3, 11)
APT_PACKAGES = ["python3-petsc4py-real", "python3-mpi4py", "mpi-default-bin", "libopenblas0-serial"]
"""With OpenBLAS, factorisations are three to five times faster than with the BLAS that comes along."""
DEBIAN_PETSC = "/usr/lib/petscdir/petsc*/*/lib/python3/dist-packages"
DEBIAN_PYTHON = "/usr/bin/python3"


class Interpreter(NamedTuple):
    path: str
    version: tuple[int, int]


class Source(NamedTuple):
    """Where PETSc comes from: `folder` holds petsc4py; None where apt or pip has yet to bring it."""

    kind: str  # "found", "apt" or "pypi"
    python: Interpreter
    folder: Path | None
    petsc_version: str


def interpreters(venv: Path) -> list[Interpreter]:
    """Pythons new enough for Alces, the user's choice first; for `venv` the Python it was made with."""
    names = [os.environ.get("PYTHON", ""), sys.executable, "python3"]
    names += [f"python3.{minor}" for minor in range(OLDEST_PYTHON[1], 16)] + [DEBIAN_PYTHON]
    code = (
        "import os, sys\n"
        f"own = os.path.realpath(sys.prefix) == {os.path.realpath(venv)!r}\n"
        "print(*sys.version_info[:2], sys._base_executable if own else sys.executable)"
    )
    found: dict[str, Interpreter] = {}
    for path in filter(None, map(shutil.which, filter(None, names))):
        answer = subprocess.run([path, "-c", code], capture_output=True, text=True)
        if answer.returncode == 0:
            major, minor, real = answer.stdout.strip().split(" ", 2)
            found.setdefault(real, Interpreter(real, (int(major), int(minor))))
    return [python for python in found.values() if python.version >= OLDEST_PYTHON]


def fits(package: Path, version: tuple[int, int]) -> bool:
    """True if the compiled modules in `package` were made for this CPython (or for its stable interface)."""
    tag = f"cpython-{version[0]}{version[1]}-"
    return any(tag in path.name or ".abi3." in path.name for path in package.rglob("*.so"))


def petsc4py_version(folder: Path) -> str:
    text = (folder / "petsc4py" / "__init__.py").read_text()
    match = re.search(r"""^__version__\s*=\s*['"]([\d.]+)""", text, re.MULTILINE)
    return match.group(1) if match else ""


def needs_numpy1(version: str) -> bool:
    """Is this petsc4py built against numpy 1 (Debian 12, Ubuntu 24.04)? Beside numpy 2 its import fails."""
    numbers = re.findall(r"\d+", version)[:2]
    return len(numbers) == 2 and (int(numbers[0]), int(numbers[1])) < (3, 22)


def parent_of_module(python: Interpreter, module: str) -> Path | None:
    """The folder `python` would import `module` from."""
    code = f"import importlib.util as u; s = u.find_spec({module!r}); print(s.origin if s else '')"
    answer = subprocess.run([python.path, "-c", code], capture_output=True, text=True)
    origin = answer.stdout.strip()
    return Path(origin).parent.parent if answer.returncode == 0 and origin not in ("", "None") else None


def existing_petsc4py(pythons: list[Interpreter]) -> Source | None:
    """A petsc4py this machine has already, with the Python it was built for."""
    elsewhere = sorted(glob.glob(DEBIAN_PETSC), reverse=True)
    if petsc_dir := os.environ.get("PETSC_DIR"):
        places = [Path(petsc_dir, os.environ.get("PETSC_ARCH", ""), "lib"), Path(petsc_dir, "lib")]
        elsewhere = [str(place) for place in places] + elsewhere
    for python in pythons:
        own = parent_of_module(python, "petsc4py")
        for folder in ([own] if own else []) + [Path(place) for place in elsewhere]:
            if "complex" in str(folder) or not fits(folder / "petsc4py", python.version):
                continue
            return Source("found", python, folder, petsc4py_version(folder))
    return None


def root_prefix() -> list[str] | None:
    """How to run a command as root without a question: [], ["sudo", "-n"], or None if there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def apt_candidate() -> str:
    """The version of petsc4py apt would install, or ""."""
    text = subprocess.run(["apt-cache", "policy", APT_PACKAGES[0]], capture_output=True, text=True).stdout
    match = re.search(r"Candidate: (\d\S*)", text)
    return match.group(1) if match else ""


def debian_petsc4py(pythons: list[Interpreter], root: list[str] | None) -> Source | None:
    """Debian's or Ubuntu's package, if it can be installed here and one of the Pythons fits it."""
    system = next((python for python in pythons if python.path == DEBIAN_PYTHON), None)
    if root is None or system is None or not shutil.which("apt-get"):
        return None
    if not apt_candidate():
        subprocess.run([*root, "apt-get", "update", "-q"], capture_output=True)
    version = apt_candidate()
    python = next(python for python in pythons if python.version == system.version)
    return Source("apt", python, None, version) if version else None


def choose_source(pythons: list[Interpreter], root: list[str] | None) -> Source:
    """The fastest source of PETSc: what is there, what the distribution has, a build."""
    build = Source("pypi", pythons[0], None, "")
    return existing_petsc4py(pythons) or debian_petsc4py(pythons, root) or build
