"""Steps whose length a postprocessor gives."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, REAL, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper


class PostprocessorDT(CutbackStepper):
    """``dt = scale pp + offset`` with the value of a postprocessor; `dt` for the first step where given.

    Same as MOOSE's.
    """

    parameters = (
        Param("postprocessor", POSTPROCESSOR, doc="postprocessor pp"),
        Param("dt", REAL, None, doc="length of the first step; default: from the postprocessor too",
              unit="time"),
        Param("scale", REAL, 1.0, doc="factor of the postprocessor"),
        Param("offset", REAL, 0.0, doc="added to it", unit="time", aliases=("factor",)),
    )

    def first(self, report: StepReport) -> float:
        return self.next(report) if self.p.dt is None else self.p.dt

    def next(self, report: StepReport) -> float:
        return self.p.scale * report.postprocessor(self.p.postprocessor) + self.p.offset
