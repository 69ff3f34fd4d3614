"""Noise."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, INTEGER, REAL, Param
from alces.physics import InitialCondition, Points, noise


class RandomIC(InitialCondition):
    """Uniform noise between `min` and `max`.

    The number at a point is a hash of its position and of `seed`: it does not depend on the numbering of
    the nodes, on the number of ranks or on the machine, and all arithmetic is exact. It differs from
    MOOSE's for the same seed.
    """

    parameters = (
        Param("min", REAL, 0.0, doc="lower bound"),
        Param("max", REAL, 1.0, doc="upper bound"),
        Param("seed", INTEGER, 0, doc="another seed, another noise"),
        Param("legacy_generator", BOOLEAN, False, doc="accepted: the noise is this code's own"),
    )

    def setup(self) -> None:
        if self.p.max <= self.p.min:
            raise self.error("max", f"must be above min = {self.p.min:g}")

    def value(self, q: Points) -> Any:
        return self.p.min + (self.p.max - self.p.min) * noise(q, self.p.seed)
