"""Replaces `${...}` in the values of a tree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from alces.hit.arithmetic import NUMBER, evaluate
from alces.hit.errors import DeckError, Location, did_you_mean
from alces.hit.limits import MAX_ERRORS, MAX_SUBSTITUTED, MAX_SUBSTITUTION_DEPTH
from alces.hit.node import Node
from alces.hit.units import convert
from alces.hit.value import Value, closing_brace

_FUNCTIONS = ("fparse", "raw", "replace", "units")
_PATH = re.compile(r"[\w./:-]*[A-Za-z_][\w./:-]*")
_WORD = re.compile(r"[A-Za-z_]\w*")
_BRACES = re.compile(r"\$\{([^{}]*)\}")


def mentioned(root: Node) -> set[str]:
    """Every word inside braces ``${...}`` in a deck, also in blocks and values that will not be used."""
    return {
        word
        for node in root.walk()
        for value in node.values.values()
        for braces in _BRACES.findall(value.raw)
        for word in _WORD.findall(braces)
    }


@dataclass(frozen=True)
class _Place:
    """The parameter whose value holds the braces, where the outermost begins, and the depth so far."""

    node: Node
    name: str
    offset: int
    depth: int

    @property
    def location(self) -> Location:
        return self.node.values[self.name].at(self.offset)


class Substitution:
    """The substituted texts of a tree's parameters, each worked out once and when it is first needed."""

    def __init__(self, root: Node, errors: list[DeckError]) -> None:
        self._root = root
        self._errors = errors
        self._texts: dict[tuple[Node, str], str | DeckError] = {}
        self._stack: list[tuple[Node, str]] = []
        self._written = 0

    def apply(self, off: Collection[Node] = ()) -> None:
        """Replace the values of all blocks that are not in or below `off`; mistakes go to the error list."""
        texts: list[tuple[Node, str, str]] = []
        for node in _walk(self._root, off):
            for name in node.values:
                try:
                    texts.append((node, name, self.text(node, name)))
                except DeckError as error:
                    if error not in self._errors:  # one mistake may spoil many parameters
                        self._errors.append(error)
                    if len(self._errors) >= MAX_ERRORS:
                        return
        for node, name, text in texts:
            old = node.values[name]
            node.values[name] = Value(text, old.location, old.raw, old.key_location)

    def text(self, node: Node, name: str, depth: int = 0) -> str:
        """The substituted text of a parameter. Raises DeckError."""
        key = (node, name)
        if key not in self._texts:
            self._stack.append(key)
            try:
                self._texts[key] = self._expand_value(node, name, depth)
            except DeckError as error:
                self._texts[key] = error
            self._stack.pop()
        text = self._texts[key]
        if isinstance(text, DeckError):
            raise text
        return text

    def _expand_value(self, node: Node, name: str, depth: int) -> str:
        text = node.values[name].text
        return self._expand(text, _Place(node, name, 0, depth), whole=True) if "${" in text else text

    def _expand(self, text: str, place: _Place, whole: bool = False) -> str:
        """`text` with all braces replaced; `whole`: it is all of the value, not the inside of braces."""
        pieces = []
        done = 0
        while (begin := text.find("${", done)) >= 0:
            here = _Place(place.node, place.name, begin, place.depth) if whole else place
            end = closing_brace(text, begin)
            if end < 0:
                raise DeckError("'${' is never closed", here.location)
            pieces += [text[done:begin], self._brace(text[begin + 2 : end - 1], here)]
            self._written += len(pieces[-1])
            if self._written > MAX_SUBSTITUTED:
                raise DeckError(f"substitution writes more than {MAX_SUBSTITUTED} characters", here.location)
            done = end
        return "".join([*pieces, text[done:]])

    def _brace(self, inside: str, place: _Place) -> str:
        if place.depth >= MAX_SUBSTITUTION_DEPTH:
            raise DeckError(f"substitution is nested more than {MAX_SUBSTITUTION_DEPTH} deep", place.location)
        place = _Place(place.node, place.name, place.offset, place.depth + 1)
        text = self._expand(inside, place) if "${" in inside else inside
        words = text.split()
        if not words:
            raise DeckError("nothing in '${}'", place.location)
        if len(words) > 1 and words[0] in _FUNCTIONS:
            return self._call(words[0], text.strip()[len(words[0]) :].strip(), place)
        path = text.strip()
        found = self._find(path, place)
        if found:
            return self._read(found, place)
        try:
            return self._evaluate(path, place)
        except DeckError:
            words = _WORD.findall(path)
            if _PATH.fullmatch(path) and not any(self._find(word, place) for word in words):
                raise self._unknown(path, place) from None
            raise

    def _call(self, function: str, argument: str, place: _Place) -> str:
        if function == "raw":
            return "".join(argument.split())
        if function == "units":
            return convert(argument, place.location)
        if function == "fparse":
            return self._evaluate(argument, place)
        found = self._find(argument, place)
        if not found:
            raise self._unknown(argument, place)
        return self._read(found, place)

    def _evaluate(self, text: str, place: _Place) -> str:
        return evaluate(text, lambda name: self._number(name, place), place.location)

    def _number(self, name: str, place: _Place) -> float:
        found = self._find(name, place)
        if not found:
            raise self._unknown(name, place)
        text = self._read(found, place).strip()
        if not NUMBER.fullmatch(text):
            where = found[0].values[found[1]].location
            raise DeckError(f"'{name}' is no number: {text[:40]!r}", place.location, f"set at {where}")
        return float(text)

    def _read(self, found: tuple[Node, str], place: _Place) -> str:
        if found in self._stack:
            circle = [*self._stack[self._stack.index(found) :], found]
            names = " -> ".join(_path(node, name) for node, name in circle)
            raise DeckError(f"parameters need each other: {names}", place.location)
        found[0].referenced.add(found[1])
        return self.text(*found, depth=place.depth)

    def _find(self, path: str, place: _Place) -> tuple[Node, str] | None:
        """The parameter that `path` means: searched from the block of the braces outwards, as in HIT.

        The parameter that holds the braces is passed over for one of the same name further out.
        """
        block, _, name = path.rpartition("/")
        own = None
        for scope in _outwards(place.node):
            node = scope.find(block)
            if node and name in node.values:
                if (node, name) != (place.node, place.name):
                    return node, name
                own = (node, name)
        return own

    def _unknown(self, name: str, place: _Place) -> DeckError:
        known: dict[str, None] = {}
        for scope in _outwards(place.node):
            known.update(dict.fromkeys(scope.values))
        for node in self._root.walk():
            known.update(dict.fromkeys(_path(node, key) for key in node.values))
        known.pop(place.name, None)
        shown = f"{name[:60]}..." if len(name) > 60 else name
        hint = did_you_mean(name, known)
        return DeckError(f"no parameter '{shown}' that '${{}}' could mean", place.location, hint)


def _walk(root: Node, off: Collection[Node]) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node not in off:
            yield node
            waiting.extend(reversed(node.children.values()))


def _outwards(node: Node) -> Iterator[Node]:
    scope: Node | None = node
    while scope is not None:
        yield scope
        scope = scope.parent


def _path(node: Node, name: str) -> str:
    return f"{node.path}/{name}" if node.path else name
