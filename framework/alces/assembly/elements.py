"""From terms at the points of a chunk to cell vectors and cell matrices."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces import backend
from alces.ad import Vector, partials, value
from alces.assembly.contract import Contraction
from alces.assembly.domain import Domain
from alces.assembly.model import Model
from alces.assembly.points import CellPoints
from alces.assembly.unavailable import Unavailable
from alces.dofs import HermiteSpace, Space
from alces.physics import DiracKernel, IntegratedBC, Kernel

Term = Kernel | IntegratedBC | DiracKernel
Coefficients = dict[int, list[Any]]
"""f0 and the components of f1 (None where there is none) by variable; those of the Laplacian of a test
function are numbered behind all variables."""


class Elements:
    """Evaluates terms and contracts the sums with the basis of each variable."""

    def __init__(self, model: Model):
        self.model = model
        self._contractions: dict[tuple, Contraction] = {}

    def coefficients(self, terms: Sequence[Term], q: CellPoints) -> Coefficients:
        """Sums over the terms."""
        out: Coefficients = {}
        n, axes = len(self.model.unknowns.variables), self.model.mesh.axes
        for term in terms:
            f = self.model.unknowns.index[term.p.variable]
            sums = out.setdefault(f, [None] * (1 + axes))
            try:
                at = q if term.p.implicit else q.before()
                f0, f1 = term.value(at), term.flux(at)
            except Unavailable as error:
                error.asked_by = term
                raise
            f2 = term.curvature(at) if isinstance(term, Kernel) else None
            if f2 is not None:
                bent = out.setdefault(f + n, [None] * (1 + axes))
                bent[0] = f2 if bent[0] is None else bent[0] + f2
            if f0 is not None:
                sums[0] = f0 if sums[0] is None else sums[0] + f0
            if isinstance(f1, Vector):
                for i in range(axes):
                    if not (type(f1[i]) is float and f1[i] == 0.0):
                        sums[i + 1] = f1[i] if sums[i + 1] is None else sums[i + 1] + f1[i]
        return out

    def vectors(self, q: CellPoints, found: Coefficients) -> dict[int, Any]:
        """Cell vectors (cell, n_local) by variable."""
        out: dict[int, Any] = {}
        contraction = self._contraction(q.domain)
        for number, coefficients in found.items():
            values = [None if c is None else value(c) for c in coefficients]
            if any(v is not None for v in values):
                space, f = self._space(number)
                _add(out, f, contraction.residual(space, values, q.part))
        return out

    def matrices(self, q: CellPoints, found: Coefficients) -> dict[tuple[int, int], Any]:
        """Cell matrices (cell, n_test * n_trial) by test and trial variable."""
        out: dict[tuple[int, int], Any] = {}
        contraction = self._contraction(q.domain)
        for number, coefficients in found.items():
            test, f = self._space(number)
            for trial_number, slopes in _by_trial(coefficients).items():
                if trial_number < q.means.first:
                    trial, g = self._space(trial_number)
                    _add(out, (f, g), contraction.jacobian(test, trial, slopes, q.part))
                    continue
                by_mean = [slopes.get((kind, 0)) for kind in range(len(coefficients))]
                column = contraction.residual(test, by_mean, q.part)[:, :, None]
                for g, row in q.means.slopes(trial_number, contraction, self._space).items():
                    product = column * row[:, None, :]
                    _add(out, (f, g), backend.xp.reshape(product, (product.shape[0], -1)))
        return out

    def blocks(self, q: CellPoints, found: Coefficients) -> set[tuple[int, int]]:
        """Test and trial variables of the matrices that there are."""
        n = len(self.model.unknowns.variables)
        return {(number % n, g % n) for number, coefficients in found.items()
                for trial in _by_trial(coefficients) for g in q.means.fields(trial)}

    def _space(self, f: int) -> tuple[Space, int]:
        """Space of a variable or of its Laplacian, and the variable's number."""
        layouts = self.model.unknowns.layouts
        if f < len(layouts):
            return layouts[f].space, f
        space = layouts[f - len(layouts)].space
        if not isinstance(space, HermiteSpace):
            name = self.model.unknowns.variables[f - len(layouts)].name
            raise Unavailable(f"second derivatives of '{name}' need the family HERMITE, order THIRD")
        return space.laplacian, f - len(layouts)

    def _contraction(self, domain: Domain) -> Contraction:
        if domain.key not in self._contractions:
            self._contractions[domain.key] = Contraction(domain)
        return self._contractions[domain.key]


def _by_trial(coefficients: list[Any]) -> dict[int, dict[tuple[int, ...], Any]]:
    """Partials by the field (variable, Laplacian, mean) and then by test and trial kind."""
    out: dict[int, dict[tuple[int, ...], Any]] = {}
    for kind, coefficient in enumerate(coefficients):
        if coefficient is not None:
            for key, partial in partials(coefficient).items():
                out.setdefault(key // 4, {})[kind, key % 4] = partial
    return out


def _add(out: dict[Any, Any], key: Any, a: Any) -> None:
    out[key] = out[key] + a if key in out else a
