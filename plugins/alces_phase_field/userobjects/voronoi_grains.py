"""Grains as the Voronoi cells of seed points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from alces.ad import sqrt, where
from alces.params import POINTS, REALS, Param
from alces.physics import Points, UserObject

from alces_phase_field.seeds import Point, from_pairs


@dataclass(frozen=True)
class Nearest:
    """The nearest seed: its number, the distance to it, and to the plane midway to the second nearest."""

    grain: Any
    distance: Any
    boundary: Any


class VoronoiGrains(UserObject):
    """A polycrystal: each point belongs to its nearest seed; boundaries are the planes midway between seeds.

    The list may be empty or hold one seed: then there is one grain and no grain boundary.
    Source: G. Voronoi, J. reine angew. Math. 134 (1908) 198.

    Attributes:
        seeds: the points (x, y, z).
    """

    parameters = (
        Param("seeds", REALS, (), doc="seeds in the plane, x0 y0 x1 y1 ...; may be empty", unit="length"),
        Param("points", POINTS, (), doc="seeds in space instead: triples 'x y z'", unit="length"),
    )

    def setup(self) -> None:
        if self.p.seeds and self.p.points:
            raise self.error("points", "give either seeds or points")
        try:
            self.seeds: tuple[Point, ...] = self.p.points or from_pairs(self.p.seeds)
        except ValueError as error:
            raise self.error("seeds", str(error)) from None
        for number, seed in enumerate(self.seeds):
            if seed in self.seeds[:number]:
                raise self.error("points" if self.p.points else "seeds", f"the seed {seed} is given twice")

    def nearest(self, q: Points) -> Nearest:
        """The nearest seed at the points of `q`.

        `boundary` is ``(d2^2 - d1^2)/(2 |s_a - s_b|)``, d1 and d2 the distances to the nearest seed a and the
        second nearest b; infinite with fewer than two seeds.
        """
        first = _Candidate.none(q)
        second = first
        for number, seed in enumerate(self.seeds):
            new = _Candidate.at(q, number, seed)
            closer, closest = new.square < second.square, new.square < first.square
            second = first.where(closest, new.where(closer, second))
            first = new.where(closest, first)
        if len(self.seeds) < 2:
            boundary = first.square * 0.0 + math.inf if self.seeds else first.square
        else:
            apart = sum((a - b) ** 2 for a, b in zip(first.seed, second.seed, strict=True))
            boundary = (second.square - first.square) / (2.0 * sqrt(apart))
        return Nearest(first.number, sqrt(first.square), boundary)


@dataclass(frozen=True)
class _Candidate:
    """A seed number, its position and its squared distance, at every point."""

    number: Any
    seed: tuple[Any, Any, Any]
    square: Any

    @classmethod
    def none(cls, q: Points) -> _Candidate:
        nowhere = 0.0 * (q.x + q.y + q.z)
        return cls(nowhere, (nowhere, nowhere, nowhere), nowhere + math.inf)

    @classmethod
    def at(cls, q: Points, number: int, seed: Point) -> _Candidate:
        return cls(float(number), seed, (q.x - seed[0]) ** 2 + (q.y - seed[1]) ** 2 + (q.z - seed[2]) ** 2)

    def where(self, condition: Any, other: _Candidate) -> _Candidate:
        """This one where the condition holds, else the other."""
        a, b, c = (where(condition, s, t) for s, t in zip(self.seed, other.seed, strict=True))
        return _Candidate(
            where(condition, self.number, other.number),
            (a, b, c),
            where(condition, self.square, other.square),
        )
