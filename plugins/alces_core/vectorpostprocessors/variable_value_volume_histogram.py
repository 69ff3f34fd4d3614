"""Volumes by the value of a variable."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from alces.params import INTEGER, POSTPROCESSOR, VARIABLE, Param
from alces.physics import Histogram, Points, Status


class VariableValueVolumeHistogram(Histogram):
    """Volume n where a variable is in each of equal bins; its own column has the middles of the bins.

    Values below the first bin or not below the end of the last one do not count.
    """

    parameters = (
        Param("variable", VARIABLE, doc="the variable"),
        Param("bin_number", INTEGER, 50, doc="number of bins",
              range="bin_number >= 1 & bin_number <= 1000000"),
        Param("min_value", POSTPROCESSOR, doc="start of the first bin"),
        Param("max_value", POSTPROCESSOR, doc="end of the last bin"),
    )

    def edges(self, s: Status) -> Sequence[float]:
        low, high = s.postprocessor(self.p.min_value), s.postprocessor(self.p.max_value)
        if not low < high:
            raise self.error("max_value", f"is {high:g}, not above min_value, {low:g}")
        return [low + (high - low) * i / self.p.bin_number for i in range(self.p.bin_number + 1)]

    def value(self, q: Points) -> Any:
        return q.value(self.p.variable)

    def table(self, edges: Sequence[float], volumes: Sequence[float]) -> Mapping[str, Sequence[float]]:
        middles = [0.5 * (a + b) for a, b in pairwise(edges)]
        return {self.p.variable: middles, "n": volumes}
