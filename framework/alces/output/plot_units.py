"""Numbers and labels for people: engineering prefixes, field labels, colour scales."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

HOT_SPOTS = 0.998
"""Share of the values that a colour scale must hold where the largest is three times beyond."""

_PREFIXES = {-12: "p", -9: "n", -6: "µ", -3: "m", 0: "", 3: "k"}


def engineering(largest: float, units: str) -> tuple[float, str]:
    """Factor and unit label that bring `largest` (in plain m or s) between 1 and 1000.

    Seconds grow to minutes and hours; other units stay as they are.
    """
    if units not in ("m", "s") or not largest > 0.0 or not math.isfinite(largest):
        return 1.0, units
    if units == "s" and largest >= 600.0:
        return (1.0 / 3600.0, "h") if largest >= 7200.0 else (1.0 / 60.0, "min")
    exponent = min(max(3 * math.floor(math.log10(largest) / 3.0 + 1e-9), -12), 0 if units == "s" else 3)
    return 10.0**-exponent, _PREFIXES[exponent] + units


def label(variable: Any, exponent: int = 0) -> str:
    """Long name and units of a dataset variable for matplotlib; a unit of 1 is left out.

    exponent: the numbers beside the label are in units of 10^exponent, and the label says so.
    """
    units = str(variable.attrs.get("units", "1"))
    units = "" if units == "1" else re.sub(r"(?<=[A-Za-z])\^?(-?\d+)", r"$^{\1}$", units)
    power = f"10$^{{{exponent}}}$" if exponent else ""
    text = str(variable.attrs.get("long_name", variable.name))
    bracket = f"{power}\N{NO-BREAK SPACE}{units}".strip()
    return f"{text} [{bracket}]" if bracket else text


def common_exponent(low: float, high: float) -> int:
    """Power of ten (a multiple of three) to take out of tick labels; 0 for numbers that read well."""
    largest = max(abs(low), abs(high))
    if largest == 0.0 or 1e-2 <= largest < 1e4:
        return 0
    return 3 * math.floor(math.log10(largest) / 3.0 + 1e-9)


def colour_scale(values: np.ndarray, colormap: str | None = None) -> dict[str, Any]:
    """cmap, vmin, vmax: diverging and symmetric about zero for a field of both signs, viridis for others."""
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    if finite.size:  # a few hot spots must not leave all the rest in the dark
        usual = float(np.quantile(finite, HOT_SPOTS))
        if low >= 0.0 and high > 3.0 * usual > 0.0:
            high = usual
    if low < 0.0 < high and min(-low, high) > 0.05 * max(-low, high):
        bound = max(-low, high)
        return {"cmap": colormap or "RdBu_r", "vmin": -bound, "vmax": bound}
    if high - low <= 1e-12 * max(abs(low), abs(high)):  # constant: a scale of round-off would show noise
        margin = 0.5 * abs(low) or 0.5
        low, high = low - margin, high + margin
    return {"cmap": colormap or "viridis", "vmin": low, "vmax": high}
