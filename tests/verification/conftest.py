"""Running decks, and the tables of measured orders of convergence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from alces.run import load

sys.path.insert(0, str(Path(__file__).parent))

from manufactured import page


@pytest.fixture
def columns():
    """Function (deck path, overrides...) -> {postprocessor: values over the written times}."""

    def run(deck, *overrides: str) -> dict[str, np.ndarray]:
        problem = load(str(deck), *overrides)
        names = list(problem.model.postprocessors)
        results = problem.run(write=False)
        return {name: np.atleast_1d(results[name].values) for name in ("time", *names) if name in results}

    return run


@pytest.fixture
def final():
    """Function (deck path, overrides...) -> {postprocessor: value at the end}."""

    def run(deck, *overrides: str) -> dict[str, float]:
        problem = load(str(deck), *overrides)
        problem.run(write=False)
        return dict(problem.state.postprocessors)

    return run


@pytest.fixture
def text_final(tmp_path, final):
    """Function (text of a deck) -> {postprocessor: value at the end}."""

    def run(text: str) -> dict[str, float]:
        deck = tmp_path / "deck.i"
        deck.write_text(text)
        return final(deck)

    return run


@pytest.fixture(scope="session")
def _tables():
    """Rows of docs/verification.md that this run has measured; ALCES_VERIFICATION=write puts them there."""
    measured: dict[str, dict[str, str]] = {}
    yield measured
    if os.environ.get("ALCES_VERIFICATION") == "write":
        page.write(measured)


@pytest.fixture(scope="session")
def _committed():
    return page.tables()


@pytest.fixture
def order(_tables, _committed):
    """Function (table, case, counts, (errors, expected order), ...): fits the orders, asserts that they are
    right and that docs/verification.md says the same."""

    def measure(table: str, case: str, counts, *measured, above: float = page.TOLERANCE) -> None:
        fits = [page.fit(case, counts, errors, expected, above) for errors, expected in measured]
        row = page.row(case, counts, fits)
        _tables.setdefault(table, {})[case] = row
        if os.environ.get("ALCES_VERIFICATION") != "write":
            old = _committed[table].get(case)
            assert not page.differs(old, row), f"measured: {row}\nin the page: {old}\nrun `make verification`"

    return measure
