"""Data files that decks name."""
from __future__ import annotations

from collections.abc import Sequence
from errno import ENOENT
from pathlib import Path

from alces.physics import Object


def read_text(owner: Object, parameter: str) -> str:
    """The file that a parameter names relative to the deck; a DeckError if it cannot be read."""
    deck = owner.p.location_of(parameter)
    path = (Path(deck.file).parent if deck else Path()) / getattr(owner.p, parameter)
    try:
        if not path.is_file():  # a device or a pipe might never end
            raise FileNotFoundError(ENOENT, "No such file")
        return path.read_text()
    except OSError as error:
        raise owner.error(parameter, f"cannot read '{path}': {error.strerror}") from None
    except UnicodeDecodeError:
        raise owner.error(parameter, f"'{path}' is no text file") from None


def read_columns(owner: Object, parameter: str) -> dict[str, list[float]]:
    """Columns of a table whose first line names them, separated by blanks or commas; # begins a comment."""
    text = read_text(owner, parameter).replace(",", " ")
    lines = [line.partition("#")[0].split() for line in text.splitlines()]
    header, *rows = [line for line in lines if line] or [[]]
    try:
        if not header or any(len(row) != len(header) for row in rows):
            raise ValueError
        return {name: [float(row[i]) for row in rows] for i, name in enumerate(header)}
    except ValueError:
        raise owner.error(parameter, "needs a line of column names and lines of as many numbers") from None


def columns(owner: Object, parameter: str, names: Sequence[str]) -> list[list[float]]:
    """The columns of these names from `read_columns`; a DeckError if one is missing."""
    found = read_columns(owner, parameter)
    for name in names:
        if name not in found:
            raise owner.error(parameter, f"has no column '{name}'", hint=f"columns: {' '.join(found)}")
    return [found[name] for name in names]
