"""A number."""
from __future__ import annotations

from alces.params import REAL, Param
from alces.physics import GeneralPostprocessor, Status


class Receiver(GeneralPostprocessor):
    """A constant number under a name."""

    parameters = (Param("default", REAL, 0.0, doc="the number"),)

    def compute(self, s: Status) -> float:
        return self.p.default
