"""Damaged and forged checkpoints: refused with a message, or gone on from; nothing in them is executed."""

from __future__ import annotations

import copy
import hashlib
import shutil
from pathlib import Path
from random import Random

import numpy
import pytest
from alces.cli.main import main
from alces.run import checkpoint_file
from alces.run.checkpoint_file import CheckpointError, Content
from deckfuzz.files import mutated
from deckfuzz.seeds import SMALL

FACTS = (None, 0, -1, 1e300, "x", [], {}, [1, 2], {"a": 1}, True, float("nan"))
ARRAYS = (
    numpy.zeros(0),
    numpy.zeros((3, 3)),
    numpy.array(["a"]),
    numpy.array(1.0),
    numpy.zeros((1, 5), complex),
)


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last checkpoint of a short run."""
    folder = tmp_path_factory.mktemp("run")
    deck = folder / "deck.i"
    deck.write_text(SMALL[0].replace("csv = true", "csv = true\n  checkpoint = true"))
    assert main(["-i", str(deck), "Executioner/num_steps=2", "--quiet"]) == 0
    return folder / "deck_out_cp" / "0002.chk"


def test_any_change_of_a_byte_is_noticed(checkpoint: Path, tmp_path: Path) -> None:
    path, data = tmp_path / "0002.chk", checkpoint.read_bytes()
    for number in range(200):
        changed = mutated(data, Random(number))
        path.write_bytes(changed)
        if changed != data:
            with pytest.raises(CheckpointError):
                checkpoint_file.read(path)


def test_damage_under_a_right_checksum_is_one_message(checkpoint: Path, tmp_path: Path) -> None:
    path, (title, _, rest) = tmp_path / "0002.chk", checkpoint.read_bytes().split(b"\n", 2)
    for number in range(200):
        changed = mutated(rest, Random(number))
        path.write_bytes(b"\n".join((title, hashlib.sha256(changed).hexdigest().encode(), changed)))
        try:
            checkpoint_file.read(path)
        except CheckpointError as error:
            assert str(path) in str(error)


def forged(content: Content, rng: Random) -> Content:
    """The content with an array or a fact that is missing, another one, or nonsense."""
    out = Content(dict(content.arrays), copy.deepcopy(content.facts))
    things, others = (out.arrays, ARRAYS) if rng.random() < 0.5 else (out.facts, FACTS)
    name = rng.choice(sorted(things))
    things[name] = rng.choice((*others, things[rng.choice(sorted(things))]))
    if rng.random() < 0.3:
        del things[name]
    return out


def test_forged_contents_are_one_message(
    checkpoint: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    content, codes = checkpoint_file.read(checkpoint), []
    for number in range(40):
        folder = tmp_path / str(number)
        shutil.copytree(checkpoint.parents[1], folder)
        path = folder / "deck_out_cp" / "0002.chk"
        path.unlink()
        checkpoint_file.write(path, forged(content, Random(number)))
        codes.append(main(["resume", str(path), "Executioner/num_steps=3", "--quiet"]))
        told = capsys.readouterr().err
        assert codes[-1] in (0, 2, 3), told
        assert "Traceback" not in told
        assert codes[-1] == 0 or "checkpoint" in told
    assert 20 < codes.count(2) < 40
