"""Steps as long as an error allows."""
from __future__ import annotations

import math
from typing import ClassVar

from alces.params import INTEGER, REAL, REALS, VARIABLES, Param
from alces.physics import LocalError, StepReport
from alces_core.lists import require_length
from alces_core.timesteppers.cutback import CutbackStepper

_TINY, _LARGE = 1e-30, 1e30
"""Error over tolerance below or above which it makes no difference."""
_SMALL = 1e-2
"""The same below which its changes mean nothing."""


class LocalErrorDT(CutbackStepper):
    """Keeps the local error of each step, as estimated, below a tolerance.

    With e the root mean square of a field's local error, and s the largest one of the field itself so far, a
    step is accepted if ``E = max_fields e / (tolerance s + absolute_tolerance) <= 1``. The next one, or its
    repetition, has the length ``safety E^(-1/(p+1)) dt``, p the order of the scheme, or if the error grows
    ``(dt / dt_old) (E / E_old)^(-1/(p+1))`` times that, but

    - at most `growth_factor` times that of the last step, or what that step was to have before a time that
      must be hit shortened it; a repetition has at least `smallest_factor` times the length;
    - at most that of the last step if this had to be repeated or took N - W Newton iterations or more, and
      `cutback_factor` of it after more than N + W (N = optimal_iterations, W = iteration_window);
    - half of what is left to a time that must be hit if that is one to two steps.

    The estimate (by extrapolation of the steps before) exists for implicit Euler (p = 1) from the second
    step on, for BDF2 (p = 2) from the third; the second step of BDF2 is judged as one of implicit Euler
    and the first not at all, so let it be short. Fields without a rate in the equations, such as potentials
    and displacements, count only if `variables` names them.

    Sources: Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, section II.4; Gustafsson, ACM
    Trans. Math. Softw. 20 (1994) 496 (errors that grow).
    """

    parameters = (
        Param("dt", REAL, doc="length of the first step", unit="time", range="dt > 0"),
        Param("tolerance", REALS, (1e-3,), doc="local error over the field, for all `variables` or for each"),
        Param("absolute_tolerance", REALS, (0.0,), doc="local error allowed besides, likewise"),
        Param("variables", VARIABLES, (), doc="fields to watch; default: all whose rate is in the equations"),
        Param("safety", REAL, 0.9, doc="factor of the step length that the tolerance would allow",
              range="safety > 0 & safety <= 1"),
        Param("growth_factor", REAL, 2.0, doc="largest growth from step to step; BDF2 is stable up to 2.4",
              range="growth_factor > 1"),
        Param("smallest_factor", REAL, 0.2, doc="smallest factor of the length of a repeated step",
              range="smallest_factor > 0 & smallest_factor < 1"),
        Param("optimal_iterations", INTEGER, None, doc="Newton iterations N that a step may take",
              range="optimal_iterations > 0"),
        Param("iteration_window", INTEGER, None, doc="window W about N; default: N/5, rounded up",
              range="iteration_window >= 0"),
        Param("cutback_factor", REAL, 0.5, doc="factor of the step length after a hard step",
              range="cutback_factor > 0 & cutback_factor <= 1"),
    )
    halves: ClassVar[bool] = True

    def setup(self) -> None:
        p = self.p
        if p.iteration_window is not None and p.optimal_iterations is None:
            raise self.error("iteration_window", "needs 'optimal_iterations'")
        for name, least in (("tolerance", "above zero"), ("absolute_tolerance", "zero or more")):
            values = getattr(p, name)
            if len(values) != 1:
                require_length(self, name, "variables")
            if not values or min(values) < 0.0 or (least == "above zero" and min(values) == 0.0):
                raise self.error(name, f"must be {least}")
        self._sizes: dict[str, float] = {}  # of the fields that are watched
        self._wanted = 0.0  # length of the step as it was asked for
        self._excess: float | None = None  # error of the last step over what is tolerated
        self._power = 0.0  # makes a factor of the length of it
        self._before = [0.0, 0.0]  # length and excess of the step before; 0 if unknown
        self._repetition = 0.0  # length of a step to be repeated

    def first(self, report: StepReport) -> float:
        if not report.order:
            raise self.error("", "there is an estimate for scheme = implicit-euler and bdf2 only")
        self._wanted = self.p.dt
        return self.p.dt

    def accepts(self, dt: float, report: StepReport) -> bool:
        found = report.local_error()
        self._excess, self._repetition = None, 0.0
        if found is None:
            return True
        self._excess = max(self._largest(found, report), _TINY)
        if self._power != -1.0 / (found.order + 1):
            self._power, self._before = -1.0 / (found.order + 1), [0.0, 0.0]
        if self._excess > 1.0:
            self._repetition = dt * max(self.p.safety * self._excess**self._power, self.p.smallest_factor)
            return False
        self._sizes = {name: max(size, found.fields[name].size) for name, size in self._sizes.items()}
        return True

    def after_failure(self, dt: float) -> float:
        self._wanted, self._repetition = self._repetition or super().after_failure(dt), 0.0
        return self._wanted

    def next(self, report: StepReport) -> float:
        longest = report.dt if report.cut else max(self.p.growth_factor * report.dt, self._wanted)
        if self._excess is not None:
            longest = min(longest, self._by_error(report.dt, self._excess))
        self._wanted = min(longest, self._by_iterations(report))
        return self._wanted

    def _by_error(self, dt: float, excess: float) -> float:
        """Longest step that the error allows, as it is or as it will be if it goes on to change as it did."""
        factor, (dt_old, before) = self.p.safety * excess**self._power, self._before
        self._before = [dt, max(excess, _SMALL)]
        if dt_old:
            factor *= min(1.0, dt / dt_old * (excess / before) ** self._power)
        return dt * factor

    def _largest(self, found: LocalError, report: StepReport) -> float:
        """Largest error over what is tolerated."""
        if not self._sizes:
            self._sizes = dict.fromkeys(self.p.variables or report.evolving(), 0.0)
        n, out = len(self._sizes), 0.0
        both = self.p.tolerance, self.p.absolute_tolerance
        relative, absolute = (v if len(v) == n else v * n for v in both)
        for name, r, a in zip(self._sizes, relative, absolute, strict=True):
            if name not in found.fields:
                raise self.error("variables", f"'{name}' is not solved for")
            field = found.fields[name]
            allowed = r * max(self._sizes[name], field.size) + a
            if field.error > 0.0:
                out = max(out, field.error / allowed if allowed > 0.0 else _LARGE)
        return out

    def _by_iterations(self, report: StepReport) -> float:
        """Longest step that the effort of the solver suggests."""
        p = self.p
        if p.optimal_iterations is None:
            return math.inf
        window = math.ceil(p.optimal_iterations / 5) if p.iteration_window is None else p.iteration_window
        if report.newton_iterations > p.optimal_iterations + window:
            return p.cutback_factor * report.dt
        return report.dt if report.newton_iterations >= p.optimal_iterations - window else math.inf
