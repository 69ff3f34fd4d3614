"""Objects from deck text, as a deck would make them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from alces.hit import parse
from alces.params import declared, validate


def _make(cls, name="x", **params):
    lines = "".join(f"  {key} = '{value}'\n" for key, value in params.items())
    node = parse(f"[{name}]\n  type = {cls.__name__}\n{lines}[]\n", "deck.i").children[name]
    values, errors = validate(node, declared(cls).values())
    assert not errors, [e.render() for e in errors]
    return cls(name, values)


@dataclass
class FakeStatus:
    """The state of a run as postprocessors see it, from given numbers."""

    time: float = 0.0
    dt: float = 0.0
    step: int = 1
    newton_iterations: int = 0
    linear_iterations: int = 0
    now: dict = field(default_factory=dict)
    before: dict = field(default_factory=dict)
    counts: dict = field(default_factory=dict)

    def postprocessor(self, name):
        return self.now[name] if isinstance(name, str) else name

    def old(self, name):
        return self.before.get(name, 0.0)

    def function(self, name, point=(0.0, 0.0, 0.0), time=None):
        return point[0] + 10.0 * (self.time if time is None else time)

    def count(self, what):
        return self.counts[what]


@pytest.fixture
def make():
    return _make


@pytest.fixture
def status():
    return FakeStatus
