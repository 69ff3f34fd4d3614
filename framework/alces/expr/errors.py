"""The one error of the expression language, and the wording of its nearest-name hint."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ExpressionError(ValueError):
    """A mistake in an expression, or in what it was evaluated with.

    `message` is one sentence for a deck author; `position` is the 0-based offset into the parsed text,
    or None where there is no text (evaluation, derivative).
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message, position)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        if self.position is None:
            return self.message
        return f"{self.message} (at character {self.position + 1})"


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?`, or an empty string where nothing known is near `name`."""
    by_lower_case = {candidate.lower(): candidate for candidate in sorted(known)}
    matches = difflib.get_close_matches(name.lower(), by_lower_case, n=1, cutoff=0.6)
    return f"; did you mean '{by_lower_case[matches[0]]}'?" if matches else ""
