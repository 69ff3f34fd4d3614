"""Whatever a deck writes into any parameter of any type gives an object or a DeckError, never a traceback."""

from __future__ import annotations

import pytest
from alces.hit import DeckError, Location, Node
from alces.params import declared, validate
from alces.registry import load_plugins

PLACE = Location("deck.i", 1, 1)
JUNK = (
    "",
    "x",
    "0",
    "-1",
    "1.5",
    "1e999",
    "nan",
    "true",
    "'",
    "a b",
    "1 2 3 4 5 6 7",
    "(",
    "x +",
    "${y}",
    "α",
    "a;b",
)
SOUND = {
    "number": "1",
    "integer": "1",
    "true or false": "true",
    "expression": "1",
    "point 'x y z'": "0 0 0",
    "list of numbers": "1 2",
    "list of integers": "1",
    "list of points": "0 0 0",
}


def built(cls: type, changed: dict[str, str]) -> str:
    """What comes of a block with sound values for what it must have, and some changed: ok or the message."""
    node = Node("it", PLACE)
    for param in declared(cls).values():
        if param.required:
            node.set(param.name, SOUND.get(param.kind.name, "a"), PLACE)
    for name, text in changed.items():
        node.set(name, text, PLACE)
    values, errors = validate(node, declared(cls).values())
    if errors:
        return errors[0].render()
    try:
        made = cls("it", values)
        if hasattr(made, "provides"):
            made.provides()
            made.state()
    except DeckError as error:
        return error.render()
    return "ok"


@pytest.mark.parametrize(("system", "cls"), list(load_plugins()), ids=lambda it: getattr(it, "__name__", it))
def test_every_value_of_every_parameter(system: str, cls: type) -> None:
    for name in declared(cls):
        for text in JUNK:
            assert built(cls, {name: text}), f"{name} = {text!r}"


def test_the_sound_values_are_sound_for_most() -> None:
    """Else the test above would test little."""
    fine = [cls for _, cls in load_plugins() if built(cls, {}) == "ok"]
    assert len(fine) > 0.7 * len(list(load_plugins()))
