"""Trouble on one of several processes ends all of them, with one message, and leaves the files in order."""
from __future__ import annotations

from pathlib import Path

import pytest
import xarray

from tests.parallel.several import start, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

DECK = Path(__file__).parents[2] / "inputs" / "diffusion.i"


def run(what: str, folder: Path, *more: str) -> tuple[int, str, float]:
    """Exit code, what was said, and the last time on disk."""
    ran = start(2, Path(__file__).with_name("trouble.py"), what, "-i", DECK, "--quiet",
                f"Outputs/file_base={folder / 'out'}", "Outputs/netcdf=true",
                "Executioner/TimeStepper/type=ConstantDT", "Executioner/dt=0.1", *more, folder=folder)
    file = folder / "out.nc"
    end = -1.0
    if file.exists():
        with xarray.open_dataset(file, decode_times=False) as results:
            end = float(results["time"][-1])
    return ran.returncode, ran.stdout + ran.stderr, end


def test_without_trouble(tmp_path: Path) -> None:
    code, _, end = run("none", tmp_path)
    assert code == 0 and end == pytest.approx(1.0)


def test_a_mistake_in_the_deck_is_told_once(tmp_path: Path) -> None:
    code, said, _ = run("none", tmp_path, "Kernels/diffusion/type=Difusion")
    assert code == 2
    assert said.count("Difusion") == 2 and said.count("did you mean") == 1  # message and line of the deck


def test_an_error_on_one_process_ends_the_others(tmp_path: Path) -> None:
    code, said, end = run("raise", tmp_path)
    assert code == 4
    assert "process 1: " in said and "the second process has had enough" in said
    assert end == pytest.approx(0.2)


def test_a_killed_process_ends_the_others(tmp_path: Path) -> None:
    code, _, end = run("die", tmp_path)
    assert code != 0
    assert end == pytest.approx(0.2)


def test_a_signal_to_one_process_stops_all_of_them(tmp_path: Path) -> None:
    code, said, end = run("term", tmp_path)
    assert code == 130
    assert said.count("interrupted") == 1
    assert end == pytest.approx(0.2)


def test_not_a_number_on_one_process_cuts_the_step_on_all(tmp_path: Path) -> None:
    code, said, end = run("nan", tmp_path, "Executioner/dtmin=0.02")
    assert code == 3
    assert said.count("did not converge with") == 1
    assert 0.2 <= end < 0.25 + 1e-9
