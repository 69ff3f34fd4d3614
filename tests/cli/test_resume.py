"""Checkpoints from outside: `--recover`, `alces resume`, signals, kills, damaged files, changed decks."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import netCDF4
import pytest
from alces.cli.main import main
from alces.run.checkpoint_file import in_folder

sys.path.insert(0, str(Path(__file__).parent))
from kill_and_resume import torture

FOLDER = "decay_out_cp"


@pytest.fixture
def kept(deck: Path) -> Path:
    """The deck of these tests, with checkpoints."""
    deck.write_text(deck.read_text().replace("  csv = true\n", "  csv = true\n  checkpoint = true\n"))
    return deck


@pytest.fixture
def alces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """The command in this process, in the folder of the deck."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        code = main(arguments)
        return subprocess.CompletedProcess(arguments, code, *capfd.readouterr())

    return run


def table(deck: Path) -> list[str]:
    return (deck.parent / "decay_out.csv").read_text().splitlines()


def test_the_last_two_are_kept(alces, kept: Path) -> None:
    assert alces("-i", kept.name, "Executioner/num_steps=5").returncode == 0
    assert [p.name for p in in_folder(kept.parent / FOLDER)] == ["0005.chk", "0004.chk"]
    assert len(list((kept.parent / FOLDER).iterdir())) == 2


def test_going_on_where_the_run_ended(alces, kept: Path) -> None:
    alces("-i", kept.name)
    three = table(kept)
    answer = alces("resume", FOLDER, "Executioner/num_steps=5")
    assert answer.returncode == 0, answer.stderr
    assert f"going on from {FOLDER}/0003.chk: step 3, t = 0.3" in answer.stdout
    assert "Executioner/num_steps was '3', now '5'" in answer.stdout
    assert table(kept)[:5] == three and len(table(kept)) == 7
    answer = alces("-i", kept.name, "--recover", "Executioner/num_steps=7")
    assert answer.returncode == 0, answer.stderr
    found = table(kept)
    alces("-i", kept.name, "Executioner/num_steps=7")
    assert table(kept) == found and len(found) == 9


def test_going_back_forgets_what_came_after(alces, kept: Path) -> None:
    more = ("Outputs/checkpoint=false", "Outputs/cp/type=Checkpoint", "Outputs/cp/num_files=9")
    alces("-i", kept.name, *more, "Executioner/num_steps=6")
    assert alces("resume", "decay_cp_cp/0002.chk", "Executioner/num_steps=4").returncode == 0
    assert len(table(kept)) == 6
    with netCDF4.Dataset("decay_out.e") as exodus, netCDF4.Dataset("decay_out.nc") as data:
        assert exodus["time_whole"][:].tolist() == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
        assert data["time"][:].tolist() == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
    assert in_folder(Path("decay_cp_cp"))[0].name == "0004.chk"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_writes_a_checkpoint(kept: Path, start, alces, number: signal.Signals) -> None:
    ways = ("Outputs/checkpoint=false", "Outputs/cp/type=Checkpoint", "Outputs/cp/interval=1000000",
            "Outputs/cp/execute_on=TIMESTEP_END", "Executioner/dt=0.001")
    process = start("-i", kept.name, *ways, "Executioner/num_steps=1000000")
    for line in process.stdout:
        if line.startswith("step 20:"):
            break
    assert not (kept.parent / "decay_cp_cp").exists()
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == 130
    (path,) = in_folder(kept.parent / "decay_cp_cp")
    steps = int(path.stem)
    assert steps >= 20 and len(table(kept)) in (steps + 2, steps + 3)
    end = f"Executioner/num_steps={steps + 5}"
    assert alces("resume", str(path), end).returncode == 0
    found = table(kept)
    alces("-i", kept.name, *ways, end)
    assert table(kept) == found and len(found) == steps + 7


def test_a_run_that_fails_can_go_on_otherwise(alces, kept: Path) -> None:
    hard = ("Executioner/nl_max_its=1", "Executioner/nl_rel_tol=1e-30", "Executioner/dtmin=0.01")
    alces("-i", kept.name)
    answer = alces("resume", FOLDER, "Executioner/num_steps=5", *hard)
    assert answer.returncode == 3
    assert in_folder(kept.parent / FOLDER)[0].name == "0003.chk"
    soft = ("Executioner/nl_max_its=50", "Executioner/nl_rel_tol=1e-8", "Executioner/dtmin=1e-9")
    assert alces("resume", FOLDER, "Executioner/num_steps=5", *soft).returncode == 0
    assert len(table(kept)) == 7


# ---- kills ----


def test_killed_at_any_moment_nothing_finished_is_lost(tmp_path: Path) -> None:
    figures = torture(tmp_path, kills=5, seed=3, longest=0.2)
    assert figures.kills == 5
    assert (figures.lost, figures.differing) == (0, ())


# ---- decks that have changed ----


def test_a_changed_deck_is_refused(alces, kept: Path) -> None:
    alces("-i", kept.name)
    before = table(kept)
    text = kept.read_text().replace("rate = 1", "rate = 2")
    kept.write_text(text.replace("num_steps = 3", "num_steps = 4"))
    answer = alces("-i", kept.name, "--recover")
    assert answer.returncode == 2
    assert f"'{FOLDER}/0003.chk' was written by a run of another deck:" in answer.stderr
    place = next(n for n, line in enumerate(kept.read_text().splitlines(), 1) if "rate = 2" in line)
    assert f"  {kept.name}:{place}:12: Kernels/loss/rate was '1', now '2'\n" in answer.stderr
    assert "Executioner/num_steps was '3', now '4'" in answer.stderr and "--force" in answer.stderr
    assert table(kept) == before
    answer = alces("-i", kept.name, "--recover", "Executioner/dt=0.2")
    assert answer.returncode == 2 and "Kernels/loss/rate" in answer.stderr and "/dt" not in answer.stderr
    answer = alces("-i", kept.name, "--recover", "--force")
    assert answer.returncode == 0 and "Kernels/loss/rate was '1', now '2'" in answer.stdout
    last = float(table(kept)[-1].split(",")[1]) / float(table(kept)[-2].split(",")[1])
    assert last == pytest.approx(1 / 1.2)


def test_what_the_command_line_says_is_no_mistake(alces, kept: Path) -> None:
    kept.write_text("n = 3\n" + kept.read_text().replace("num_steps = 3", "num_steps = ${n}"))
    alces("-i", kept.name)
    answer = alces("-i", kept.name, "--recover", "n=4")
    assert answer.returncode == 0 and "num_steps was '3', now '4'" in answer.stdout
    refused = alces("resume", FOLDER, "n=5")  # the text inside has no ${n} any more
    assert refused.returncode == 2 and "unused parameter 'n' at the top of the deck" in refused.stderr


def test_another_mesh_is_refused(alces, kept: Path) -> None:
    alces("-i", kept.name)
    answer = alces("-i", kept.name, "--recover", "Mesh/nx=9", "Executioner/num_steps=4")
    assert answer.returncode == 2
    assert "the checkpoint has 9 values of 'u', but the mesh of the deck has 10 nodes" in answer.stderr


# ---- files ----


@pytest.mark.parametrize("damage", ["cut", "flipped", "foreign", "other format", "empty"])
def test_damaged_files(alces, kept: Path, damage: str) -> None:
    alces("-i", kept.name)
    path = kept.parent / FOLDER / "0003.chk"
    data = path.read_bytes()
    path.write_bytes({
        "cut": data[: len(data) // 2], "flipped": data[:900] + bytes([data[900] ^ 1]) + data[901:],
        "foreign": b"PK" + data, "other format": data.replace(b"CHECKPOINT 1", b"CHECKPOINT 7"), "empty": b"",
    }[damage])
    said = {"cut": "its checksum is wrong", "flipped": "its checksum is wrong",
            "foreign": "is no checkpoint of Alces", "other format": "has the checkpoint format 7",
            "empty": "is no checkpoint of Alces"}[damage]
    answer = alces("resume", f"{FOLDER}/0003")
    assert answer.returncode == 2 and said in answer.stderr and len(answer.stderr.splitlines()) == 1
    answer = alces("resume", FOLDER)  # the one before is tried
    assert answer.returncode == 0 and said in answer.stdout
    assert f"going on from {FOLDER}/0002.chk: step 2" in answer.stdout
    assert len(table(kept)) == 5


def test_nothing_to_go_on_from(alces, kept: Path) -> None:
    answer = alces("-i", kept.name, "--recover")
    assert answer.returncode == 2 and answer.stderr == f"alces: there is no checkpoint in '{FOLDER}'\n"
    assert alces("resume", "nowhere.chk").stderr.startswith("alces: cannot read the checkpoint 'nowhere.chk'")
    answer = alces("-i", kept.name, "--recover", "Outputs/checkpoint=false")
    assert "the deck writes no checkpoints" in answer.stderr


@pytest.mark.parametrize(("words", "said"), [
    (["resume"], "no checkpoint is given"),
    (["check", "decay.i", "--recover"], "--recover goes with -i DECK"),
    (["-i", "decay.i", "--force"], "--force goes with --recover"),
])
def test_mistakes_on_the_command_line(alces, kept: Path, words: list[str], said: str) -> None:
    answer = alces(*words)
    assert answer.returncode == 2 and said in answer.stderr


def test_results_that_are_gone_or_do_not_fit(alces, kept: Path) -> None:
    alces("-i", kept.name)
    (kept.parent / "decay_out.csv").unlink()
    answer = alces("resume", FOLDER, "Executioner/num_steps=4")
    assert answer.returncode == 0 and re.search(r"warning: .*decay_out\.\* are gone", answer.stdout)
    assert len(table(kept)) == 2
    (kept.parent / "decay_out.csv").write_text("time,other\n0,1\n")
    answer = alces("resume", FOLDER, "Executioner/num_steps=5")
    assert answer.returncode == 2 and "decay_out.csv' has other columns" in answer.stderr
    (kept.parent / "decay_out.csv").unlink()
    (kept.parent / "decay_out.nc").write_bytes(b"CDF\x02\x00\x00\x00\x01")
    answer = alces("resume", FOLDER, "Executioner/num_steps=5")
    assert answer.returncode == 2
    assert "decay_out.nc' holds 1 times, but 5 were written before the checkpoint" in answer.stderr


def test_the_folder_can_be_moved(alces, kept: Path, tmp_path: Path) -> None:
    alces("-i", kept.name)
    moved = tmp_path / "moved"
    moved.mkdir()
    for path in list(tmp_path.glob("decay*")):
        path.rename(moved / path.name)
    answer = alces("resume", f"moved/{FOLDER}", "Executioner/num_steps=4")
    assert answer.returncode == 0 and len((moved / "decay_out.csv").read_text().splitlines()) == 6


def test_a_new_run_does_not_stumble_over_old_checkpoints(alces, kept: Path) -> None:
    alces("-i", kept.name, "Executioner/num_steps=6")
    alces("-i", kept.name, "Executioner/num_steps=2")
    assert [p.name for p in in_folder(kept.parent / FOLDER)] == ["0002.chk", "0001.chk"]
