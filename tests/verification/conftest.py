"""Running decks, and the table of measured convergence orders."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from alces.run import load

ROOT = Path(__file__).parents[2]


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


@pytest.fixture(scope="session")
def _table():
    rows: dict[str, str] = {}
    yield rows
    file = ROOT / "build" / "orders.md"
    old = file.read_text().splitlines()[2:] if file.is_file() else []
    known = {line.split("|")[1].strip(): line for line in old} | rows
    file.parent.mkdir(exist_ok=True)
    head = ["| case | fitted order | at least |", "|---|---|---|"]
    file.write_text("\n".join([*head, *(known[case] for case in sorted(known))]) + "\n")


@pytest.fixture
def order(_table):
    """Function (case, sizes, errors, expected): fits the order, notes it, asserts that it is high enough.

    The order is the slope of the least-squares line through the logarithms; 0.15 is allowed for the terms of
    higher order that the coarse meshes still show.
    """

    def fit(case: str, sizes, errors, expected: float) -> float:
        slope = float(np.polyfit(np.log(sizes), np.log(errors), 1)[0])
        _table[case] = f"| {case} | {slope:.2f} | {expected:g} |"
        assert slope >= expected - 0.15, f"{case}: order {slope:.2f}, errors {errors}"
        return slope

    return fit
