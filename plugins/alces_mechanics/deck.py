"""Help for actions that write blocks."""

from __future__ import annotations

from typing import Any

from alces.hit import DeckError, Location, Node


def add(deck: Node, path: str, location: Location | None, /, **parameters: Any) -> None:
    """Add the block at `path`; sequences become lists, empty ones and empty texts are left out.

    Raises:
        DeckError: a block of that name exists already.
    """
    where = location or deck.location
    if deck.find(path):
        raise DeckError(f"this adds a block [{path}], but the deck has one already", where)
    for name, value in parameters.items():
        text = _text(value)
        if text:
            deck.set(f"{path}/{name}", text, where)


def coord_type(deck: Node) -> str:
    """The coordinate system that the deck asks for."""
    return (deck.get("Problem/coord_type") or "XYZ").upper()


STRESS_DIVERGENCE = {
    "XYZ": "StressDivergenceTensors",
    "RZ": "StressDivergenceRZTensors",
    "RSPHERICAL": "StressDivergenceRSphericalTensors",
}
"""Coordinate system -> kernel of equilibrium."""


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (tuple, list)):
        return " ".join(map(_text, value))
    return repr(value) if isinstance(value, float) else str(value)
