"""MOOSE's own decks against MOOSE's own results, where ``ALCES_MOOSE_DECKS`` names a folder with them.

The folder holds the decks and ``cases.csv``; ``../tools/moose_suite.py`` beside it runs and compares them.
The list is run as it is, and once more on two processes and split by a checkpoint in the middle; each once,
whatever the number of workers. There is one test for each case.
"""

from __future__ import annotations

import csv
import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.parallel.several import MPIEXEC, QUIET_MPI, why_not

FOLDER = os.environ.get("ALCES_MOOSE_DECKS")


def cases(folder: Path) -> list[tuple[str, str]]:
    """(folder of the deck, name of the test) of every case."""
    with open(folder / "cases.csv", newline="") as stream:
        return [(row["specdir"], row["test"]) for row in csv.DictReader(stream)]


def run_list(folder: Path, variant: str, out: Path) -> None:
    """Run all cases; `out` gets a list of objects with specdir, test, passed, reason and detail."""
    tool = folder.parent / "tools" / "moose_suite.py"
    commands = {
        "plain": f"{sys.executable} -m alces.cli.main",
        "split": f"{MPIEXEC} -n 2 {sys.executable} {Path(__file__).with_name('split_run.py')} "
                 f"{out.with_suffix('.log')}",
    }
    command = [sys.executable, str(tool), "run", "--root", str(folder), "--list", str(folder / "cases.csv"),
               "--cmd", commands[variant] + " -i {input} {args}",
               "--jobs", "1" if variant == "split" else "2",
               "--json", str(out)]
    ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **QUIET_MPI})
    assert out.exists(), ran.stdout + ran.stderr


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[tuple[str, str], dict]]:
    """Variant -> (folder, test) -> what came of it; the first worker of pytest-xdist that asks runs the list,
    the others wait."""
    assert FOLDER is not None
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    @cache
    def of(variant: str) -> dict[tuple[str, str], dict]:
        out = shared / f"moose_decks_{variant}.json"
        with open(shared / "moose_decks.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not out.exists():
                run_list(Path(FOLDER).resolve(), variant, out)
        found = {(case["specdir"], case["test"]): case for case in json.loads(out.read_text())}
        if variant == "split":  # else nothing was tested
            assert len(out.with_suffix(".log").read_text().splitlines()) > len(found) / 4
        return found

    return of


if FOLDER:

    @pytest.mark.parametrize("variant", [
        "plain", pytest.param("split", marks=pytest.mark.skipif(bool(why_not()), reason=why_not()))
    ])
    @pytest.mark.parametrize(("specdir", "test"), cases(Path(FOLDER)))
    def test_case(results: Callable, specdir: str, test: str, variant: str) -> None:
        found = results(variant)[specdir, test]
        assert found["passed"], f"{found['reason']}: {found['detail']}"

else:

    def test_no_decks() -> None:
        pytest.skip("ALCES_MOOSE_DECKS is not set")
