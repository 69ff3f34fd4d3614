"""Contraction of pointwise coefficients with basis tables: one GEMM per block.

The weight, the measure and the map to reference axes go into the pointwise arrays, or, where they are the
same for all cells, into the constant table, so that on uniform cells the arrays that physics returned are
used as they are.
"""
from __future__ import annotations

from typing import Any

import numpy

from alces import backend
from alces.assembly.domain import Domain
from alces.dofs import Space


class Contraction:
    """Contracts the coefficients of one domain; keeps the constant tables it has made."""

    def __init__(self, domain: Domain):
        self.domain = domain
        self.dim = domain.xi.shape[1]
        self._made: dict[tuple, numpy.ndarray] = {}

    def residual(self, space: Space, coefficients: list[Any], part: slice) -> numpy.ndarray:
        """Cell vectors (cell, n_local) of ``(v, c_0) + (grad v, c_1..)``.

        Args:
            coefficients: c_0 and the dim components of c_1; None where there is none.
            part: the cells.
        """
        n = len(range(*part.indices(self.domain.n_cells)))
        terms = [(a, ((k, factor),), geometry) for i, a in enumerate(coefficients) if a is not None
                 for k, factor, geometry in self._pull_back(i)]
        return self._contract(
            terms, part, n, ("vector", space), lambda index: self._vector_table(space, index)
        )

    def jacobian(
        self, test: Space, trial: Space, partials: dict[tuple[int, int], Any], part: slice
    ) -> numpy.ndarray:
        """Cell matrices (cell, n_test * n_trial) from {(test kind, trial kind): array}, kind 0 = value."""
        n = len(range(*part.indices(self.domain.n_cells)))
        terms = []
        for (i, j), a in partials.items():
            for k, f, g in self._pull_back(i):
                for m, f2, g2 in self._pull_back(j):
                    terms.append((a, ((k, m, f * f2),), (*g, *g2)))
        return self._contract(terms, part, n, ("matrix", test, trial),
                              lambda index: self._matrix_table(test, trial, index))

    # -- the map to reference axes -----------------------------------------------------------------
    def _pull_back(self, kind: int) -> list[tuple[int, float, tuple]]:
        """Reference kinds that a physical kind feeds: (reference kind, constant factor, varying factors)."""
        if kind == 0:
            return [(0, 1.0, ())]
        out: list[tuple[int, float, tuple]] = []
        for k in range(self.dim):
            factor = self.domain.geometry.inverse[k][kind - 1]
            if isinstance(factor, float):
                if factor != 0.0:
                    out.append((k + 1, factor, ()))
            else:
                out.append((k + 1, 1.0, (factor,)))
        return out

    def _contract(self, terms: list, part: slice, n: int, name: tuple, table) -> numpy.ndarray:
        """Sum of arrays times tables, arrays that are the same object sharing one column block."""
        measure = self.domain.geometry.measure
        shared: dict[tuple, list] = {}
        for array, uses, varying in terms:
            if not isinstance(measure, float):
                varying = (*varying, measure)
            key = (id(array), *(id(v) for v in varying))
            shared.setdefault(key, [array, varying, ()])[2] += uses
        columns = []
        for array, varying, _ in shared.values():
            for factor in varying:
                array = array * (factor if len(factor) == 1 else factor[part])
            columns.append(array)
        signature = (*name, tuple(uses for _, _, uses in shared.values()))
        if signature not in self._made:
            self._made[signature] = numpy.concatenate(
                [sum(table(use[:-1]) * use[-1] for use in uses) for _, _, uses in shared.values()])
        if len(columns) == 1 and getattr(columns[0], "shape", ()) == (n, len(self.domain.weights)):
            return columns[0] @ self._made[signature]
        return backend.column_array(columns, n, len(self.domain.weights)) @ self._made[signature]

    # -- constant tables ---------------------------------------------------------------------------
    def _weights(self) -> numpy.ndarray:
        measure = self.domain.geometry.measure
        return self.domain.weights * (measure if isinstance(measure, float) else 1.0)

    def _vector_table(self, space: Space, index: tuple[int, ...]) -> numpy.ndarray:
        return self.domain.tables(space)[index[0]] * self._weights()[:, None]

    def _matrix_table(self, test: Space, trial: Space, index: tuple[int, ...]) -> numpy.ndarray:
        a, b = self.domain.tables(test)[index[0]], self.domain.tables(trial)[index[1]]
        return ((a * self._weights()[:, None])[:, :, None] * b[:, None, :]).reshape(len(a), -1)
