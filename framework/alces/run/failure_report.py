"""Why a solve has failed for good: where the residual is worst, which term makes it so, and what to try."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from operator import is_
from typing import Any

import numpy

from alces import backend
from alces.ad import Tensor, Vector, value
from alces.assembly.domain import Domain
from alces.assembly.points import CellPoints
from alces.assembly.sweep import at_points
from alces.solve.outcome import Outcome

_SHOWN = 4
"""Cuts of the step that are listed."""
_ZERO = 1e-10
"""Part of the sum of magnitudes below which a sum of Jacobian entries counts as zero."""


def failure_report(problem: Any, outcome: Outcome, cuts: Sequence[tuple[float, str]] = ()) -> str:
    """What can be said about a failed solve, in lines; the state is that of the attempt.

    Args:
        outcome: of the attempt.
        cuts: lengths that were tried in this step before, and why they failed.
    """
    state, kept = problem.state, problem.state.u
    state.u = outcome.x
    try:
        with numpy.errstate(all="ignore"):
            residual = problem.residual()
            bad = problem.ranks.any(not numpy.isfinite(residual).all())
            lines = _not_finite(problem) if bad else _worst(problem, residual)
            lines += [] if bad else _scaling(problem)
            lines += [f"tried before: dt = {dt:g}: {reason}" for dt, reason in cuts[-_SHOWN:]]
            lines.append("next: " + _advice(problem, outcome.reason, bad))
    finally:
        state.u = kept
    return "\n".join(f"  {line}" for line in lines)


# -- the worst entry ---------------------------------------------------------------------------------
def _worst(problem: Any, residual: numpy.ndarray) -> list[str]:
    """The entry of the scaled residual that is largest, and the term that contributes most to it."""
    unknowns, ranks = problem.model.unknowns, problem.ranks
    scaled = numpy.abs(residual) * problem.row_scales[unknowns.field] * unknowns.ghosts.own
    here = int(scaled.argmax()) if len(scaled) else 0
    largest = float(scaled[here]) if len(scaled) else 0.0
    best, owner, f = max((*each, 0)[:3] for each in ranks.everyone(
        (largest, ranks.rank, int(unknowns.field[here]) if len(scaled) else 0)))
    name = unknowns.variables[f].name
    norms = [numpy.sqrt(ranks.sum(float((scaled[unknowns.field == i] ** 2).sum())))
             for i in range(len(unknowns.variables))]
    shares = []
    for term in _terms(problem):
        if term.p.variable == name:
            part = backend.to_host(problem.system.residual(problem.state, only=partial(is_, term)))
            shares.append((float(part[here]) if len(part) else 0.0, term))
    there = float(residual[here]) if len(scaled) else 0.0
    lines = [f"largest residual: '{name}'{_place(problem, f, here)}, {there:.3g} ({best:.3g} scaled)"]
    if here in problem.system.constrained:
        lines.append("it is a prescribed value that is not met")
    elif shares:
        share, term = max(shares, key=lambda pair: abs(pair[0]))
        lines.append(f"most of it there: {_named(term)} with {share:.3g}")
    if len(norms) > 1:
        lines.append("scaled residual of each field: " + ", ".join(
            f"{v.name} {norm:.3g}" for v, norm in zip(unknowns.variables, norms, strict=True)))
    return list(ranks.everyone(lines)[owner])


def _place(problem: Any, f: int, dof: int) -> str:
    """Where an unknown is."""
    mesh, unknowns = problem.model.mesh, problem.model.unknowns
    entity = int(numpy.flatnonzero(unknowns.dofs[f] == dof)[0])
    if unknowns.layouts[f].space.nodal:
        return f" at {_point(mesh.points[entity % mesh.n_nodes])}"
    block = int(numpy.searchsorted(mesh.block_offsets, entity, side="right")) - 1
    nodes = mesh.blocks[block].cells[entity - mesh.block_offsets[block]]
    return f" in the cell about {_point(mesh.points[nodes].mean(axis=0))}"


def _point(x: Any) -> str:
    return "(" + ", ".join(f"{float(c):g}" for c in x) + ")"


def _terms(problem: Any) -> list[Any]:
    return [*problem.model.kernels, *problem.model.integrated_bcs]


def _named(thing: Any) -> str:
    return f"{type(thing).__name__} [{thing.system}/{thing.name}]"


def _scaling(problem: Any) -> list[str]:
    """Factors of the equations, where there are any."""
    rows = problem.row_scales
    if (rows == 1.0).all():
        return []
    names = problem.model.unknowns.index
    factors = ", ".join(f"{name} {row:.3g}" for name, row in zip(names, rows, strict=True))
    return ["factors of the equations: " + factors]


# -- what is not a number ----------------------------------------------------------------------------
def _not_finite(problem: Any) -> list[str]:
    """The property or the term that is not a number first, and where."""
    found = next(_sources(problem), "")
    said = [text for text in problem.ranks.everyone(found) if text]
    return [said[0] if said else "a prescribed value is not a number"]


def _sources(problem: Any) -> Iterator[str]:
    for domain, terms in problem.system.work:
        for term in terms:
            q = _Watched(problem.model, problem.state, domain, slice(0, domain.n_cells), dual=False)
            results = [term.value(q), term.flux(q)]
            if q.first is not None:
                name, index = q.first
                material = q.model.providers(domain.subdomain, domain.boundary)[name]
                yield f"not a number: property '{name}' of {_named(material)} at {_at(q, index)}"
            for found in map(_bad, results):
                if found is not None:
                    yield f"not a number: {_named(term)} of '{term.p.variable}' at {_at(q, found)}"


class _Watched(CellPoints):
    """Points that notice the first property that is not a number; one that others need comes before them."""

    def __init__(self, model: Any, state: Any, domain: Domain, part: slice, dual: bool):
        super().__init__(model, state, domain, part, dual)
        self.first: tuple[str, tuple[int, ...]] | None = None

    def property(self, name: str | float) -> Any:
        """See `CellPoints.property`."""
        found = super().property(name)
        if self.first is None and isinstance(name, str):
            index = _bad(found)
            if index is not None:
                self.first = name, index
        return found


def _bad(a: Any) -> tuple[int, ...] | None:
    """Index of the first number of a scalar, vector or tensor that is none."""
    if isinstance(a, (Vector, Tensor)):
        parts = a.c if isinstance(a, Vector) else [c for row in a.c for c in row]
        return next((index for index in map(_bad, parts) if index is not None), None)
    if a is None or isinstance(a, tuple):
        return None
    places = numpy.argwhere(~numpy.isfinite(backend.to_host(value(a)).astype(float)))
    return tuple(int(i) for i in places[0]) if len(places) else None


def _at(q: CellPoints, index: tuple[int, ...]) -> str:
    index = (*index, 0, 0)[:2]
    return _point([at_points(a, q)[index] for a in (q.x, q.y, q.z)])


# -- what to do --------------------------------------------------------------------------------------
def _advice(problem: Any, reason: str, bad: bool) -> str:
    if bad:
        return ("see what a logarithm, a root, a power or a division there meets, and bound it in the "
                "formula; a shorter dt keeps the fields in their range")
    floating = _floating(problem)  # not every factorisation notices
    if floating:
        names = " and ".join(f"'{name}'" for name in floating)
        return (f"adding a constant to {names} changes nothing, so the matrix is singular: prescribe a "
                "value somewhere (for displacements: hold the body)")
    if "linear solver failed" in reason or "singular" in reason:
        if not problem.direct:
            return "solve directly: no -pc_type, or -pc_type lu"
        return ("the matrix is singular or nearly so: is there a variable without equation, a property that "
                "is 0?")
    closer = "a smaller dtmin or first dt" if problem.transient else "initial values closer to the solution"
    if "line search" in reason or "allowed Newton iterations" in reason:
        return (f"{closer}; `alces jacobian {problem.path}` tells whether the derivatives "
                "are exact; a looser nl_rel_tol or nl_abs_tol if the residual stops at rounding errors")
    return closer


def _floating(problem: Any) -> list[str]:
    """Variables that a constant can be added to without a change of any equation."""
    unknowns = problem.model.unknowns
    matrix = problem.jacobian()
    own = unknowns.ghosts.own
    found = []
    for i, v in enumerate(unknowns.variables):
        constant = (unknowns.field == i).astype(float)
        change, size = numpy.abs(matrix @ constant)[own], (abs(matrix) @ constant)[own]
        if not problem.ranks.any(bool((change > _ZERO * size.max(initial=0.0)).any())):
            found.append(v.name)
    return found
