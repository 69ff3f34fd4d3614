"""Reads the statements of one deck file: blocks, parameters, directives."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alces.hit.errors import DeckError, DeckErrors, Location
from alces.hit.names import KEY, is_block_path
from alces.hit.node import Node
from alces.hit.source import Source
from alces.hit.value import HEADER_LINE, Value, closing_brace, quoted_parts, unquote

if TYPE_CHECKING:
    from alces.hit.parser import Parser

_SKIP = re.compile(r"(?:\s|#[^\n]*)*")
_BLANK = re.compile(r"[^\S\n]*")
_HEADER = re.compile(r"\[([^\[\]\n#]*)\]")
_OPEN_HEADER = re.compile(r"\[[^\[\n#]*")
_ASSIGN = re.compile(r":=|:override=|=")
_UNQUOTED = re.compile(r"(?:[^\s#\[\]'\"$]|\$(?!\{))+")
_INCLUDE = re.compile(r"!include(?=\s|$)")
_FILE_NAME = re.compile(r"[^\s#]*")
_DIRECTIVE = re.compile(r"!\S*")
_REST_OF_LINE = re.compile(r"[^\n]*")
_REST_OF_STATEMENT = re.compile(r"[^\n\[]*")


@dataclass
class _Open:
    """A block that is open: its node, the place of its header, and whether it was found to be there twice."""

    node: Node
    location: Location
    twice: bool = False


class Reader:
    """Reads the statements of one file into a block; its blocks must be closed in the same file."""

    def __init__(self, parser: Parser, source: Source, base: Node) -> None:
        self._parser = parser
        self._source = source
        self._text = source.text
        self._base = base
        self._stack: list[_Open] = []
        self._suspect: tuple[_Open, Location] | None = None
        self._unquoted_line = 0
        self._pos = 0

    def run(self) -> None:
        while True:
            self._skip(_SKIP)
            if self._pos >= len(self._text):
                break
            try:
                self._statement()
            except DeckError as error:
                self._parser.report(error)
        for block in reversed(self._stack):
            message = f"block [{block.node.name}] is never closed"
            self._parser.report(DeckError(message, block.location, self._hint()))
            self._suspect = None

    def _statement(self) -> None:
        char = self._text[self._pos]
        if char == "[":
            self._header()
        elif char == "!":
            self._directive()
        elif match := KEY.match(self._text, self._pos):
            self._parameter(match)
        else:
            place = self._here()
            self._skip(_REST_OF_LINE)
            hint = "a block [name] or a parameter 'name = value' may stand here"
            raise DeckError(f"unexpected {char!r}", place, hint)

    # blocks

    def _header(self) -> None:
        place = self._here()
        match = _HEADER.match(self._text, self._pos)
        if not match:
            header = self._skip(_OPEN_HEADER).strip()
            self._open_detached(header.strip("[]"), place)
            raise DeckError(f"block header '{header}' lacks its ']'", place)
        self._pos = match.end()
        name = match.group(1).strip()
        if name in ("", "..", "../"):
            self._close(place, match.group())
        elif not is_block_path(name.removeprefix("./")):
            self._open_detached(name, place)
            hint = "write [name], [./name] or [path/of/names], and close it with []"
            raise DeckError(f"'{name}' is no name of a block", place, hint)
        else:
            self._open(name.removeprefix("./"), place)

    def _open(self, name: str, place: Location) -> None:
        try:
            node = self._node().add_block(name, place)
        except DeckError as error:
            raise DeckErrors([*self._parser.errors, error]) from error
        self._stack.append(_Open(node, place))

    def _open_detached(self, name: str, place: Location) -> None:
        """Open a block that is thrown away, so that what follows a wrong header is still understood."""
        self._stack.append(_Open(Node(name, place), place))

    def _close(self, place: Location, text: str) -> None:
        if not self._stack:
            raise DeckError(f"{text} closes no block", place)
        block = self._stack.pop()
        own_line = place.source[: place.column - 1].isspace() or place.column == 1
        if own_line and self._suspect is None and place.column != block.location.column:
            self._suspect = (block, place)

    def _hint(self) -> str:
        if self._suspect is None:
            return ""
        block, place = self._suspect
        return (
            f"perhaps a [] is missing before line {place.line}, "
            f"where [{block.node.name}] of line {block.location.line} is closed"
        )

    # parameters

    def _parameter(self, match: re.Match[str]) -> None:
        key, place = match.group(), self._here()
        self._pos = match.end()
        self._skip(_BLANK)
        assign = self._skip(_ASSIGN)
        if not assign:
            self._skip(_REST_OF_STATEMENT)
            several = self._unquoted_line == place.line
            hint = "a value of several words needs quotes: 'a b c'" if several else f"write '{key} = value'"
            raise DeckError(f"missing '=' after '{key}'", place, hint)
        raw, begin = self._raw_value(key)
        value = Value(unquote(raw), self._source.location(begin), raw, place)
        self._store(key, value, override=assign != "=")

    def _store(self, key: str, value: Value, override: bool) -> None:
        block, _, name = key.rpartition("/")
        node = self._node().find(block)
        older = node.values.get(name) if node else None
        if older and not override:
            inner = self._stack[-1] if self._stack and not block else None
            reopened = inner is not None and inner.location != inner.node.location
            if inner is not None and reopened and (inner.twice or name == "type"):
                self._block_twice(inner)
                return
            raise DeckError(
                f"duplicate parameter '{name}' in {_words(node)}: first set at {older.key_location}",
                value.key_location,
                "remove one of the two, or write ':=' to replace the first",
            )
        self._node().set_value(key, value)

    def _block_twice(self, block: _Open) -> None:
        """One message for a block that stands there a second time, however many parameters it repeats."""
        if block.twice:
            return
        block.twice = True
        message = f"duplicate block {_words(block.node)}: it stands at {block.node.location} already"
        hint = "blocks of one name are read as one; rename this one, or write ':=' to replace parameters"
        raise DeckError(message, block.location, hint)

    def _raw_value(self, key: str) -> tuple[str, int]:
        assign_end = self._pos - 1
        self._skip(_BLANK)
        after = _SKIP.match(self._text, self._pos)
        first = after.end() if after else self._pos
        if self._text[first : first + 1] in ("'", '"'):  # even on a later line: no statement begins so
            self._pos = first
            return self._quoted()
        raw, begin = self._unquoted()
        if not raw:
            hint = "a value with brackets needs quotes" if self._text[begin : begin + 1] in ("[", "]") else ""
            self._skip(_REST_OF_LINE)
            raise DeckError(f"missing value of '{key}'", self._source.location(assign_end), hint)
        self._unquoted_line = self._source.location(begin).line
        self._check_end(begin)
        return raw, begin

    def _quoted(self) -> tuple[str, int]:
        begin = self._pos
        place = self._here()
        parts = quoted_parts(self._text, begin)
        for start, end in parts:
            if "\n" in self._text[start:end] and self._runs_away(start, end):
                parts = []
                begin, place = start, self._source.location(start)
                break
        if not parts:
            self._pos = begin
            self._skip(_REST_OF_LINE)
            raise DeckError(f"quote {self._text[begin]} is never closed", place)
        self._pos = parts[-1][1]
        self._check_end(begin)
        return self._text[begin : self._pos], begin

    def _runs_away(self, start: int, end: int) -> bool:
        """Whether a string of several lines looks as if its quote had been forgotten.

        It then swallows block headers, or ends at the quote that opens another value.
        """
        if HEADER_LINE.search(self._text, start, end):
            return True
        after = self._text[end : end + 1]
        return not after.isspace() and after not in ("", "#", "[", "'", '"')

    def _unquoted(self) -> tuple[str, int]:
        begin = self._pos
        while self._pos < len(self._text):
            if self._text.startswith("${", self._pos):
                end = closing_brace(self._text, self._pos)
                if end < 0:
                    place = self._here()
                    self._skip(_REST_OF_LINE)
                    raise DeckError("'${' is never closed", place)
                self._pos = end
            elif not self._skip(_UNQUOTED):
                break
        return self._text[begin : self._pos], begin

    def _check_end(self, begin: int) -> None:
        after = self._text[self._pos : self._pos + 1]
        if after and not after.isspace() and after not in "#[":
            place = self._here()
            self._skip(_REST_OF_STATEMENT)
            raise DeckError(
                f"unexpected {after!r} directly behind a value",
                place,
                f"the value begins at column {self._source.location(begin).column}",
            )

    # directives

    def _directive(self) -> None:
        place = self._here()
        if not self._skip(_INCLUDE):
            word = self._skip(_DIRECTIVE)
            self._skip(_REST_OF_LINE)
            raise DeckError(f"unknown directive '{word}'", place, "known: !include")
        self._skip(_BLANK)
        if self._text[self._pos : self._pos + 1] in ("'", '"'):
            raw, _ = self._quoted()
        else:
            raw = self._skip(_FILE_NAME)
        if not unquote(raw):
            raise DeckError("!include needs the name of a file", place)
        file = os.path.join(os.path.dirname(self._source.file), unquote(raw))
        self._parser.include(file, self._node(), place)

    # small tools

    def _node(self) -> Node:
        return self._stack[-1].node if self._stack else self._base

    def _here(self) -> Location:
        return self._source.location(self._pos)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._pos)
        if not match:
            return ""
        self._pos = match.end()
        return match.group()


def _words(node: Node | None) -> str:
    return f"[{node.path}]" if node and node.path else "the top level"
