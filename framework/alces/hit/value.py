"""The value of a parameter, and the quoting rules of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from alces.hit.errors import Location

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_GAP = re.compile(r"(?:\s|#[^\n]*)*")
_BRACE = re.compile(r"[{}]")
_PLAIN = re.compile(r"[A-Za-z0-9_./:+*^,;<>()|&%@~!?\\-]+", re.ASCII)
_QUOTE_RUNS = re.compile(r"[^']+|'+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
HEADER_LINE = re.compile(r"^[^\S\n]*\[[\w./]*\][^\S\n]*$", re.MULTILINE)  # a line like "[name]" or "[]"


@dataclass(frozen=True)
class Value:
    """`text` as a reader wants it (unquoted, joined, substituted); `raw` as it stands in the deck.

    `location` is where the value begins (its quote, if it has one), `key_location` where its name begins.
    """

    text: str
    location: Location
    raw: str
    key_location: Location = field(compare=False)

    def at(self, offset: int) -> Location:
        """The place of character `offset` of `text` in the deck.

        Where `${}` has changed the text no character has a place of its own: then the value's place.
        """
        if unquote(self.raw) != self.text:
            return self.location
        position = _raw_offset(self.raw, offset)
        line = self.raw.count("\n", 0, position)
        if line == 0:
            first = self.location
            return Location(first.file, first.line, first.column + position, first.source)
        column = position - self.raw.rfind("\n", 0, position)
        return Location(self.location.file, self.location.line + line, column, self.raw.split("\n")[line])


def quoted_parts(text: str, start: int) -> list[tuple[int, int]]:
    """Spans (quotes included) of the adjacent quoted strings from `start`; comments may stand between.

    An empty list means that the first quote is never closed.
    """
    parts = []
    match = _QUOTED.match(text, start)
    while match:
        parts.append(match.span())
        gap = _GAP.match(text, match.end())
        match = _QUOTED.match(text, gap.end()) if gap else None
    return parts


def unquote(raw: str) -> str:
    """Text of a raw value: the adjacent quoted strings joined, or an unquoted value as it stands."""
    if not raw.startswith(("'", '"')):
        return raw
    return "".join(raw[begin + 1 : end - 1] for begin, end in quoted_parts(raw, 0))


def quote(text: str) -> str:
    """A raw form of `text`, with as few quotes as it needs; unquote(quote(text)) == text."""
    if _PLAIN.fullmatch(text):
        return text
    if HEADER_LINE.search(text):  # within one string the reader takes it for a forgotten quote
        return " ".join(_quote_piece(line) for line in _LINES.findall(text))
    return _quote_piece(text)


def closing_brace(text: str, start: int) -> int:
    """Index just behind the brace that closes the `${` at `start`, or -1."""
    depth = 0
    for match in _BRACE.finditer(text, start):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end()
    return -1


def _quote_piece(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    runs = _QUOTE_RUNS.findall(text)
    return " ".join(f'"{run}"' if run.startswith("'") else f"'{run}'" for run in runs)


def _raw_offset(raw: str, offset: int) -> int:
    """Index in `raw` of character `offset` of the unquoted text (the last character for one behind it)."""
    if not raw.startswith(("'", '"')):
        return min(offset, max(len(raw) - 1, 0))
    end = 0
    for begin, end in quoted_parts(raw, 0):
        inside = end - begin - 2
        if offset < inside:
            return begin + 1 + offset
        offset -= inside
    return end - 1
