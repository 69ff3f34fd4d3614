"""Fields in groups, and groups in an order: what follows from how strongly each acts on each."""
from __future__ import annotations

from collections.abc import Sequence

import numpy
from scipy import sparse

EXACT = 10
"""Groups up to which the best order is found, by trying all sets of those that go first; a rule beyond."""


def merged(strong: numpy.ndarray, n: int) -> list[list[int]]:
    """Things 0...n-1 that hang together, each list sorted, the lists by their first thing.

    Args:
        strong: whether two belong together, (n, n).
    """
    return _grouped(sparse.csgraph.connected_components(sparse.csr_matrix(strong), directed=False)[1], n)


def in_circles(strong: numpy.ndarray, n: int) -> list[list[int]]:
    """Things that act on each other, be it through others (strongly connected components)."""
    return _grouped(sparse.csgraph.connected_components(
        sparse.csr_matrix(strong), directed=True, connection="strong")[1], n)


def _grouped(labels: numpy.ndarray, n: int) -> list[list[int]]:
    groups = [[i for i in range(n) if labels[i] == label] for label in dict.fromkeys(labels.tolist())]
    return sorted(groups)


def ordered(weights: numpy.ndarray) -> list[int]:
    """The order with the smallest sum of actions of later things on earlier ones; of equal ones the first.

    Args:
        weights: how strongly the second acts on the first, (n, n).
    """
    n = len(weights)
    return _best(weights) if n <= EXACT else _greedy(weights)


def backward(weights: numpy.ndarray, order: Sequence[int]) -> float:
    """The strongest action of a later thing on an earlier one."""
    pairs = [weights[f, g] for i, f in enumerate(order) for g in order[i + 1:]]
    return float(max(pairs, default=0.0))


def _best(weights: numpy.ndarray) -> list[int]:
    n = len(weights)
    # of the things in a set (bits), all others being done: least sum of actions, and their order
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for chosen in range(1, 2**n):
        inside = [i for i in range(n) if chosen >> i & 1]
        found = []
        for first in inside:
            cost, rest = best[chosen & ~(1 << first)]
            against = float(weights[first, [i for i in inside if i != first]].sum())
            found.append((round(cost + against, 12), [first, *rest]))
        best[chosen] = min(found)
    return best[2**n - 1][1]


def _greedy(weights: numpy.ndarray) -> list[int]:
    """One after the other that acts most on those left and is acted upon least."""
    left, order = list(range(len(weights))), []
    while left:
        part = weights[numpy.ix_(left, left)]
        order.append(left.pop(int(numpy.argmin(part.sum(axis=1) - part.sum(axis=0)))))
    return order
