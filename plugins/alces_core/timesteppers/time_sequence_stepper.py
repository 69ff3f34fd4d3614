"""Steps that end at given times."""
from __future__ import annotations

from itertools import pairwise

from alces.params import BOOLEAN, REALS, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper


class TimeSequenceStepper(CutbackStepper):
    """One step to each time of a sequence; after the last one a single step to the end of the run."""

    parameters = (
        Param("time_sequence", REALS, doc="rising times"),
        Param("use_last_dt_after_last_t", BOOLEAN, False,
              doc="go on with the last step length of the sequence"),
    )

    def setup(self) -> None:
        times = self.p.time_sequence
        if not times:
            raise self.error("time_sequence", "needs at least one time")
        for before, after in pairwise(times):
            if after <= before:
                raise self.error("time_sequence", f"times must rise, but {after:g} follows {before:g}")
        if self.p.use_last_dt_after_last_t and len(times) < 2:
            raise self.error("time_sequence", "needs two times for a last step length")

    def first(self, report: StepReport) -> float:
        times = self.p.time_sequence
        slack = 1e-12 * max(abs(report.time), abs(times[-1]))
        for t in times:
            if t > report.time + slack:
                return t - report.time
        if self.p.use_last_dt_after_last_t:
            return times[-1] - times[-2]
        return 1e300  # the executioner shortens it to the end of the run

    def next(self, report: StepReport) -> float:
        return self.first(report)
