"""Small dense systems of equations at all points at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.ad import abs, where

_SINGULAR = 1e-12


def _is_zero(a: Any) -> bool:
    return type(a) is float and a == 0.0


class Elimination:
    """Gauss' elimination without pivoting, for matrices whose order makes the pivots safe.

    Entries are floats or arrays; the float ``0.0`` is a structural zero. Right-hand sides may be duals.

    Attributes:
        singular: where a pivot of the last equations (from number `first` on) vanishes against what it was
            before any of them was eliminated.
    """

    def __init__(self, matrix: Sequence[Sequence[Any]], first: int):
        self.rows = [list(row) for row in matrix]
        self.singular: Any = False
        n, reference = len(self.rows), []
        for k in range(n):
            pivot_row = self.rows[k]
            if k == first:
                reference = [abs(self.rows[i][i]) for i in range(first, n)]
            if k >= first:
                vanishes = abs(pivot_row[k]) <= _SINGULAR * reference[k - first]
                self.singular = self.singular | vanishes
                pivot_row[k] = where(vanishes, 1.0, pivot_row[k])
            for i in range(k + 1, n):
                row = self.rows[i]
                if _is_zero(row[k]):
                    continue
                row[k] = row[k] / pivot_row[k]
                for j in range(k + 1, n):
                    if not _is_zero(pivot_row[j]):
                        product = row[k] * pivot_row[j]
                        row[j] = -product if _is_zero(row[j]) else row[j] - product

    def solve(self, right: Sequence[Any]) -> list[Any]:
        """The solution for a right-hand side."""
        x = list(right)
        n = len(x)
        for i in range(n):
            x[i] = self._less(x[i], i, range(i), x)
        for i in reversed(range(n)):
            rest = self._less(x[i], i, range(i + 1, n), x)
            x[i] = 0.0 if _is_zero(rest) else rest / self.rows[i][i]
        return x

    def _less(self, start: Any, i: int, columns: range, x: Sequence[Any]) -> Any:
        for j in columns:
            if not (_is_zero(self.rows[i][j]) or _is_zero(x[j])):
                product = x[j] * self.rows[i][j]
                start = -product if _is_zero(start) else start - product
        return start
