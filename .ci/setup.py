"""Make `.venv`: the virtual environment Alces runs and is tested in.

Standard library only; runs under Python >= 3.8, picks one that fits. PETSc is taken the fastest way there is:
a petsc4py the machine has already, else Debian's or Ubuntu's packages, else a build from PyPI. Repeatable: a
stamp in `.venv` says what it was made from, and a run that has nothing to do costs a fraction of a second.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

from petsc_source import (
    APT_PACKAGES,
    DEBIAN_PYTHON,
    Interpreter,
    Source,
    choose_source,
    existing_petsc4py,
    fits,
    interpreters,
    needs_numpy1,
    parent_of_module,
    root_prefix,
)

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / "build" / "setup.log"
DEBIAN_MODULES = "/usr/lib/python3/dist-packages"
START = time.monotonic()

PROBE = """
import petsc4py
petsc4py.init([])
from petsc4py import PETSc
import numpy, scipy, pluggy, xarray, netCDF4, matplotlib, meshio, pytest, alces
if PETSc.ScalarType is not numpy.float64:
    raise SystemExit(f"this PETSc has {PETSc.ScalarType.__name__} scalars, Alces needs real doubles")
print("petsc4py", petsc4py.__version__, "with numpy", numpy.__version__)
"""


class SetupError(Exception):
    """What went wrong and what to do about it, for the person at the keyboard."""


def say(text: str) -> None:
    print(f"[setup {time.monotonic() - START:5.1f} s] {text}", flush=True)


# ---- the stamp: is there anything to do? -------------------------------------------------------------------


def fingerprint(root: Path) -> str:
    """Hash of everything the environment is made from."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", ".ci/setup.py", ".ci/petsc_source.py"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def is_current(root: Path, venv: Path) -> bool:
    """True if `venv` was finished by this script from these files and nothing it stands on has gone since."""
    stamp = venv / "alces-setup.stamp"
    links = [path for path in venv.glob("lib/python3*/site-packages/*4py") if path.is_symlink()]
    return (
        stamp.is_file()
        and stamp.read_text() == fingerprint(root)
        and (venv / "bin" / "python").exists()
        and all(path.exists() for path in links)
    )


def write_stamp(root: Path, venv: Path) -> None:
    (venv / "alces-setup.stamp").write_text(fingerprint(root))


# ---- the steps ---------------------------------------------------------------------------------------------


def start(command: list[str], **environment: str) -> subprocess.Popen[bytes]:
    """Begin a command whose words go to the log."""
    with LOG.open("ab") as log:
        log.write(f"\n$ {' '.join(command)}\n".encode())
        log.flush()
        env = {**os.environ, **environment}
        return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=env)


def succeeds(command: list[str], **environment: str) -> bool:
    return start(command, **environment).wait() == 0


def has_ensurepip(python: Interpreter) -> bool:
    return subprocess.run([python.path, "-c", "import ensurepip, venv"], capture_output=True).returncode == 0


def make_venv(python: Interpreter, venv: Path) -> None:
    """Keep a sound environment of this Python, replace anything else."""
    pip = [str(venv / "bin" / "python"), "-m", "pip", "--version"]
    wanted = f"(python {python.version[0]}.{python.version[1]})"
    if (venv / "bin" / "python").exists():
        answer = subprocess.run(pip, capture_output=True, text=True)
        if answer.returncode == 0 and wanted in answer.stdout:
            say(f"bringing {venv.name} up to date")
            (venv / "alces-setup.stamp").unlink(missing_ok=True)
            return
    if venv.is_symlink():
        venv.unlink()
    shutil.rmtree(venv, ignore_errors=True)
    say(f"making {venv.name} with {python.path}")
    if not succeeds([python.path, "-m", "venv", str(venv)]):
        raise SetupError(
            f"{python.path} cannot make a virtual environment. Install its venv module (Debian and Ubuntu: "
            "`apt-get install python3-venv`) or name another Python >= 3.11: `make setup PYTHON=...`."
        )


def install_alces(venv: Path, source: Source) -> None:
    say("installing the Python packages with pip (about a minute)")
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install"]
    pins = ["numpy<2"] if needs_numpy1(source.petsc_version) else []
    if not succeeds([*pip, "--quiet", "--prefer-binary", "--retries", "2", "--editable", ".[dev]", *pins]):
        raise SetupError(
            "pip could not install the Python packages. The first set-up needs a network; behind a proxy"
            " set HTTPS_PROXY, with a mirror PIP_INDEX_URL. Then `make setup` again."
        )


def apt_install(root: list[str], packages: list[str]) -> subprocess.Popen[bytes]:
    options = ["-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
    return start([*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", *options, *packages])


def finish_apt(job: subprocess.Popen[bytes], root: list[str], packages: list[str]) -> None:
    """Wait for apt; package lists older than the archive are the usual failure, so refresh them once."""
    if job.wait() == 0:
        return
    say("apt-get update, then once more")
    if not (succeeds([*root, "apt-get", "update", "-q"]) and apt_install(root, packages).wait() == 0):
        raise SetupError(
            f"apt-get could not install {' '.join(packages)}. Install them by hand, or use conda: "
            "`conda env create -f environment.yml`. Then `make setup` again."
        )


def build_petsc(venv: Path) -> None:
    """PETSc and petsc4py from PyPI: MUMPS and hypre where there are compilers for them, else plain PETSc."""
    if not (shutil.which("cc") or shutil.which("gcc")):
        raise SetupError(
            "No PETSc here and no way to get one: no ready-made petsc4py, no distribution package that could "
            "be installed, no C compiler to build it. Use conda (`conda env create -f environment.yml`), or "
            f"as root `apt-get install {' '.join(APT_PACKAGES)}`, then `make setup` again."
        )
    say("building PETSc from PyPI: about 10 minutes on two cores (conda's environment.yml is faster)")
    python = str(venv / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet"]
    plain = "--with-debugging=0"
    attempts = [os.environ.get("PETSC_CONFIGURE_OPTIONS", plain)]
    if attempts == [plain] and all(map(shutil.which, ("mpicc", "mpif90", "cmake"))):
        attempts.insert(0, plain + " --download-mumps --download-scalapack --download-hypre")
    built = succeeds([*pip, "setuptools", "wheel", "cython"]) and (
        not shutil.which("mpicc") or succeeds([*pip, "mpi4py"])
    )
    if built and not any(succeeds([*pip, "petsc"], PETSC_CONFIGURE_OPTIONS=options) for options in attempts):
        built = False
    if built:
        code = "import petsc; print(petsc.get_petsc_dir())"
        where = subprocess.run([python, "-c", code], capture_output=True, text=True).stdout.strip()
        built = succeeds([*pip, "--no-build-isolation", "petsc4py"], PETSC_DIR=where, PETSC_ARCH="")
    if not built:
        raise SetupError(
            "PETSc did not build (it needs BLAS and LAPACK with development files, see build/setup.log). "
            "Use conda: `conda env create -f environment.yml`."
        )


def link_packages(venv: Path, source: Source) -> None:
    """Show the environment petsc4py and mpi4py alone, never the numpy beside them."""
    assert source.folder is not None
    site = next(venv.glob("lib/python3*/site-packages"))
    mpi4py_homes = [source.folder, parent_of_module(source.python, "mpi4py"), Path(DEBIAN_MODULES)]
    for name, homes in (("petsc4py", [source.folder]), ("mpi4py", mpi4py_homes)):
        for home in homes:
            if home is not None and home != site and fits(home / name, source.python.version):
                (site / name).unlink(missing_ok=True)
                (site / name).symlink_to(home / name)
                break


def fill(venv: Path, source: Source, root: list[str] | None) -> None:
    """All steps from a chosen source to a finished environment; apt and pip work side by side."""
    packages = list(APT_PACKAGES)
    if not has_ensurepip(source.python) and source.python.path == DEBIAN_PYTHON:
        packages.append("python3-venv")
    job = None
    if source.kind == "apt":
        assert root is not None
        say(f"installing PETSc {source.petsc_version} from the distribution: {' '.join(packages)}")
        job = apt_install(root, packages)
        if "python3-venv" in packages:
            finish_apt(job, root, packages)
    elif source.kind == "found":
        say(f"using petsc4py {source.petsc_version} of {source.folder}")
        if "python3-venv" in packages and root is not None and shutil.which("apt-get"):
            finish_apt(apt_install(root, ["python3-venv"]), root, ["python3-venv"])
    make_venv(source.python, venv)
    install_alces(venv, source)
    if source.kind == "pypi":
        build_petsc(venv)
        return
    if job is not None:
        assert root is not None
        finish_apt(job, root, packages)
        installed = existing_petsc4py([source.python])
        if installed is None:
            raise SetupError("apt-get's petsc4py does not fit this Python; use conda's environment.yml.")
        source = installed
    link_packages(venv, source)


def probe(venv: Path) -> tuple[bool, str]:
    """Does everything import together? And the last line said about it."""
    python = str(venv / "bin" / "python")
    answer = subprocess.run([python, "-c", PROBE], capture_output=True, text=True, cwd=venv)
    words = (answer.stdout if answer.returncode == 0 else answer.stderr).strip().splitlines()
    return answer.returncode == 0, words[-1] if words else "no answer"


def setup(venv: Path) -> None:
    pythons = interpreters(venv)
    if not pythons:
        raise SetupError("Alces needs Python >= 3.11 and none is on PATH. Name one: `make setup PYTHON=...`.")
    root = root_prefix()
    source = choose_source(pythons, root)
    fill(venv, source, root)
    works, words = probe(venv)
    if not works:
        say(f"that does not work yet ({words}): once more from nothing")
        shutil.rmtree(venv)
        fill(venv, source, root)
        works, words = probe(venv)
    if not works:
        raise SetupError(f"The packages do not work together: {words}. `.venv/bin/alces doctor` tells more.")
    write_stamp(ROOT, venv)
    say(f"ready: {words}; `.venv/bin/alces doctor` tells more")


def fail(message: str) -> NoReturn:
    tail = LOG.read_text(errors="replace").splitlines()[-12:] if LOG.exists() else []
    print("\n".join(["", *("    " + line for line in tail), "", f"setup failed: {message}", f"(log: {LOG})"]))
    sys.exit(1)


def main() -> None:
    venv = ROOT / ".venv"
    if is_current(ROOT, venv):
        return
    LOG.parent.mkdir(exist_ok=True)
    with (LOG.parent / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_current(ROOT, venv):
            return
        LOG.write_text("")
        try:
            setup(venv)
        except SetupError as error:
            fail(str(error))
        except KeyboardInterrupt:
            fail("interrupted; `make setup` takes it up again.")


if __name__ == "__main__":
    main()
