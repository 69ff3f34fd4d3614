"""Deck text with the places of its characters, and reading it from files."""

from __future__ import annotations

import bisect
import os
from pathlib import Path

from alces.hit.errors import DeckError, Location, did_you_mean
from alces.hit.limits import MAX_DECK_BYTES


class Source:
    """The text of one file; line ends of any system become newlines."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.file = file
        self._lines = self.text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def location(self, offset: int) -> Location:
        """The place of character `offset`."""
        line = bisect.bisect_right(self._starts, offset) - 1
        return Location(self.file, line + 1, offset - self._starts[line] + 1, self._lines[line])


def read(file: str, location: Location | None = None) -> Source:
    """Read a deck file that is asked for at `location`.

    Raises DeckError where there is no such file (with the nearest name in its folder), or where it is no
    UTF-8 text or beyond all size.
    """
    path = Path(file)
    try:
        if not path.is_file():
            raise DeckError(f"no such file: '{file}'", location, _nearest_file(path))
        with path.open("rb") as stream:
            data = stream.read(MAX_DECK_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = error.strerror if isinstance(error, OSError) else error
        raise DeckError(f"cannot read '{file}': {reason}", location) from error
    if len(data) > MAX_DECK_BYTES:
        raise DeckError(f"'{file}' is larger than {MAX_DECK_BYTES} bytes", location)
    try:
        return Source(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise DeckError(f"'{file}' is not UTF-8 text (byte {error.start})", location) from error


def _nearest_file(path: Path) -> str:
    folder = path.parent
    if path.is_dir():
        return "it is a folder"
    if not folder.is_dir():
        return f"there is no folder '{folder}'"
    return did_you_mean(path.name, sorted(os.listdir(folder)))
