"""The deck inside a checkpoint: its text, where each parameter stood, and what another deck changes."""
from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alces.hit import Location, Node, Value, parse
from alces.hit.overrides import FILE as COMMAND_LINE
from alces.hit.overrides import apply_override
from alces.registry import load_plugins


@dataclass(frozen=True)
class Change:
    """A parameter with another value than before; None where it is missing."""

    path: str
    old: str | None
    new: str | None
    location: Location | None

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        before = "is new" if self.old is None else f"was '{self.old}'"
        return f"{where}{self.path} {before}" + ("" if self.new is None else f", now '{self.new}'")


def describe(problem: Any) -> dict[str, Any]:
    """What a checkpoint keeps of a problem's deck; file names are relative to the folder of the deck."""
    folder = problem.path.parent
    places = {path: [_relative(at.file, folder), at.line, at.column] for path, at in problem.places.items()}
    return {"name": problem.path.name, "text": problem.text, "places": places,
            "versions": dict(load_plugins().versions)}


def places(deck: Node) -> dict[str, Location]:
    """Where each parameter of a deck stands, by path."""
    return {path: value.location for path, value in _parameters(deck)}


def stored_tree(stored: Mapping[str, Any], folder: Path, overrides: Sequence[str] = ()) -> Node:
    """The tree of a stored deck, its parameters in their places of old.

    Args:
        stored: from `describe`.
        folder: where the deck was.
        overrides: as on the command line; names at the top of the deck have had their effect already.

    Raises:
        DeckErrors, DeckError: a mistake in the overrides.
    """
    root = parse(stored["text"], str(folder / stored["name"]))
    root.values.clear()
    found = dict(_parameters(root))
    for node in root.walk():
        for name, value in node.values.items():
            place = stored["places"].get(f"{node.path}/{name}")
            if place is not None:
                file, line, column = place
                at = Location(file if file == COMMAND_LINE else str(folder / file), line, column)
                node.values[name] = Value(value.text, at, value.raw, at)
    assert len(found) == sum(len(node.values) for node in root.walk())
    for argument in overrides:
        apply_override(root, argument)
    return root


def changes(old: Node, new: Node) -> list[Change]:
    """The parameters in blocks that differ, in the order of the new deck, then those that are gone."""
    before, now = dict(_parameters(old)), dict(_parameters(new))
    out = [Change(path, before[path].text if path in before else None, value.text, value.location)
           for path, value in now.items() if path not in before or _words(before[path]) != _words(value)]
    gone = [Change(path, value.text, None, None) for path, value in before.items() if path not in now]
    return [change for change in (*out, *gone) if "/" in change.path]


def told(found: Iterable[Change], plain: Node, new: Node) -> tuple[list[Change], list[Change]]:
    """Changes that the command line makes (the deck without it is `plain`), and the others."""
    by_hand = {change.path for change in changes(plain, new)}
    found = list(found)
    return [c for c in found if c.path in by_hand], [c for c in found if c.path not in by_hand]


def _words(value: Value) -> list[str]:
    return value.text.split()


def _parameters(deck: Node) -> Iterator[tuple[str, Value]]:
    for node in deck.walk():
        for name, value in node.values.items():
            yield f"{node.path}/{name}" if node.path else name, value


def _relative(file: str, folder: Path) -> str:
    return file if file == COMMAND_LINE else os.path.relpath(file, folder)
