"""Help for actions that write blocks."""

from __future__ import annotations

from typing import Any

from alces.hit import DeckError, Location, Node


def add(deck: Node, path: str, location: Location | None, /, **parameters: Any) -> None:
    """Add the block at `path`; sequences become lists, empty ones, empty texts and None are left out.

    Raises:
        DeckError: a block of that name exists already.
    """
    where = location or deck.location
    if deck.find(path):
        raise DeckError(f"this adds a block [{path}], but the deck has one already", where)
    deck.add_block(path, where)
    for name, value in parameters.items():
        text = _text(value)
        if text:
            deck.set(f"{path}/{name}", text, where)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (tuple, list)):
        return " ".join(map(_text, value))
    return repr(value) if isinstance(value, float) else str(value)
