"""Objects from deck text, as a deck would make them."""

from __future__ import annotations

import pytest
from alces.hit import parse
from alces.params import declared, validate


def _make(cls, name="x", **params):
    lines = "".join(f"  {key} = '{value}'\n" for key, value in params.items())
    node = parse(f"[{name}]\n  type = {cls.__name__}\n{lines}[]\n", "deck.i").children[name]
    values, errors = validate(node, declared(cls).values())
    assert not errors, [e.render() for e in errors]
    return cls(name, values)


@pytest.fixture
def make():
    return _make
