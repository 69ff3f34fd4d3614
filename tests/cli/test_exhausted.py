"""Full disks and too little memory: named, with exit codes of their own; what was written before is sound."""

from __future__ import annotations

import csv
import errno
import subprocess
import sys
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest
from alces.cli.main import NO_MEMORY, NO_SPACE, main
from alces.output import CSVWriter, open_dataset

LIMITED = """
import resource, sys
from alces.cli.main import main
from petsc4py import PETSc  # MPI needs files of its own
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(sys.argv[2:]))
"""


def limited(deck: Path, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command where no file may grow beyond `size` bytes, as on a disk that is full then."""
    words = ["-i", deck.name, "Executioner/num_steps=100000", "-q", *arguments]
    return subprocess.run([sys.executable, "-c", LIMITED, str(size), *words], cwd=deck.parent,
                          capture_output=True, text=True, timeout=100)


@pytest.mark.parametrize("kept", ["exodus", "netcdf"])
def test_a_file_that_may_not_grow(deck: Path, kept: str) -> None:
    """Exodus files are the larger ones."""
    answer = limited(deck, 20_000, "Outputs/exodus=" + str(kept == "exodus").lower())
    assert answer.returncode == NO_SPACE == 5, answer.stderr
    assert f"[Outputs/{kept}]: cannot write 'decay_out.*': File too large" in answer.stderr
    assert "What was written before is intact" in answer.stderr and "Traceback" not in answer.stderr
    if kept == "netcdf":
        with open_dataset(deck.parent / "decay_out.nc") as data:
            found = data["u"].values[:, 0]
    else:
        with netCDF4.Dataset(str(deck.parent / "decay_out.e")) as data:
            found = data["vals_nod_var1"][:-1, 0]
    rows = [row for row in csv.reader((deck.parent / "decay_out.csv").open())][1:-1]
    want = 1.1 ** -np.arange(10_000.0)
    assert np.allclose([float(row[1]) for row in rows], want[: len(rows)], rtol=1e-6)
    assert len(found) > 20
    assert np.allclose(found, want[: len(found)], rtol=1e-6)


@pytest.fixture
def run(deck: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(deck.parent)

    def go(*arguments: str) -> tuple[int, str]:
        return main(["-i", deck.name, "-q", *arguments]), capsys.readouterr().err

    return go


def test_no_space_left_and_going_on_later(deck: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    write = CSVWriter.write

    def full(self: CSVWriter, snapshot: Any) -> None:
        if snapshot.step == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, snapshot)

    monkeypatch.setattr(CSVWriter, "write", full)
    code, said = run("Outputs/checkpoint=true")
    assert code == NO_SPACE and "[Outputs/csv]: cannot write 'decay_out.*': No space left on device" in said
    monkeypatch.setattr(CSVWriter, "write", write)
    assert main(["resume", "decay_out_cp", "-q"]) == 0
    rows = list(csv.reader((deck.parent / "decay_out.csv").open()))[1:]
    assert [float(row[1]) for row in rows] == pytest.approx([1.1**-n for n in range(4)])


def test_out_of_memory(deck: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(self: CSVWriter, snapshot: Any) -> None:
        np.empty(2**56)

    monkeypatch.setattr(CSVWriter, "write", greedy)
    code, said = run()
    assert code == NO_MEMORY == 6
    assert "out of memory: Unable to allocate 512. PiB for an array" in said and "fewer cells" in said


def test_a_checkpoint_that_does_not_fit_leaves_the_one_before(
    deck: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = deck.parent / "decay_out_cp"

    def full(number: int) -> None:
        if (folder / "0001.chk").exists():
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, said = run("Outputs/checkpoint=true")
    assert code == NO_SPACE
    assert "[Outputs/checkpoint]: cannot write 'decay_out_cp/0002.*': No space left on device" in said
    assert sorted(p.name for p in folder.iterdir()) == ["0000.chk", "0001.chk"]
