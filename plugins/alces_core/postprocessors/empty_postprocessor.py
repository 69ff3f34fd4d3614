"""Nothing."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class EmptyPostprocessor(GeneralPostprocessor):
    """Always 0: a place holder in the output. Same as MOOSE's."""

    def compute(self, s: Status) -> float:
        return 0.0
