"""MOOSE's own decks against MOOSE's own results, where ``ALCES_MOOSE_DECKS`` names a folder with them.

The folder holds the decks and ``cases.csv``; ``../tools/moose_suite.py`` beside it runs and compares them.
The list is run once, whatever the number of workers; there is one test for each case.
"""

from __future__ import annotations

import csv
import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = os.environ.get("ALCES_MOOSE_DECKS")


def cases(folder: Path) -> list[tuple[str, str]]:
    """(folder of the deck, name of the test) of every case."""
    with open(folder / "cases.csv", newline="") as stream:
        return [(row["specdir"], row["test"]) for row in csv.DictReader(stream)]


def run_list(folder: Path, out: Path) -> None:
    """Run all cases; `out` gets a list of objects with specdir, test, passed, reason and detail."""
    tool = folder.parent / "tools" / "moose_suite.py"
    alces = f"{sys.executable} -m alces.cli.main -i {{input}} {{args}}"
    command = [sys.executable, str(tool), "run", "--root", str(folder), "--list", str(folder / "cases.csv"),
               "--cmd", alces, "--jobs", "2", "--json", str(out)]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert out.exists(), ran.stdout + ran.stderr


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict]:
    """(folder, test) -> what came of it; the first worker of pytest-xdist runs the list, the others wait."""
    assert FOLDER is not None
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    out = shared / "moose_decks.json"
    with open(shared / "moose_decks.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            run_list(Path(FOLDER).resolve(), out)
    return {(found["specdir"], found["test"]): found for found in json.loads(out.read_text())}


if FOLDER:

    @pytest.mark.parametrize(("specdir", "test"), cases(Path(FOLDER)))
    def test_case(results: dict, specdir: str, test: str) -> None:
        found = results[specdir, test]
        assert found["passed"], f"{found['reason']}: {found['detail']}"

else:

    def test_no_decks() -> None:
        pytest.skip("ALCES_MOOSE_DECKS is not set")
