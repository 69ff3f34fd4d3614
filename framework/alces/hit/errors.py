"""Places in a deck, and the one shape all messages to deck authors have."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

_WINDOW = 100  # characters of a very long line that are shown on each side of the caret
_LONGEST_NAME = 100  # no spelling help for longer names: difflib is quadratic in their length


@dataclass(frozen=True)
class Location:
    """A place in a deck, 1-based; `source` is the text of that line, used to show it in messages."""

    file: str
    line: int
    column: int
    source: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def excerpt(self) -> str:
        """The source line with a caret below the column, or "" where the line is not known."""
        if not self.source.strip():
            return ""
        start = max(0, self.column - 1 - _WINDOW)
        shown = self.source[start : self.column - 1 + _WINDOW].rstrip()
        before = self.source[start : self.column - 1]
        pad = "".join("\t" if c == "\t" else " " for c in before)
        number = str(self.line)
        return f"  {number} | {shown}\n  {' ' * len(number)} | {pad}^"


class DeckError(Exception):
    """One mistake in a deck.

    `message` says what is wrong, `hint` (optional) what is allowed or what to do.
    """

    def __init__(self, message: str, location: Location | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.location = location
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.location}: {self.message}" if self.location else self.message
        return f"{head} ({self.hint})" if self.hint else head

    def render(self) -> str:
        """Full text for the terminal: place, message, source line with a caret, hint."""
        lines = [f"{self.location}: error: {self.message}" if self.location else f"error: {self.message}"]
        if self.location and (excerpt := self.location.excerpt()):
            lines.append(excerpt)
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class DeckErrors(Exception):
    """All mistakes found in a deck, at least one."""

    def __init__(self, errors: Iterable[DeckError]) -> None:
        self.errors = list(errors)
        super().__init__("\n".join(str(error) for error in self.errors))

    def render(self) -> str:
        """The texts of all errors, with a count below when there are several."""
        texts = [error.render() for error in self.errors]
        if len(texts) > 1:
            texts.append(f"{len(texts)} errors in the deck")
        return "\n".join(texts)


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate spelt most like `name`, or None where none is close."""
    if len(name) > _LONGEST_NAME:
        return None
    known = list(candidates)
    for candidate in known:
        if candidate.lower() == name.lower():
            return candidate
    close = difflib.get_close_matches(name, known, n=1)
    return close[0] if close else None


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """The phrase "did you mean 'x'?" for the nearest candidate, or "" where none is close."""
    close = nearest(name, candidates)
    return f"did you mean '{close}'?" if close else ""
