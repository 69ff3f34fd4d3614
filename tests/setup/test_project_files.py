"""pyproject.toml, environment.yml and the packages on disk say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import alces

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", requirement)[0].lower() for requirement in requirements}


def conda_packages() -> set[str]:
    lines = (ROOT / "environment.yml").read_text().split("dependencies:")[1].splitlines()
    return {re.split(r"[=<>:]", line.strip(" -"))[0] for line in lines if line.strip()}


def test_conda_environment_has_every_dependency() -> None:
    assert names(PROJECT["dependencies"]) <= conda_packages()
    assert {"petsc4py", "mpi4py"} <= conda_packages()


def test_petsc4py_is_no_pip_dependency() -> None:
    assert "petsc4py" not in names(PROJECT["dependencies"])


def test_version_is_said_once_in_effect() -> None:
    assert alces.__version__ == PROJECT["version"]


def test_every_plugin_package_has_its_entry_point() -> None:
    packages = {path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").exists()}
    modules = set(PROJECT["entry-points"]["alces.plugins"].values())
    assert modules == packages | {"alces.builtins"}
