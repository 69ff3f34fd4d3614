"""Mutated decks are fine or have mistakes that are told, each at its place; `long.py` tries many more."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from alces.mesh import budget
from deckfuzz.judge import verdict
from deckfuzz.mutate import mutant
from deckfuzz.seeds import SMALL, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RANDOM = st.randoms(use_true_random=False)
DECKS = seeds()


def of(examples: int) -> settings:
    """Few examples, always the same, and no data base on disk."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(autouse=True)
def _little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Meshes that grow under the mutations are refused."""
    monkeypatch.setattr(budget, "memory", lambda: 10 << 20)


@pytest.mark.parametrize("text", SMALL)
def test_the_seed_runs(tmp_path: Path, text: str) -> None:
    assert verdict(text, [], tmp_path, run=True) == "fine"


@of(250)
@given(rng=RANDOM, number=st.integers(0, len(DECKS) - 1))
def test_any_mutant_is_checked(tmp_path_factory: pytest.TempPathFactory, rng: Random, number: int) -> None:
    text, overrides = mutant(DECKS[number][0], rng)
    assert verdict(text, overrides, tmp_path_factory.getbasetemp()) in ("fine", "mistakes")


@of(60)
@given(rng=RANDOM)
def test_any_mutant_is_run(tmp_path_factory: pytest.TempPathFactory, rng: Random) -> None:
    text, overrides = mutant(SMALL[0], rng)
    assert verdict(text, overrides, tmp_path_factory.getbasetemp(), run=True)


def test_the_mutations_do_not_break_everything(tmp_path: Path) -> None:
    """Else the tests above would test little."""
    ends = [verdict(*mutant(SMALL[0], Random(number)), tmp_path) for number in range(60)]
    assert 8 <= ends.count("fine") <= 52
