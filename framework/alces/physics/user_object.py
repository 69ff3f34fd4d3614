"""Shared helpers of a deck."""
from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from alces.physics.base import Object
from alces.physics.points import Status


@dataclass(frozen=True)
class Verdict:
    """What an object demands after a step.

    Attributes:
        demand: ``"stop"`` the run here, let it ``"fail"``, or ``"reject"`` the step and try a shorter one.
        message: why.
        warning: whether the message is shown as a warning.
    """

    demand: Literal["stop", "fail", "reject"]
    message: str
    warning: bool = False


class UserObject(Object):
    """What other objects use by name through ``q.user_object(name)``: tables, grain structures, seeds."""

    system: ClassVar[str] = "UserObjects"

    def verdict(self, s: Status, when: str) -> Verdict | None:
        """What it demands of the run; `when` is ``INITIAL`` or ``TIMESTEP_END``."""
        return None
