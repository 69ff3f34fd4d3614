"""Step length by the time that a solve takes."""
from __future__ import annotations

import math

from alces.params import INTEGER, REAL, Never, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper


class SolutionTimeAdaptiveDT(CutbackStepper):
    """Grows (or shrinks) dt by `percent_change` of itself each step, and turns round when a unit of time gets
    more expensive in computing time than in both of the two steps before.

    Not reproducible from machine to machine, by its nature. Same as MOOSE's SolutionTimeAdaptiveDT.
    """

    parameters = (
        Param("dt", REAL, doc="length of the first step", unit="time", range="dt > 0"),
        Param("percent_change", REAL, 0.1, doc="fraction by which dt changes",
              range="percent_change >= 0 & percent_change < 1"),
        Param("initial_direction", INTEGER, 1, doc="1 to grow first, -1 to shrink first",
              range="initial_direction = 1 | initial_direction = -1"),
        Param("adapt_log", Never("the console tells every step"), False, doc="write a log of the steps"),
    )

    def setup(self) -> None:
        self._direction = self.p.initial_direction
        self._costs = [math.inf, math.inf]

    def first(self, report: StepReport) -> float:
        return self.p.dt

    def next(self, report: StepReport) -> float:
        cost = report.seconds / report.dt
        if cost > max(self._costs) and all(math.isfinite(c) for c in self._costs):
            self._direction = -self._direction
            self._costs = [math.inf, math.inf]  # two steps at least in the new direction
        self._costs = [self._costs[1], cost]
        return report.dt * (1.0 + self.p.percent_change * self._direction)
