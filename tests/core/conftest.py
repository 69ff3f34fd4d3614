"""A stand-in for the state of a run."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest


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
def status():
    return FakeStatus
