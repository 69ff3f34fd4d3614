"""Everything that a step starts from and changes."""
from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy


@dataclass
class State:
    """Fields, rates and history of a run.

    Attributes:
        u, u_old: unknowns now and at the end of the previous step, (n,).
        aux, aux_old: auxiliary unknowns.
        t, dt: time at which terms are evaluated and the length of the step.
        rate, offset: ``du/dt = rate * u + offset`` as the time integrator defines it; (0, None) in steady
            problems.
        second_rate, second_offset: the same of the second derivative; (0, None) if the integrator has none.
        u_dot_old, u_dotdot_old: derivatives at the end of the previous step; None before the first.
        postprocessors, postprocessors_old: current and previous values by name.
        material: per domain, committed values of stateful properties by name.
    """

    u: numpy.ndarray
    u_old: numpy.ndarray
    aux: numpy.ndarray
    aux_old: numpy.ndarray
    t: float = 0.0
    dt: float = 0.0
    rate: float = 0.0
    offset: numpy.ndarray | None = None
    second_rate: float = 0.0
    second_offset: numpy.ndarray | None = None
    u_dot_old: numpy.ndarray | None = None
    u_dotdot_old: numpy.ndarray | None = None
    postprocessors: dict[str, float] = field(default_factory=dict)
    postprocessors_old: dict[str, float] = field(default_factory=dict)
    material: dict[Any, dict[str, Any]] = field(default_factory=dict)

    def u_dot(self) -> numpy.ndarray | None:
        """Time derivative of the unknowns; None in steady problems."""
        return None if self.offset is None else self.rate * self.u + self.offset

    def u_dotdot(self) -> numpy.ndarray | None:
        """Second time derivative of the unknowns; None if the time integrator has none."""
        return None if self.second_offset is None else self.second_rate * self.u + self.second_offset

    def keep_rates(self) -> None:
        """Make the derivatives at the current state those of the previous step."""
        self.u_dot_old, self.u_dotdot_old = self.u_dot(), self.u_dotdot()

    def before(self) -> State:
        """The state at the end of the previous step as if it were the current one; nothing changes in it."""
        return replace(self, u=self.u_old, aux=self.aux_old, t=self.t - self.dt, rate=0.0, offset=None,
                       postprocessors=self.postprocessors_old or self.postprocessors)
