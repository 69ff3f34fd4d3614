"""Superellipsoids at random places."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from alces.ad import maximum
from alces.params import BOOLEAN, INTEGER, INTEGERS, REAL, REALS, Choice, Param
from alces.physics import InitialCondition, Points

from alces_phase_field.box import Box, Point
from alces_phase_field.ics.placing import scatter
from alces_phase_field.ics.superellipsoid import inside_fraction
from alces_phase_field.lists import check_same_length
from alces_phase_field.twister import normal, uniform

_AXES = ("a", "b", "c")


@dataclass(frozen=True)
class _Shape:
    center: Point
    axes: Point
    exponent: float

    def reach(self, box: Box, towards: Point) -> tuple[float, float]:
        """Distance of a point from the centre, and the shape's extent in that direction."""
        to = box.between(self.center, towards)
        distance = to.norm()
        if distance == 0.0:
            return 0.0, float("inf")
        scaled = sum(abs(d / (distance * a)) ** self.exponent for d, a in zip(to, self.axes, strict=True))
        return distance, scaled ** (-1.0 / self.exponent)

    def tips(self) -> list[Point]:
        """Ends of the semiaxes."""
        x, y, z = self.center
        a, b, c = self.axes
        return [(x - a, y, z), (x + a, y, z), (x, y - b, z), (x, y + b, z), (x, y, z - c), (x, y, z + c)]


class MultiSmoothSuperellipsoidIC(InitialCondition):
    """Several kinds of superellipsoids (see `SmoothSuperellipsoidIC`) at random places.

    Each list has one entry for each kind. Semiaxes vary by a fraction (uniform) or with a standard deviation
    (normal). Centres are at least `bubspac` apart; with `prevent_overlap` shapes that overlap along the line
    of their centres are tried again, with `check_extremes` also those whose axes end in one another.
    Distances do not wrap around periodic boundaries. Places for a seed need not be MOOSE's.
    """

    parameters = (
        Param("numbub", INTEGERS, doc="number of shapes of each kind", range="numbub >= 0"),
        Param("bubspac", REALS, doc="smallest distance of centres", unit="length"),
        Param("semiaxis_a", REALS, doc="semiaxes along x", unit="length", range="semiaxis_a > 0"),
        Param("semiaxis_b", REALS, doc="semiaxes along y", unit="length", range="semiaxis_b > 0"),
        Param("semiaxis_c", REALS, doc="semiaxes along z", unit="length", range="semiaxis_c > 0"),
        Param("exponent", REALS, doc="exponents: 2 for an ellipsoid", range="exponent > 0"),
        Param("semiaxis_a_variation", REALS, (), doc="variation of semiaxis_a"),
        Param("semiaxis_b_variation", REALS, (), doc="variation of semiaxis_b"),
        Param("semiaxis_c_variation", REALS, (), doc="variation of semiaxis_c"),
        Param("semiaxis_variation_type", Choice("uniform", "normal", "none"), "none",
              doc="distribution of the semiaxes"),
        Param("vary_axes_independently", BOOLEAN, True, doc="false: one random number for all semiaxes"),
        Param("prevent_overlap", BOOLEAN, False, doc="whether shapes may not overlap"),
        Param("check_extremes", BOOLEAN, False, doc="whether ends of axes are checked for overlap, too"),
        Param("max_num_tries", INTEGER, 1000, doc="random places that are tried for a shape",
              range="max_num_tries > 0"),
        Param("rand_seed", INTEGER, 12345, doc="another seed, other shapes", range="rand_seed >= 0"),
        Param("invalue", REAL, doc="value inside"),
        Param("outvalue", REAL, doc="value outside"),
        Param("int_width", REAL, 0.0,
              doc="width of the transition; 0 for a sharp edge", range="int_width >= 0"),
    )

    def setup(self) -> None:
        check_same_length(self, "numbub", "bubspac", "exponent", *(f"semiaxis_{a}" for a in _AXES))
        if self.p.semiaxis_variation_type != "none":
            check_same_length(self, "numbub", *(f"semiaxis_{a}_variation" for a in _AXES))
        self._placed = lru_cache(maxsize=1)(self._made)

    def value(self, q: Points) -> Any:
        p = self.p
        inside: Any = 0.0
        for shape in self._placed(Box.of(q)):
            fraction = inside_fraction(q, shape.center, shape.axes, shape.exponent, p.int_width)
            inside = maximum(inside, fraction)
        return p.outvalue + (p.invalue - p.outvalue) * inside

    def _made(self, box: Box) -> list[_Shape]:
        numbers = uniform(self.p.rand_seed)
        placed: list[_Shape] = []
        for kind, n in enumerate(self.p.numbub):
            for axes in [self._axes(kind, numbers) for _ in range(n)]:
                shape = self._at(box, kind, axes, numbers, placed)
                placed.append(shape)
        return placed

    def _axes(self, kind: int, numbers: Iterator[float]) -> Point:
        p, lengths = self.p, []
        first: float | None = None
        for axis in _AXES:
            mean = getattr(p, f"semiaxis_{axis}")[kind]
            if p.semiaxis_variation_type != "none":
                variation = getattr(p, f"semiaxis_{axis}_variation")[kind]
                uniformly = p.semiaxis_variation_type == "uniform"
                if first is None or p.vary_axes_independently:
                    first = 1.0 - 2.0 * next(numbers) if uniformly else normal(numbers)
                mean += first * variation * (mean if uniformly else 1.0)
            lengths.append(max(mean, 1e-12))  # a length of zero has no inside
        return lengths[0], lengths[1], lengths[2]

    def _at(self, box: Box, kind: int, axes: Point, numbers: Iterator[float], placed: list[_Shape]) -> _Shape:
        def fits(point: Point) -> bool:
            new = _Shape(point, axes, self.p.exponent[kind])
            return all(
                box.between(point, old.center).norm() >= self.p.bubspac[kind]
                and not (self.p.prevent_overlap and self._overlap(box, new, old))
                for old in placed
            )

        return _Shape(scatter(self, box, numbers, fits), axes, self.p.exponent[kind])

    def _overlap(self, box: Box, one: _Shape, other: _Shape) -> bool:
        distance, reach = one.reach(box, other.center)
        if distance < reach + other.reach(box, one.center)[1]:
            return True
        if not self.p.check_extremes:
            return False
        ends = [(one, tip) for tip in other.tips()] + [(other, tip) for tip in one.tips()]
        return any(d < r for d, r in (shape.reach(box, tip) for shape, tip in ends))
