"""Choice of the time step."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from alces.params import BOOLEAN, Param
from alces.physics.base import Object


@dataclass(frozen=True)
class FieldError:
    """Root mean squares over the nodes: local error of a field in a step, and the field itself."""

    error: float
    size: float


@dataclass(frozen=True)
class LocalError:
    """What a step has done to each field beyond following the equations, as estimated.

    Attributes:
        order: p, if the error goes as dt^(p+1).
        fields: the variables that are solved for.
    """

    order: int
    fields: Mapping[str, FieldError]


@dataclass(frozen=True)
class StepReport:
    """What a time stepper sees of the last accepted step.

    Attributes:
        step: its number, 0 before the first.
        time: time reached.
        dt: its length (0 before the first).
        newton_iterations, linear_iterations: what it cost.
        cut: True if the step had to be repeated with a smaller dt.
        seconds: wall-clock time of its solve.
        function: value of a deck function (or number) at a time, at the origin.
        postprocessor: current value of a postprocessor.
        knots: times at which a deck function has a corner or jump; none if it is smooth.
        tolerance: distance in time that counts as none.
        order: of the time integrator where it has an estimate of its error, else 0.
        local_error: the estimate for the step that has just been solved; None if too few steps are known.
        evolving: variables whose rate of change is in the equations.
    """

    step: int
    time: float
    dt: float
    newton_iterations: int
    linear_iterations: int
    cut: bool
    function: Callable[[str | float, float], float]
    postprocessor: Callable[[str | float], float]
    seconds: float = 0.0
    knots: Callable[[str | float], Sequence[float]] = lambda name: ()
    tolerance: float = 0.0
    order: int = 0
    local_error: Callable[[], LocalError | None] = lambda: None
    evolving: Callable[[], Sequence[str]] = lambda: ()


class TimeStepper(Object):
    """Chooses the length of each step; the executioner clips it to dtmin, dtmax, end time and sync times.

    Class attributes:
        halves: whether what is left to a time that must be hit is halved if it is one to two steps long.
    """

    system: ClassVar[str] = "TimeStepper"
    halves: ClassVar[bool] = False
    parameters: ClassVar[tuple[Param, ...]] = (Param("reset_dt", BOOLEAN, False, doc="accepted"),)

    def first(self, report: StepReport) -> float:
        """Length of the first step."""
        raise NotImplementedError(f"{type(self).__name__} chooses no first step")

    def next(self, report: StepReport) -> float:
        """Length of the step after the one in `report`."""
        raise NotImplementedError(f"{type(self).__name__} chooses no step")

    def accepts(self, dt: float, report: StepReport) -> bool:
        """Whether a converged step of length `dt` may stand; otherwise it counts as failed."""
        return True

    def after_failure(self, dt: float) -> float:
        """Length to try after a step of length `dt` failed."""
        return 0.5 * dt

    def memory(self) -> dict[str, Any]:
        """What the steps so far have left in it, for a checkpoint: all attributes that JSON can express."""
        return {name: a for name, a in vars(self).items() if name not in ("name", "p") and _plain(a)}

    def recall(self, memory: Mapping[str, Any]) -> None:
        """Go on with what another stepper has remembered."""
        vars(self).update(memory)


def _plain(a: Any) -> bool:
    if isinstance(a, (list, dict)):
        return all(map(_plain, a.values() if isinstance(a, dict) else a))
    return a is None or isinstance(a, (bool, int, float, str))
