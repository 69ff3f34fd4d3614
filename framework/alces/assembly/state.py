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
    postprocessors: dict[str, float] = field(default_factory=dict)
    postprocessors_old: dict[str, float] = field(default_factory=dict)
    material: dict[Any, dict[str, Any]] = field(default_factory=dict)

    def u_dot(self) -> numpy.ndarray | None:
        """Time derivative of the unknowns; None in steady problems."""
        return None if self.offset is None else self.rate * self.u + self.offset

    def before(self) -> State:
        """The state at the end of the previous step as if it were the current one; nothing changes in it."""
        return replace(self, u=self.u_old, aux=self.aux_old, t=self.t - self.dt, rate=0.0, offset=None,
                       postprocessors=self.postprocessors_old or self.postprocessors)
