"""A quarter of a sine wave in time, which some conditions share."""
from __future__ import annotations

import math


def sine_ramp(t: float, initial: float, final: float, duration: float) -> float:
    """``initial + (final - initial) sin(pi t / (2 duration))`` before `duration`, `final` from then on."""
    if t >= duration:
        return final
    return initial + (final - initial) * math.sin(0.5 * math.pi * t / duration)
