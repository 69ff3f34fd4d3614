"""Compare the exact partials of every term of a deck with complex step, and name the guilty one."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy

from alces.ad import partials, value
from alces.assembly.points import CellPoints
from alces.assembly.system import chunks
from alces.physics import Kernel
from alces.run.problem import Problem

COMPLEX, DIFFERENCES = "complex step", "differences"
TOLERANCE = {COMPLEX: 1e-10, DIFFERENCES: 1e-6}
"""Largest relative difference that rounding explains, by the method compared with."""


@dataclass(frozen=True)
class Row:
    """How well the partials of one term by one field agree on one block or boundary."""

    term: str
    where: str
    field: str
    difference: float
    method: str

    @property
    def good(self) -> bool:
        return self.difference < TOLERANCE[self.method]


class _Shifted(CellPoints):
    """Points where one field's value, or one component of its gradient, is changed by a number."""

    def __init__(self, base: CellPoints, key: int, change: complex):
        super().__init__(base.model, base.now, base.domain, base.part, dual=False)
        self._field, self._kind, self._change = list(self.model.unknowns.index)[key // 4], key % 4, change

    def value(self, variable: str | float) -> Any:
        found = super().value(variable)
        return found + self._change if variable == self._field and self._kind == 0 else found

    def dot(self, variable: str | float) -> Any:
        found = super().dot(variable)
        shifted = variable == self._field and self._kind == 0
        return found + self._change * self.now.rate if shifted else found

    def grad(self, variable: str | float) -> Any:
        found = super().grad(variable)
        if variable != self._field or self._kind == 0:
            return found
        return type(found)(*(a + self._change if i == self._kind - 1 else a for i, a in enumerate(found)))


class _Exact(CellPoints):
    """Points whose cell means answer to a change of all points alike, as that of `_Shifted` is."""

    def cell_mean(self, a: Any) -> Any:
        return self.means.uniform(a)


def compare(problem: Problem) -> list[Row]:
    """One row per term, block or boundary and field that the term depends on, at the problem's state."""
    found: dict[tuple[str, str, str], Row] = {}
    for domain, terms in problem.system._work:
        where = _where(problem, domain)
        for part in chunks(domain):
            exact = _Exact(problem.model, problem.state, domain, part, dual=True)
            for term in terms:
                for field, difference, method in _term_rows(exact, term):
                    system = "Kernels" if isinstance(term, Kernel) else "BCs"
                    row = Row(f"{system}/{term.name}", where, field, difference, method)
                    key = (row.term, where, field)
                    if key not in found or not difference <= found[key].difference:
                        found[key] = row
    return sorted(found.values(), key=lambda row: (row.term, row.where))


def _where(problem: Problem, domain: Any) -> str:
    mesh = problem.model.mesh
    if domain.boundary is not None:
        return mesh.sideset_names.get(domain.boundary) or f"boundary {domain.boundary}"
    return mesh.subdomain_names.get(domain.subdomain) or f"block {domain.subdomain}"


def _term_rows(exact: CellPoints, term: Any) -> Iterator[tuple[str, float, str]]:
    """(field, relative difference, method) for the fields that a term depends on, by either count."""
    duals = _coefficients(term, exact)
    for number, field in enumerate(exact.model.unknowns.index):
        if exact.model.unknowns.cell_dofs(number, exact.domain.block) is None:
            continue
        keys = [4 * number + kind for kind in range(1 + exact.dim)]
        try:
            difference = _difference(duals, keys, lambda key: _complex_slopes(exact, term, key))
            method = COMPLEX
        except TypeError:  # a function without complex values
            difference, method = numpy.inf, COMPLEX
        if difference is not None and not difference < TOLERANCE[COMPLEX]:
            other = _difference(duals, keys, lambda key: _difference_slopes(exact, term, key))
            if other is None or not other >= difference:
                difference, method = other, DIFFERENCES
        if difference is not None:
            yield field, difference, method


def _coefficients(term: Any, q: CellPoints) -> list[Any]:
    """The factor of the test function and those of its gradient; numbers 0 where there is none."""
    f0, f1 = term.value(q), term.flux(q)
    return [0.0 if f0 is None else f0, *([0.0] * q.dim if f1 is None else list(f1)[: q.dim])]


def _difference(duals: list[Any], keys: list[int], slopes: Any) -> float | None:
    """Largest difference over the largest slope; None if nothing depends on the field."""
    errors, sizes = [0.0], [0.0]
    depends = False
    for key in keys:
        for dual, slope in zip(duals, slopes(key), strict=True):
            have = partials(dual).get(key)
            depends = depends or have is not None
            errors.append(float(numpy.max(numpy.abs((0.0 if have is None else have) - slope))))
            sizes.append(float(numpy.max(numpy.abs(slope))))
    worst, scale = float(numpy.max(errors)), float(numpy.max(sizes))  # not numbers if one is not
    if scale == 0.0:
        return worst if depends else None
    return worst / scale


def _complex_slopes(exact: CellPoints, term: Any, key: int, step: float = 1e-30) -> list[Any]:
    moved = _coefficients(term, _Shifted(exact, key, 1j * step))
    return [numpy.imag(value(a)) / step for a in moved]


def _difference_slopes(exact: CellPoints, term: Any, key: int) -> list[Any]:
    field = list(exact.model.unknowns.index)[key // 4]
    size = value(exact.value(field)) if key % 4 == 0 else value(exact.grad(field)[key % 4 - 1])
    step = 6e-6 * (float(numpy.max(numpy.abs(size))) or 1.0)
    high, low = (_coefficients(term, _Shifted(exact, key, s)) for s in (step, -step))
    return [(value(a) - value(b)) / (2.0 * step) for a, b in zip(high, low, strict=True)]


def randomize(problem: Problem, seed: int) -> None:
    """Change every unknown at random by up to a tenth of its field's size (of 1 where the field is zero)."""
    u, field = problem.state.u.copy(), problem.model.unknowns.field
    change = numpy.random.default_rng(seed).uniform(-0.1, 0.1, len(u))
    for number in numpy.unique(field):
        rows = field == number
        u[rows] += change[rows] * (numpy.max(numpy.abs(u[rows])) or 1.0)
    problem.state.u = u


def table(rows: list[Row]) -> str:
    """The rows as text, wrong ones marked."""
    width = [max(len(a) for a in column) for column in zip(
        ("term", "where", "field"), *((r.term, r.where, r.field) for r in rows), strict=True)]

    def line(*words: str) -> str:
        aligned = [w.ljust(n) for w, n in zip(words[:3], width, strict=True)]
        return "  ".join([*aligned, *words[3:]])

    out = [line("term", "where", "field", "difference", "compared with")]
    for r in rows:
        mark = "" if r.good else "  <-- WRONG"
        out.append(line(r.term, r.where, r.field, f"{r.difference:10.1e}", r.method + mark))
    return "\n".join(out)


def jacobian(problem: Problem, seed: int | None = None) -> int:
    """Print the table; 0 if all partials are right, 1 if some are not."""
    if seed is not None:
        randomize(problem, seed)
    rows = compare(problem)
    print(table(rows))
    wrong = [r for r in rows if not r.good]
    names = ", ".join(dict.fromkeys(r.term for r in wrong))
    print(f"wrong partials: {names}" if wrong else "all partials are right")
    return 1 if wrong else 0
