"""Drives materials through strain paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from alces.ad import Tensor, value
from alces.physics.sample import SamplePoints


class StrainPath:
    """Steps materials through displacement gradients, committing their states after each step."""

    def __init__(self, *materials: Any, dim: int = 2, **options: Any):
        self.materials, self.dim, self.options = materials, dim, options
        self.states: dict[str, Any] = {k: v for m in materials for k, v in m.state().items()}
        self.last = {f"disp_{'xyz'[i]}": (0.0,) * dim for i in range(dim)}

    def step(self, *rows: tuple[float, ...]) -> SamplePoints:
        """Go to displacement gradients (one row per displacement); the points at the end of the step."""
        gradients = dict(zip(self.last, rows, strict=True))
        fields: dict[str, Mapping[str, Any]] = {
            u: {"grad": g, "grad_old": self.last[u]} for u, g in gradients.items()
        }
        q = SamplePoints(fields, materials=self.materials, states=self.states, dim=self.dim, **self.options)
        new = {}
        for name in self.states:
            p = q.property(name)
            new[name] = p.map(value) if isinstance(p, Tensor) else value(p)
        self.states, self.last = new, gradients
        return q


@pytest.fixture
def path():
    """The class `StrainPath`."""
    return StrainPath
