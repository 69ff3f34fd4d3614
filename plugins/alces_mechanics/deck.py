"""Help for actions that write blocks."""

from __future__ import annotations

from collections.abc import Sequence
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
    return (deck.get("Mesh/coord_type") or deck.get("Problem/coord_type") or "XYZ").upper()


def eigenstrains_of(deck: Node, blocks: Sequence[str], base_name: str) -> tuple[str, ...]:
    """Names of the eigenstrains that the deck's materials on these blocks provide, but for parts of others.

    Materials and blocks without names of blocks are everywhere.
    """
    materials = deck.find("Materials")
    found: dict[str, None] = {}
    parts: set[str] = set()
    for material in materials.children.values() if materials else ():
        where = (material.get("block") or "").split()
        if where and blocks and not set(where) & set(blocks):
            continue
        if (material.get("base_name") or "") != base_name:
            continue
        parts.update((material.get("input_eigenstrain_names") or "").split())
        if name := material.get("eigenstrain_name"):
            parts.update((material.get("tensors") or "").split())
            found[name] = None
    return tuple(name for name in found if name not in parts)


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
