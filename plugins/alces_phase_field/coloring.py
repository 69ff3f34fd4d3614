"""Which Voronoi cells touch, and order parameters for them."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from alces.ad import Vector, norm_sqrt, where

from alces_phase_field.box import Box, Point

SAMPLES = {1: 512, 2: 96, 3: 32}
"""Sampling points along an axis, by dimension; cells that are two of them apart count as touching."""
TRIES = 200_000
"""Assignments after which the search gives up."""


@dataclass(frozen=True)
class Plane:
    """A grain seen from points: its number, and the vector to its centre."""

    number: Any
    to: Vector

    @property
    def square(self) -> Any:
        """Squared distance of the centre."""
        return self.to.dot(self.to)

    def distance(self, other: Plane) -> Any:
        """Distance of the points from the plane midway between two centres, positive on this one's side."""
        apart = other.to - self.to
        length = norm_sqrt(apart.dot(apart))
        same = length == 0.0
        return where(same, 0.0, 0.5 * (other.square - self.square) / where(same, 1.0, length))

    def where(self, condition: Any, other: Plane) -> Plane:
        """This one where the condition holds, else the other."""
        to = [where(condition, a, b) for a, b in zip(self.to, other.to, strict=True)]
        return Plane(where(condition, self.number, other.number), Vector(*to))


def neighbors(centers: Sequence[Point], box: Box) -> list[set[int]]:
    """The grains that touch each grain, from the nearest centres at points of a regular grid."""
    axes = [k for k in range(3) if box.extent[k] > 0.0]
    n = SAMPLES[max(1, len(axes))]
    ticks = [
        box.low[k] + box.extent[k] * (numpy.arange(n) + 0.5) / n if k in axes else numpy.array([box.low[k]])
        for k in range(3)
    ]
    grid = numpy.meshgrid(*ticks, indexing="ij")
    nearest = numpy.zeros(grid[0].shape, int)
    least = numpy.full(grid[0].shape, numpy.inf)
    for i, center in enumerate(centers):
        to = box.between(grid, center)
        square = to.dot(to)
        nearest[square < least] = i
        least = numpy.minimum(least, square)
    found: list[set[int]] = [set() for _ in centers]
    for step in numpy.ndindex(*(3 if k in axes else 1 for k in range(3))):
        shift = [step[k] if k in axes else 0 for k in range(3)]
        for a, b in _pairs(nearest, shift, box):
            found[a].add(b)
            found[b].add(a)
    return found


def _pairs(nearest: numpy.ndarray, shift: Sequence[int], box: Box) -> set[tuple[int, int]]:
    """Different grains at grid points that are `shift` apart, across periodic boundaries too."""
    pairs: set[tuple[int, int]] = set()
    for signs in numpy.ndindex(1, 2, 2):
        signed = [s * (1 - 2 * flip) for s, flip in zip(shift, signs, strict=True)]
        moved = numpy.roll(nearest, signed, (0, 1, 2))
        valid = numpy.ones(nearest.shape, bool)
        for k, s in enumerate(signed):
            if s and not box.periods[k]:
                valid &= _inside(nearest.shape, k, s)
        differ = valid & (moved != nearest)
        pairs |= set(zip(nearest[differ].tolist(), moved[differ].tolist(), strict=True))
    return pairs


def _inside(shape: tuple[int, ...], axis: int, shift: int) -> numpy.ndarray:
    """Where a roll along an axis has not come around."""
    place = numpy.arange(shape[axis]).reshape([-1 if k == axis else 1 for k in range(3)])
    return (place >= shift) & (place < shape[axis] + shift)


def colors(touching: Sequence[set[int]], available: int) -> list[int]:
    """A color below `available` for each vertex, different for those that touch, by backtracking.

    Vertex i tries i, i + 1, ... modulo the number of colors, so that all colors are used.

    Raises:
        ValueError: none was found.
    """
    chosen: list[int] = []
    tried = [0] * len(touching)
    for _ in range(TRIES):
        vertex = len(chosen)
        if vertex == len(touching):
            return chosen
        taken = {chosen[other] for other in touching[vertex] if other < vertex}
        free = (k for k in range(tried[vertex], available) if (vertex + k) % available not in taken)
        step = next(free, None)
        if step is not None:
            chosen.append((vertex + step) % available)
            tried[vertex] = step + 1
            continue
        tried[vertex] = 0
        if not chosen:
            break
        chosen.pop()
    raise ValueError(
        f"{available} order parameters were not found to be enough for {len(touching)} grains of which none "
        "touches one of the same; about 8 are in the plane, 25 in space"
    )
