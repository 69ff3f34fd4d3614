"""What initial conditions of circles with random radii share."""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from alces.params import INTEGER, REAL, Choice, Param
from alces.physics import Points

from alces_phase_field.box import Box
from alces_phase_field.ics.circles import Circle, SmoothCircles
from alces_phase_field.twister import normal, uniform


class RandomCircles(SmoothCircles):
    """Circles with radii ``R (1 + variation r)``, r uniform in [-1, 1], or normal with mean R and
    `variation`.

    Random numbers are those of `uniform`; radii come first. Negative radii count as zero.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("radius", REAL, doc="mean radius R", unit="length"),
        Param("radius_variation", REAL, 0.0, doc="fraction of R (uniform) or standard deviation (normal)",
              range="radius_variation >= 0"),
        Param("radius_variation_type", Choice("uniform", "normal", "none"), "none",
              doc="distribution of the radii"),
        Param("rand_seed", INTEGER, 12345, doc="another seed, other circles", range="rand_seed >= 0"),
    )

    def setup(self) -> None:
        super().setup()
        if self.p.radius_variation > 0.0 and self.p.radius_variation_type == "none":
            raise self.error("radius_variation_type", "must be given where radius_variation is above zero")
        self._placed = lru_cache(maxsize=1)(self._made)

    def circles(self, q: Points) -> list[Circle]:
        return self._placed(Box.of(q))

    def _made(self, box: Box) -> list[Circle]:
        numbers = uniform(self.p.rand_seed)
        return self.place(box, [self._radius(numbers) for _ in range(self.count())], numbers)

    def _radius(self, numbers: Iterator[float]) -> float:
        p = self.p
        if p.radius_variation_type == "uniform":
            return max(0.0, p.radius * (1.0 + (1.0 - 2.0 * next(numbers)) * p.radius_variation))
        if p.radius_variation_type == "normal":
            return max(0.0, p.radius + p.radius_variation * normal(numbers))
        return float(p.radius)

    def count(self) -> int:
        """Number of circles."""
        raise NotImplementedError(f"{type(self).__name__} has no number of circles")

    def place(self, box: Box, radii: list[float], numbers: Iterator[float]) -> list[Circle]:
        """Circles of these radii."""
        raise NotImplementedError(f"{type(self).__name__} places no circles")
