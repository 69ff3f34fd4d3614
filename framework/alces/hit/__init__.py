"""The deck language: MOOSE's HIT.

`load` reads a deck the way a run does; `parse` does the syntax only. Both raise DeckErrors with all mistakes.
"""

from __future__ import annotations

from alces.hit.errors import DeckError, DeckErrors, Location, did_you_mean, nearest
from alces.hit.load import load, parse
from alces.hit.node import Node
from alces.hit.value import Value

__all__ = ["DeckError", "DeckErrors", "Location", "Node", "Value", "did_you_mean", "load", "nearest", "parse"]
