"""Deck text to tree, through all files it includes."""

from __future__ import annotations

import os

from alces.hit.errors import DeckError, DeckErrors, Location
from alces.hit.limits import MAX_DECK_BYTES, MAX_ERRORS, MAX_INCLUDE_DEPTH, MAX_INCLUDES
from alces.hit.node import Node
from alces.hit.reader import Reader
from alces.hit.source import Source, read


class Parser:
    """Reads one deck with the files it includes, and collects the mistakes in `errors`."""

    def __init__(self) -> None:
        self.errors: list[DeckError] = []
        self._chain: list[str] = []
        self._size = 0
        self._includes = 0

    def parse_file(self, file: str) -> Node:
        """The tree of a deck file. Raises DeckErrors if it cannot be read; see `parse_source`."""
        try:
            return self.parse_source(read(file))
        except DeckError as error:
            raise DeckErrors([error]) from error

    def parse_source(self, source: Source) -> Node:
        """The tree of a deck. Mistakes go to `errors`; DeckErrors is raised when going on makes no sense."""
        root = Node("", source.location(0))
        self._read_into(root, source)
        return root

    def report(self, error: DeckError) -> None:
        """Collect a mistake; raises DeckErrors when there are too many."""
        self.errors.append(error)
        if len(self.errors) >= MAX_ERRORS:
            raise DeckErrors(self.errors)

    def _read_into(self, node: Node, source: Source) -> None:
        self._size += len(source.text)
        if self._size > MAX_DECK_BYTES:
            error = DeckError(f"the deck and its includes exceed {MAX_DECK_BYTES} bytes", source.location(0))
            raise DeckErrors([*self.errors, error])
        self._chain.append(source.file)
        Reader(self, source, node).run()
        self._chain.pop()

    def include(self, file: str, node: Node, location: Location) -> None:
        """Read `file` into `node`. Raises DeckError for a file that cannot be included."""
        self._includes += 1
        if self._includes > MAX_INCLUDES or len(self._chain) > MAX_INCLUDE_DEPTH:
            bounds = f"more than {MAX_INCLUDES} includes, or more than {MAX_INCLUDE_DEPTH} within each other"
            error = DeckError(bounds, location)
            raise DeckErrors([*self.errors, error])
        source = read(file, location)
        real = [os.path.realpath(name) for name in self._chain]
        if os.path.realpath(file) in real:
            circle = [*self._chain[real.index(os.path.realpath(file)) :], file]
            raise DeckError(f"files include each other: {' -> '.join(circle)}", location)
        self._read_into(node, source)
