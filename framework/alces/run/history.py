"""What a step knows of the ones before it, besides the fields."""
from __future__ import annotations

from dataclasses import dataclass

import numpy


@dataclass
class History:
    """The steps before the current one.

    Attributes:
        u_older: unknowns at the start of the last accepted step; None before the first.
        dt_old: its length.
        cut: whether it had to be repeated with a smaller dt.
        u_oldest, dt_older: the same of the accepted step before that.
    """

    u_older: numpy.ndarray | None = None
    dt_old: float = 0.0
    cut: bool = False
    u_oldest: numpy.ndarray | None = None
    dt_older: float = 0.0

    @property
    def steps(self) -> int:
        """Accepted steps whose start is known, up to 2."""
        return (self.u_older is not None) + (self.u_oldest is not None)

    def followed_by(self, u_old: numpy.ndarray, dt: float, cut: bool) -> History:
        """The history after an accepted step of length `dt` from `u_old`."""
        return History(u_old, dt, cut, self.u_older, self.dt_old)

    def span(self, dt: float, order: int) -> float:
        """Time from the first of the last `order` + 1 solutions to the end of a step of length `dt`."""
        return dt + (self.dt_old if order > 0 else 0.0) + (self.dt_older if order > 1 else 0.0)

    def change(self, u_old: numpy.ndarray, dt: float, order: int) -> numpy.ndarray:
        """What a step of length `dt` from `u_old` adds to it on the polynomial in time through the last
        solutions, in Newton's form; its degree is `order`, 1 or 2, but not above `steps`."""
        first = (u_old - self.u_older) / self.dt_old
        if order == 1 or self.u_oldest is None:
            return dt * first
        before = (self.u_older - self.u_oldest) / self.dt_older
        return dt * (first + (dt + self.dt_old) / (self.dt_old + self.dt_older) * (first - before))
