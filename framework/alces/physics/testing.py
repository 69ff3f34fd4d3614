"""Make an object as a deck would, for the tests of a plugin."""
from __future__ import annotations

from typing import TypeVar

from alces.hit import DeckErrors, Location, Node, parse
from alces.params import declared, validate
from alces.physics.base import Object

T = TypeVar("T", bound=Object)


def make(cls: type[T], name: str = "test", **parameters: object) -> T:
    """An object with these parameters, checked as those of a deck: ``make(MyKernel, variable="u", rate=2)``.

    Raises:
        DeckErrors, DeckError: what a deck author would be told.
    """
    place = Location("deck.i", 1, 1)
    deck = Node("", place)
    deck.set(f"{name}/type", cls.__name__, place)
    for key, value in parameters.items():
        deck.set(f"{name}/{key}", str(value), place)
    node = parse(deck.to_text(), "deck.i").children[name]  # so that mistakes have places
    values, errors = validate(node, declared(cls).values())
    if errors:
        raise DeckErrors(errors)
    return cls(name, values)
