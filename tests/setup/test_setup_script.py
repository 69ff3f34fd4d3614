"""The set-up script: when there is nothing to do, which petsc4py fits which Python and which numpy."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    spec = importlib.util.spec_from_file_location("alces_setup_script", ROOT / ".ci" / "setup.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sources(script: ModuleType) -> ModuleType:
    return sys.modules["petsc_source"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository root with a finished-looking environment, not yet stamped."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / ".ci" / "setup.py").write_text("one\n")
    (tmp_path / ".ci" / "petsc_source.py").write_text("two\n")
    site = tmp_path / ".venv" / "lib" / "python3.11" / "site-packages"
    site.mkdir(parents=True)
    (tmp_path / ".venv" / "bin").mkdir()
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "petsc4py").mkdir()
    (site / "petsc4py").symlink_to(tmp_path / "petsc4py")
    return tmp_path


def test_stamped_environment_is_current(script: ModuleType, checkout: Path) -> None:
    assert not script.is_current(checkout, checkout / ".venv")
    script.write_stamp(checkout, checkout / ".venv")
    assert script.is_current(checkout, checkout / ".venv")


@pytest.mark.parametrize("name", ["pyproject.toml", ".ci/setup.py", ".ci/petsc_source.py"])
def test_a_changed_recipe_is_noticed(script: ModuleType, checkout: Path, name: str) -> None:
    script.write_stamp(checkout, checkout / ".venv")
    (checkout / name).write_text("changed\n")
    assert not script.is_current(checkout, checkout / ".venv")


@pytest.mark.parametrize("gone", ["petsc4py", ".venv/bin/python"])
def test_a_broken_environment_is_noticed(script: ModuleType, checkout: Path, gone: str) -> None:
    script.write_stamp(checkout, checkout / ".venv")
    path = checkout / gone
    if path.is_symlink():
        path.unlink()
        path.symlink_to("/nonexistent/python")  # what an uninstalled Python leaves behind
    else:
        path.rmdir()
    assert not script.is_current(checkout, checkout / ".venv")


def test_a_current_environment_costs_nothing(checkout: Path) -> None:
    """The real script, in a checkout whose environment is current: quiet, successful, touches nothing."""
    for name in ("setup.py", "petsc_source.py"):
        (checkout / ".ci" / name).write_bytes((ROOT / ".ci" / name).read_bytes())
    program = (
        "import sys; sys.path.insert(0, '.ci'); import setup; from pathlib import Path\n"
        "setup.write_stamp(Path('.'), Path('.venv')); setup.main()"
    )
    answer = subprocess.run([sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert not (checkout / "build").exists()


@pytest.mark.parametrize(
    ("version", "expected"),
    [("3.18.5", True), ("3.18.5-1", True), ("3.19.6", True), ("3.22.5-1+b3", False), ("3.26.0", False)],
)
def test_which_petsc4py_needs_numpy_1(sources: ModuleType, version: str, expected: bool) -> None:
    assert sources.needs_numpy1(version) is expected


@pytest.mark.parametrize(
    ("library", "python", "expected"),
    [
        ("PETSc.cpython-311-x86_64-linux-gnu.so", (3, 11), True),
        ("PETSc.cpython-311-x86_64-linux-gnu.so", (3, 12), False),
        ("PETSc.abi3.so", (3, 13), True),
        ("README", (3, 11), False),
    ],
)
def test_compiled_for_this_python(
    sources: ModuleType, tmp_path: Path, library: str, python: tuple[int, int], expected: bool
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / library).touch()
    assert sources.fits(tmp_path, python) is expected


def test_version_as_debian_writes_it(sources: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "petsc4py").mkdir()
    (tmp_path / "petsc4py" / "__init__.py").write_text("__author__    = 'L'\n__version__   = '3.18.5'\n")
    assert sources.petsc4py_version(tmp_path) == "3.18.5"


def test_petsc_dir_is_looked_at(
    sources: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "arch" / "lib" / "petsc4py"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("__version__ = '3.25.1'\n")
    (package / "PETSc.cpython-399-x86_64-linux-gnu.so").touch()
    monkeypatch.setenv("PETSC_DIR", str(tmp_path))
    monkeypatch.setenv("PETSC_ARCH", "arch")
    source = sources.existing_petsc4py([sources.Interpreter(shutil.which("false"), (3, 99))])
    assert (source.kind, source.folder, source.petsc_version) == ("found", package.parent, "3.25.1")


def test_no_python_is_one_clear_message(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(script, "interpreters", lambda venv: [])
    with pytest.raises(script.SetupError, match=r"Python >= 3\.11"):
        script.setup(tmp_path / ".venv")


def test_no_compiler_is_one_clear_message(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(script.SetupError, match=r"conda env create -f environment\.yml"):
        script.build_petsc(tmp_path / ".venv")


def test_runner_is_executable() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
