"""When checkpoints are written, and what is in them."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy
import pytest
from alces.output import open_dataset
from alces.physics import TimeStepper
from alces.run.checkpoint_file import in_folder, read

sys.path.insert(0, str(Path(__file__).parent))
from pieces import field, in_pieces


class Remembers(TimeStepper):
    """It has counted to zero."""

    def setup(self):
        self.count = [0]


def test_pictures_show_the_whole_run(tmp_path: Path) -> None:
    """What they are drawn from is kept beside them, and continued."""
    text = field("dt = 0.1").replace("exodus = true", "pictures = true\n  checkpoint = true")
    deck = tmp_path / "deck.i"
    deck.write_text(text)
    in_pieces(deck, (), [2])
    with open_dataset(tmp_path / "deck_out_pictures.nc") as steps:
        assert steps["time"].values == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
    assert (tmp_path / "deck_out_series.png").is_file()


def test_a_steady_deck_writes_its_solution(problem, tmp_path: Path) -> None:
    text = field("").replace("type = Transient\n  end_time = 0.4\n", "type = Steady\n")
    text = text.replace("type = TimeDerivative\n    variable = u", "type = Reaction\n    variable = u")
    p = problem(text, "Outputs/checkpoint=true")
    p.run(write=False)
    assert not (tmp_path / "deck_out_cp").exists()
    p.run()
    (path,) = in_folder(tmp_path / "deck_out_cp")
    again = problem(text, "Outputs/checkpoint=true")
    again.resume(read(path))
    assert (again.state.u == p.state.u).all() and path.name == "0001.chk"


def test_a_stepper_keeps_what_json_can_express(make) -> None:
    stepper = make(Remembers)
    stepper.table, stepper.costs = numpy.zeros(3), [1.5, float("inf")]
    kept = stepper.memory()
    assert kept == {"count": [0], "costs": [1.5, float("inf")]}
    other = make(Remembers)
    other.recall(kept)
    assert other.costs == [1.5, float("inf")]


@pytest.mark.parametrize(("how", "kept"), [
    ((), [7, 8]), (("num_files=4",), [5, 6, 7, 8]), (("num_files=9", "interval=3"), [0, 3, 6]),
    (("num_files=9", "minimum_time_interval=0.14"), [0, 3, 6]),
    (("num_files=9", "wall_time_interval=1000"), [0]), (("execute_on=FINAL",), [8]),
    (("num_files=9", "sync_only=true", "sync_times=0.2"), [4]),
])
def test_rhythm(problem, tmp_path: Path, how: tuple[str, ...], kept: list[int]) -> None:
    """Eight steps of 0.05."""
    problem(field("dt = 0.05"), "Outputs/x/type=Checkpoint", *(f"Outputs/x/{word}" for word in how)).run()
    found = sorted(int(path.stem) for path in in_folder(tmp_path / "deck_x_cp"))
    assert found == kept
