"""Return of a trial stress to where several yield functions are at most zero.

Which surfaces act is found by trial: those that the trial stress violates first; then those with a negative
multiplier leave and those that are violated enter; last, all sets, the small ones first. A step that finds no
admissible stress is cut into parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from alces.ad import Tensor, where
from alces.physics import Points

from alces_mechanics.elasticity import Stiffness
from alces_mechanics.plastic_model import PlasticModel
from alces_mechanics.plastic_step import Place, PlasticStep, Unknowns

_HALVINGS = 6
_POLISH = 2  # Newton steps beyond the tolerances, which make the partials exact


class Limits(NamedTuple):
    """How long and how exactly to iterate."""

    strain: float
    iterations: int
    smallest: float
    ignore_failures: bool


class Counts(NamedTuple):
    """What happened at each point: Newton iterations, and whether steps were shortened, surfaces were
    linearly dependent, surfaces had to be added."""

    iterations: Any
    searched: Any
    dependent: Any
    added: Any

    def plus(self, other: Counts) -> Counts:
        """The counts of two steps in a row."""
        flags = (where(a + b > 0.0, 1.0, 0.0) for a, b in zip(self[1:], other[1:], strict=True))
        return Counts(self.iterations + other.iterations, *flags)

    def chosen(self, mask: Any, other: Counts) -> Counts:
        """These where the mask holds, else the others."""
        return Counts(*(where(mask, a, b) for a, b in zip(self, other, strict=True)))


class Returned(NamedTuple):
    """The end of a step: stress, internal parameters, added plastic strain, and where it failed."""

    stress: Tensor
    internal: list[Any]
    plastic: Tensor
    counts: Counts
    failed: Any

    def chosen(self, mask: Any, other: Returned) -> Returned:
        """This one where the mask holds, else the other."""
        return Returned(
            _chosen(mask, self.stress, other.stress),
            [where(mask, a, b) for a, b in zip(self.internal, other.internal, strict=True)],
            _chosen(mask, self.plastic, other.plastic),
            self.counts.chosen(mask, other.counts),
            where(mask, self.failed, other.failed),
        )


def some(mask: Any) -> bool:
    """Whether a mask holds anywhere."""
    return bool(mask) if isinstance(mask, bool) else bool(mask.any())


def integrate(
    q: Points,
    models: Sequence[PlasticModel],
    stiffness: Stiffness,
    stress: Tensor,
    internal: list[Any],
    increment: Tensor,
    limits: Limits,
) -> Returned:
    """The state after a strain increment; where it cannot be found, the stress is not a number."""
    nowhere = where(True, False, False)
    start = Returned(stress, internal, Tensor.zero(), Counts(0.0, 0.0, 0.0, 0.0), nowhere)
    result = _step(q, models, stiffness, start, increment, limits, True)
    parts = 2
    while some(result.failed) and parts * limits.smallest <= 1.0:
        finer, part, open_ = start, increment * (1.0 / parts), result.failed
        for _ in range(parts):
            if some(going := open_ & ~finer.failed):
                finer = _step(q, models, stiffness, finer, part, limits, going)
        result = finer.chosen(open_, result)
        parts *= 2
    if limits.ignore_failures:
        return result
    nothing = where(result.failed, float("nan"), 0.0)
    return result._replace(stress=result.stress.map(lambda a: a + nothing))


def _step(
    q: Points,
    models: Sequence[PlasticModel],
    stiffness: Stiffness,
    start: Returned,
    increment: Tensor,
    limits: Limits,
    wanted: Any,
) -> Returned:
    """One step without cutting it; a point that fails stays where it was."""
    trial = start.stress + stiffness.stress(increment)
    step = PlasticStep(q, models, stiffness, trial, start.internal, limits.strain)
    plain = step.plain()
    x, active, counts, failed = _solve(plain, limits, wanted)
    x = step.corrected(x, active, plain)
    failed = failed | start.failed
    end = Returned(
        step.stress(x), step.internal(x), start.plastic + step.plastic(x), counts.plus(start.counts), failed
    )
    return start._replace(counts=end.counts, failed=failed).chosen(failed, end) if some(failed) else end


def _solve(step: PlasticStep, limits: Limits, wanted: Any) -> tuple[Unknowns, list[Any], Counts, Any]:
    """Unknowns and active surfaces at the end of a step, what happened, and where nothing was found."""
    start = step.start()
    tolerances = [m.p.yield_function_tolerance for m in step.models]
    violated = [f > t for f, t in zip(step.yields(start), tolerances, strict=True)]
    nothing = 0.0 * abs(start[0])
    counts = Counts(nothing, nothing, nothing, nothing)
    nowhere = nothing > 0.0
    open_ = nowhere
    for mask in violated:
        open_ = open_ | mask
    open_ = open_ & wanted
    active, best, kept = violated, start, [nowhere] * len(violated)
    for active_set in _sets(len(step.models)):
        if not some(open_):
            break
        if active_set is not None:
            active = [open_ if on else nowhere for on in active_set]
        x, done, happened = _newton(step, start, active, open_, limits)
        counts = counts.plus(happened)
        yields = step.yields(x)
        leave = [on & (gamma < 0.0) for on, gamma in zip(active, x[step.n :], strict=True)]
        enter = [~on & ~(f <= t) for on, f, t in zip(active, yields, tolerances, strict=True)]
        found = open_ & done
        for wrong in (*leave, *enter):
            found = found & ~wrong
        best = [where(found, a, b) for a, b in zip(x, best, strict=True)]
        kept = [where(found, on, old) for on, old in zip(active, kept, strict=True)]
        open_ = open_ & ~found
        if active_set is None:
            new = nothing
            for wrong in enter:
                new = where(open_ & done & wrong, 1.0, new)
            counts = counts.plus(Counts(nothing, nothing, nothing, new))
            active = [
                open_ & ((on & ~out) | come) for on, out, come in zip(active, leave, enter, strict=True)
            ]
    return best, kept, counts, open_


def _sets(n: int) -> Iterator[tuple[bool, ...] | None]:
    """The sets of active surfaces to try; None: what the last try suggests."""
    yield None
    if n > 1:
        for _ in range(2 * n):
            yield None
        for size in range(1, n + 1):
            for chosen in combinations(range(n), size):
                yield tuple(a in chosen for a in range(n))


def _newton(
    step: PlasticStep, start: Unknowns, active: Sequence[Any], wanted: Any, limits: Limits
) -> tuple[Unknowns, Any, Counts]:
    """Newton's method with a line search, for given active surfaces; where it converged; what happened.

    Only the points that have not converged are computed.
    """
    x = start
    nothing = 0.0 * abs(start[0])
    iterations, searched, dependent = nothing, nothing, nothing
    size = step.size(step.residual(x, active))
    for _ in range(limits.iterations):
        open_ = wanted & ~(size <= 1.0) & ~(dependent > 0.0)
        if not some(open_):
            break
        place = Place(open_)
        part, part_active = step.at(place), [place.take(on) for on in active]
        new, new_size, shortened, singular = _improved(
            part, [place.take(a) for a in x], part_active, place.take(size)
        )
        x = [place.put(a, b) for a, b in zip(new, x, strict=True)]
        size, dependent = place.put(new_size, size), place.put(singular, dependent)
        searched = searched + place.put(shortened, nothing)
        iterations = where(open_, iterations + 1.0, iterations)
    done = wanted & (size <= 1.0) & ~(dependent > 0.0)
    if some(done):
        place = Place(done)
        part, part_active = step.at(place), [place.take(on) for on in active]
        polished = [place.take(a) for a in x]
        for _ in range(_POLISH):
            residual, elimination = part.linearised(polished, part_active)
            polished = [a - d for a, d in zip(polished, elimination.solve(residual), strict=True)]
        x = [place.put(a, b) for a, b in zip(polished, x, strict=True)]
    return x, done, Counts(iterations, searched, dependent, nothing)


def _improved(
    step: PlasticStep, x: Unknowns, active: Sequence[Any], size: Any
) -> tuple[Unknowns, Any, Any, Any]:
    """The next iterate, the size of its residual, where the step was shortened, where it is singular."""
    residual, elimination = step.linearised(x, active)
    change = elimination.solve(residual)
    length, shortened = 1.0 + 0.0 * size, 0.0 * size
    for halving in range(_HALVINGS + 1):
        new = [a - length * d for a, d in zip(x, change, strict=True)]
        new_size = step.size(step.residual(new, active))
        worse = ~(new_size < size) & ~(new_size <= 1.0)
        if halving == _HALVINGS or not some(worse):
            break
        shortened, length = where(worse, 1.0, shortened), where(worse, 0.5 * length, length)
    return new, new_size, shortened, where(elimination.singular, 1.0, 0.0 * size)


def _chosen(mask: Any, a: Tensor, b: Tensor) -> Tensor:
    """`a` where the mask holds, else `b`; what is structurally zero in both stays so."""

    def one(i: int, j: int) -> Any:
        both = (a[i, j], b[i, j])
        return 0.0 if all(type(c) is float and c == 0.0 for c in both) else where(mask, *both)

    return Tensor.symmetric(one(0, 0), one(1, 1), one(2, 2), one(1, 2), one(0, 2), one(0, 1))
