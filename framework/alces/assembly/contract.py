"""Contraction of pointwise coefficients with basis tables: one GEMM per block.

Where the map to the reference cell is the same for all cells, it is part of the constant tables, and the
arrays that physics returned are used as they are. Elsewhere they are first pulled back to reference axes.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy

from alces import backend
from alces.assembly.domain import Domain
from alces.assembly.pull_back import PullBack
from alces.dofs import Space

Kind = tuple[int, ...]
"""Whether a coefficient goes with the value (0) or a slope (1, 2, 3): of the test function, of the trial."""


class Contraction:
    """Contracts the coefficients of one domain; keeps the constant tables it has made."""

    def __init__(self, domain: Domain):
        self.domain = domain
        geometry = domain.geometry
        varying = [a for row in geometry.inverse for a in row] + [geometry.measure]
        self._same = all(isinstance(a, float) for a in varying)
        self._made: dict[tuple, tuple[Any, list[Any]]] = {}
        self._pull_back: PullBack | None = None

    def residual(self, space: Space, coefficients: list[Any], part: slice) -> Any:
        """Cell vectors (cell, n_local) of ``(v, c_0) + (grad v, c_1..)``.

        Args:
            coefficients: c_0 and the components of c_1; None where there is none.
            part: the cells.
        """
        found: Mapping[Kind, Any] = {(i,): a for i, a in enumerate(coefficients) if a is not None}
        if not self._same:
            found = self._map(part).vector(found)
        return self._contract(found, part, ("vector", space), lambda kind: self._vector_table(space, *kind))

    def jacobian(self, test: Space, trial: Space, partials: Mapping[Kind, Any], part: slice) -> Any:
        """Cell matrices (cell, n_test * n_trial) from {(test kind, trial kind): array}."""
        if not self._same:
            partials = self._map(part).matrix(partials)
        return self._contract(partials, part, ("matrix", test, trial),
                              lambda kind: self._matrix_table(test, trial, *kind))

    def _map(self, part: slice) -> PullBack:
        if self._pull_back is None or self._pull_back.part != part:
            self._pull_back = PullBack(self.domain.geometry, part)
        return self._pull_back

    def _contract(self, found: Mapping[Kind, Any], part: slice, name: tuple,
                  table: Callable[[Kind], numpy.ndarray]) -> Any:
        """Sum of arrays times tables: arrays that are the same object share one column block, numbers go
        with the sum of their table over the points."""
        numbers: dict[int, int] = {}
        columns: list[Any] = []
        factors: list[float] = []
        signature: list[tuple[Kind, int]] = []
        for kind, a in found.items():
            if isinstance(a, (float, int)):
                factors.append(a)
                signature.append((kind, -1))
            else:
                number = numbers.setdefault(id(a), len(columns))
                if number == len(columns):
                    columns.append(a)
                signature.append((kind, number))
        key = (*name, *signature)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._tables(signature, len(columns), table)
        weights, rows = made
        n, points = len(range(*part.indices(self.domain.n_cells))), self.domain.n_points
        out: Any = 0.0
        if columns:
            one = len(columns) == 1 and columns[0].shape == (n, points)
            out = (columns[0] if one else backend.column_array(columns, n, points)) @ weights
        for factor, row in zip(factors, rows, strict=True):
            out = out + factor * row
        return out if columns else backend.full(out, (n, out.shape[1]))

    def _tables(self, signature: list[tuple[Kind, int]], n: int, table: Callable[[Kind], numpy.ndarray]
                ) -> tuple[Any, list[Any]]:
        """The tables of n column blocks one below the other, and the row (1, n_local) of each number."""
        blocks = [sum(table(kind) for kind, number in signature if number == k) for k in range(n)]
        rows = [backend.asarray(table(kind).sum(axis=0)[None, :]) for kind, number in signature if number < 0]
        return (backend.asarray(numpy.concatenate(blocks)) if blocks else None), rows

    # -- constant tables (host) --------------------------------------------------------------------
    def _vector_table(self, space: Space, i: int) -> numpy.ndarray:
        measure = self.domain.geometry.measure if self._same else 1.0
        return self._basis(space, i) * (self.domain.weights * measure)[:, None]

    def _matrix_table(self, test: Space, trial: Space, i: int, j: int) -> numpy.ndarray:
        a, b = self._vector_table(test, i), self._basis(trial, j)
        return (a[:, :, None] * b[:, None, :]).reshape(len(a), -1)

    def _basis(self, space: Space, kind: int) -> numpy.ndarray:
        """The basis or a slope of it, along physical axes where the map is constant, else reference axes."""
        tables = self.domain.tables(space)
        if kind == 0 or not self._same:
            return tables[kind]
        inverse = self.domain.geometry.inverse
        return sum(inverse[k][kind - 1] * table for k, table in enumerate(tables[1:]))
