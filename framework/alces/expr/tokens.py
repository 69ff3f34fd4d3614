"""Expression text to tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alces.expr.errors import ExpressionError

_PATTERN = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<name>[^\W\d]\w*)
      | (?P<symbol>:=|\*\*|<=|>=|!=|==|&&|\|\||[-+*/%^<>=!&|(),;])
    """,
    re.VERBOSE,
)
_SAME_AS = {"==": "=", "&&": "&", "||": "|"}


@dataclass(frozen=True)
class Token:
    """`kind` is "number", "name", "symbol" or "end"; `position` is the offset into the text."""

    kind: str
    text: str
    position: int

    def __str__(self) -> str:
        return "the end" if self.kind == "end" else f"'{self.text}'"


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text`, then one of kind "end"; raises ExpressionError at a foreign character."""
    position = 0
    while position < len(text):
        match = _PATTERN.match(text, position)
        if match is None:
            raise ExpressionError(f"unexpected character {text[position]!r} in an expression", position)
        kind = str(match.lastgroup)
        word = match.group()
        if word == "**":
            raise ExpressionError("unknown operator '**'; a power is written with '^'", position)
        if kind != "space":
            yield Token(kind, _SAME_AS.get(word, word), position)
        position = match.end()
    yield Token("end", "", len(text))
