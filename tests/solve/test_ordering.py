"""Groups and orders from numbers."""
from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from alces.solve.ordering import EXACT, backward, in_circles, merged, ordered


def matrix(n: int, *entries: tuple[int, int, float]) -> np.ndarray:
    out = np.zeros((n, n))
    for f, g, weight in entries:
        out[f, g] = weight
    return out


def against(weights: np.ndarray, order) -> float:
    return sum(weights[f, g] for i, f in enumerate(order) for g in order[i + 1:])


def test_what_hangs_together_is_one_group() -> None:
    assert merged(matrix(5, (0, 3, 1), (4, 3, 1)) > 0, 5) == [[0, 3, 4], [1], [2]]


def test_circles_are_closed_ones() -> None:
    assert in_circles(matrix(4, (1, 0, 1), (2, 1, 1), (0, 2, 1), (3, 0, 1)) > 0, 4) == [[0, 1, 2], [3]]
    assert in_circles(matrix(3, (1, 0, 1), (2, 1, 1)) > 0, 3) == [[0], [1], [2]]


@pytest.mark.parametrize("n", [3, 5])
def test_best_order_against_all(n: int) -> None:
    random = np.random.default_rng(n)
    for _ in range(10):
        weights = random.random((n, n)) ** 4
        best = min(against(weights, order) for order in permutations(range(n)))
        assert against(weights, ordered(weights)) == pytest.approx(best, rel=1e-9)


def test_of_equal_orders_that_of_the_deck() -> None:
    assert ordered(np.zeros((4, 4))) == [0, 1, 2, 3]
    assert ordered(matrix(4, (1, 3, 1.0))) == [0, 2, 3, 1]


def test_a_chain_of_many_is_found_by_the_rule() -> None:
    n = EXACT + 5
    chain = np.random.default_rng(0).permutation(n)
    weights = matrix(n, *((chain[i + 1], chain[i], 1.0) for i in range(n - 1)))
    assert against(weights, ordered(weights)) == 0.0


def test_what_acts_backwards() -> None:
    weights = matrix(3, (0, 1, 0.2), (1, 0, 0.9), (0, 2, 0.1))
    assert backward(weights, [0, 1, 2]) == 0.2
    assert backward(weights, [1, 2, 0]) == 0.9
    assert backward(weights, [0]) == 0.0
