"""A number."""
from __future__ import annotations

from alces.params import BOOLEAN, REAL, Param
from alces.physics import GeneralPostprocessor, Status


class Receiver(GeneralPostprocessor):
    """A constant number under a name."""

    parameters = (
        Param("default", REAL, 0.0, doc="the number"),
        Param("initialize_old", BOOLEAN, True, doc="accepted: the number never changes"),
    )

    def initial(self) -> float:
        return self.p.default

    def compute(self, s: Status) -> float:
        return self.p.default
