"""A run that is stopped or killed leaves every finished step on disk, in every format."""

from __future__ import annotations

import csv
import signal
import subprocess
from pathlib import Path

import netCDF4
import pytest
from alces.output import open_dataset

ENDLESS = ("Executioner/num_steps=1000000", "Executioner/dt=0.01")


def wait_for(process: subprocess.Popen[str], steps: int) -> None:
    """Read the output until some steps are done."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(f"step {steps}:"):
            return
    raise AssertionError("the run ended before")


def check_results(folder: Path, at_least: int) -> None:
    """All files hold the same whole steps: u = 1.01^-n at t = 0.01 n."""
    found = [row for row in csv.reader((folder / "decay_out.csv").open())][1:]
    with open_dataset(folder / "decay_out.nc") as data:
        times, fields = data["time"].values, data["u"].values
    with netCDF4.Dataset(str(folder / "decay_out.e")) as exodus:
        exodus_times = exodus["time_whole"][:].compressed()
        exodus_fields = exodus["vals_nod_var1"][: len(exodus_times)]
    for number, t, u in ((len(times), times, fields), (len(exodus_times), exodus_times, exodus_fields)):
        assert number > at_least
        assert t.tolist() == pytest.approx([0.01 * n for n in range(number)])
        for node in (0, -1):
            assert u[:, node].tolist() == pytest.approx([1.01**-n for n in range(number)])
    whole = [row for row in found if len(row) == 2]
    assert len(whole) > at_least
    assert [float(row[1]) for row in whole] == pytest.approx([1.01**-n for n in range(len(whole))])
    assert (
        max(len(whole), len(times), len(exodus_times)) - min(len(whole), len(times), len(exodus_times)) <= 1
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_runs_close_their_files_and_say_so(deck: Path, start, number: signal.Signals) -> None:
    process = start("-i", "decay.i", *ENDLESS)
    wait_for(process, 5)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "alces: interrupted; all finished steps are on disk\n"
    assert "section " in out  # the performance table still comes
    check_results(deck.parent, 5)


def test_killed_runs_leave_readable_files(deck: Path, start) -> None:
    process = start("-i", "decay.i", *ENDLESS)
    wait_for(process, 5)
    process.kill()
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    check_results(deck.parent, 5)


def test_results_are_readable_while_the_run_goes_on(deck: Path, start) -> None:
    process = start("-i", "decay.i", *ENDLESS)
    wait_for(process, 5)
    process.send_signal(signal.SIGSTOP)
    try:
        check_results(deck.parent, 5)
    finally:
        process.send_signal(signal.SIGCONT)
