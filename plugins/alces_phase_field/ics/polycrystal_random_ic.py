"""Noise in the order parameters of a polycrystal."""
from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.params import INTEGER, Choice, Param
from alces.physics import InitialCondition, Points, noise


class PolycrystalRandomIC(InitialCondition):
    """Order parameters that are noise: in [0, 1) each, or 1 for one of them and 0 for the others.

    The random number at a point is a hash of its position, see `RandomIC`: it differs from MOOSE's.
    """

    parameters = (
        Param("op_num", INTEGER, doc="number of order parameters", range="op_num > 0"),
        Param("op_index", INTEGER, doc="number of this one", range="op_index >= 0"),
        Param("random_type", Choice("continuous", "discrete"),
              doc="noise, or 1 in one of the order parameters"),
    )

    def value(self, q: Points) -> Any:
        if self.p.random_type == "continuous":
            return noise(q, self.p.op_index)
        place = self.p.op_num * noise(q, 0)
        return where((place >= self.p.op_index) & (place < self.p.op_index + 1), 1.0, 0.0)
