"""The comparison of runs in one piece and in several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from alces.run.problem import Problem

sys.path.insert(0, str(Path(__file__).parent))
from pieces import contents, in_pieces, unbroken


@pytest.fixture
def same_in_pieces(tmp_path: Path) -> Callable[..., Problem]:
    """``same_in_pieces(text, (2, 5), "Mesh/nx=3")``: a run that is stopped after steps 2 and 5 and goes on
    each time leaves the same files, bit for bit, as one that is not."""

    def check(text: str, stops: Sequence[int], *overrides: str) -> Problem:
        decks = []
        for name in ("whole", "pieces"):
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            decks.append(folder / "deck.i")
            decks[-1].write_text(text)
        overrides = ("Outputs/checkpoint=true", *overrides)
        whole = unbroken(decks[0], overrides)
        assert whole.step > max(stops)
        in_pieces(decks[1], overrides, stops)
        first, second = (contents(deck.parent) for deck in decks)
        assert first.keys() == second.keys() and first
        for name in first:
            assert first[name] == second[name], name
        return whole

    return check
