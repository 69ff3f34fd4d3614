"""The linear solver for a problem whose deck does not say: from its size, and from its first Jacobian."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from alces.solve.blocks import Blocks
from alces.solve.coupling import Coupling
from alces.solve.ordering import backward, in_circles, merged, ordered
from alces.solve.spread import Spread

STRONG = 0.1
"""Loop of two fields above which they form one block: what a sweep leaves of the error. Displacements have
0.1 (Poisson ratio 0) to 1 (incompressible)."""

CIRCLE = 0.5
"""Action of groups on each other, all the way round a circle, above which they form one block."""

Groups = tuple[tuple[int, ...], ...]

WORDS = {
    "ilu": "incomplete factorisation", "cholesky": "Cholesky", "lu": "LU", "multigrid": "multigrid",
    "elastic multigrid": "multigrid with rigid motions",
}


@dataclass(frozen=True)
class Choice:
    """A choice and its reason.

    Attributes:
        groups: variable indices of each block, in the order of the sweep; one group of all for LU as a whole.
        whole: whether all is factorised as a whole.
        alike: groups of variables that are scaled and judged as one: blocks that are symmetric with the same
            constants for all, and all others one by one.
        why: the reason, for people.
    """

    groups: Groups
    whole: bool
    alike: Groups
    why: str


def choose(names: Sequence[str], spread: Spread, field: numpy.ndarray, points: numpy.ndarray,
           structure: tuple[numpy.ndarray, numpy.ndarray], data: numpy.ndarray, residual: numpy.ndarray,
           multigrid_from: int) -> Choice:
    """Field blocks, their order, and why.

    Args:
        names: of the variables; field: variable index of the unknowns of this process, (n,); points: their
            places.
        structure, data: CSR structure and values of all rows of this process.
        residual: of the own unknowns.
        multigrid_from: unknowns of a block from which on multigrid takes the place of a factorisation.
    """
    coupling = Coupling(spread, field, points, structure, data, multigrid_from)
    try:
        groups, why = _groups(names, coupling, residual)
    finally:
        coupling.destroy()
    blocks = Blocks(spread, field, points, groups, multigrid_from)
    kinds = blocks.classify(structure, data)
    alike = tuple(part for group, kind in zip(groups, kinds, strict=True)
                  for part in ([group] if kind not in ("lu", "ilu") else [(f,) for f in group]))
    whole = len(groups) == 1 and kinds[0] == "lu"
    return Choice(groups, whole, alike, why)


def _groups(names: Sequence[str], coupling: Coupling, residual: numpy.ndarray) -> tuple[Groups, str]:
    n = len(names)
    if n == 1:
        return ((0,),), "one field"
    loops = coupling.loops()
    groups = merged(loops > STRONG, n)
    if any(group == [f] for f in coupling.without_diagonal for group in groups):
        return (tuple(range(n)),), "a field without diagonal block is no block of its own"
    actions = coupling.actions(groups, residual)
    circles = in_circles(actions > CIRCLE, len(groups))
    if len(circles) < len(groups):
        groups = sorted(sorted(f for i in circle for f in groups[i]) for circle in circles)
        actions = coupling.actions(groups, residual)
    order = ordered(actions)
    chosen = tuple(tuple(groups[i]) for i in order)
    if len(chosen) == 1:
        return chosen, "all fields act strongly on each other"
    left = max((loops[f, g] for a in chosen for b in chosen if a != b for f in a for g in b), default=0.0)
    against = backward(actions, order)
    return chosen, f"in the order of their action (against it: {against:.2g}, loops: {left:.2g})"


def explained(names: Sequence[str], blocks: Blocks, why: str, multigrid_from: int) -> str:
    """One line for people: the blocks, why, and how each is inverted."""
    labels = ["+".join(names[f] for f in group) for group in blocks.groups]
    parts = []
    for label, kind, count in zip(labels, blocks.kinds, blocks.counts, strict=True):
        large = count >= multigrid_from and kind in ("lu", "cholesky")
        parts.append(f"{label}: {WORDS[kind]}" + (
            f" (although large: {_no_multigrid(kind)})" if large else ""))
    head = f"field blocks {' -> '.join(labels)}" if len(labels) > 1 else "one block:"
    return f"{head} {why}; {', '.join(parts)}"


def _no_multigrid(kind: str) -> str:
    return ("no multigrid here is made for a block that is not symmetric" if kind == "lu" else
            "no multigrid here is made for such a block of several fields, or this PETSc has no hypre")
