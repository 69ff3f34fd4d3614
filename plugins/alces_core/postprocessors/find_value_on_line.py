"""Place on a line where a variable has a value."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alces.params import BOOLEAN, COUPLED, INTEGER, POINT, REAL, Param
from alces.physics import Points, SearchPostprocessor


class FindValueOnLine(SearchPostprocessor):
    """Distance from the start of a line to where v has the value `target`, found by bisection.

    v should rise or fall all the way. If the values at the ends do not enclose the target, or if it is not
    met to `tol` after `depth` bisections, the run stops, or the result is `default_value`.
    """

    parameters = (
        Param("start_point", POINT, doc="start of the line"),
        Param("end_point", POINT, doc="end of the line"),
        Param("v", COUPLED, doc="variable v"),
        Param("target", REAL, doc="value to find"),
        Param("depth", INTEGER, 36, doc="largest number of bisections", range="depth > 0"),
        Param("tol", REAL, 1e-10, doc="difference to the target that is small enough", range="tol > 0"),
        Param("error_if_not_found", BOOLEAN, True, doc="whether the run stops if the value is not found"),
        Param("default_value", REAL, -1.0, doc="result if the value is not found"),
    )

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.v)

    def search(self, at: Callable[[tuple[float, float, float]], float]) -> float:
        start, end, target = self.p.start_point, self.p.end_point, self.p.target
        length = sum((b - a) ** 2 for a, b in zip(start, end, strict=True)) ** 0.5
        low, high = 0.0, 1.0
        first, last = at(start), at(end)
        if min(first, last) - self.p.tol <= target <= max(first, last) + self.p.tol:
            for _ in range(self.p.depth):
                s = 0.5 * (low + high)
                x, y, z = (a + s * (b - a) for a, b in zip(start, end, strict=True))
                value = at((x, y, z))
                if abs(value - target) < self.p.tol:
                    return s * length
                if (value < target) == (first < last):
                    low = s
                else:
                    high = s
        if self.p.error_if_not_found:
            raise self.error("target", f"{target:g} was not found on the line, which has {first:g} at its "
                             f"start and {last:g} at its end",
                             hint="error_if_not_found = false gives default_value instead")
        return self.p.default_value
