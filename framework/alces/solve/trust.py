"""How long field blocks are trusted, and what takes their place."""
from __future__ import annotations

import math

SLOW, OFTEN = 30, 3
"""Mean iterations over field blocks of a linear solve that are too many, and solves in a row with so many
that are too often."""

WHOLE = 10
"""Solves for which the whole system is factorised after field blocks have failed; twice as many after each
further failure: what makes them fail may pass, and finding out must not cost much if it does not."""

LOOK_AGAIN = 20
"""Solves after which the kinds of the blocks are determined anew in any case. A kind that does not fit any
more costs iterations, no accuracy."""


class Trust:
    """Takes note of what field blocks cost.

    Attributes:
        whole: solves for which the whole system is still factorised.
    """

    def __init__(self) -> None:
        self.whole, self._wait, self._slow = 0, WHOLE, 0
        self._look_in, self._usual = 0, math.inf

    def begin(self) -> None:
        """A solve begins."""
        self.whole = max(self.whole - 1, 0)

    def give_up(self) -> None:
        """Field blocks do not work."""
        self.whole, self._wait, self._slow = self._wait, 2 * self._wait, 0

    def too_slow(self, mean: float) -> bool:
        """Whether iterations per linear solve have been too many too often; `mean`: those of the last one."""
        self._usual = min(self._usual, mean)
        if mean > 1.5 * self._usual + 2.0:
            self._look_in = 0
        self._slow = self._slow + 1 if mean > SLOW else 0
        return self._slow >= OFTEN

    def look(self, changed: bool) -> bool:
        """Whether to determine the kinds of the blocks; `changed`: the sparsity is another one."""
        self._look_in -= 1
        if self._look_in >= 0 and not changed:
            return False
        self._look_in, self._usual = LOOK_AGAIN, math.inf
        return True
