"""The step length at which inelastic strain grows by what a deck allows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from alces.ad import value, where
from alces.params import REAL, Param
from alces.physics import Points

MAX_INCREMENT = Param(
    "max_inelastic_increment",
    REAL,
    1e-4,
    doc="effective inelastic strain of a step at the limit of its length, see MaterialTimeStepPostprocessor",
    range="max_inelastic_increment > 0",
)
NO_LIMIT = sys.float_info.max
_SMALL = 1e-12
_NOTHING = 1e-300


def timestep_limit_name(model: str) -> str:
    """Property under which the inelastic model of that block name provides its limit."""
    return f"{model}:timestep_limit"


def timestep_limit(q: Points, slip: Any, largest: float) -> Any:
    """Step length in which a slip at the present rate would be the largest one allowed."""
    grows = value(slip) > _SMALL
    return where(grows, q.dt * largest / where(grows, slip, 1.0), NO_LIMIT)


def joint_limit(limits: Sequence[Any]) -> Any:
    """The limit of several models that act together, by the sum of their rates."""
    if len(limits) < 2:
        return limits[0] if limits else NO_LIMIT
    total = sum(1.0 / limit for limit in limits)
    limited = value(total) > _NOTHING
    return where(limited, 1.0 / where(limited, total, 1.0), NO_LIMIT)
