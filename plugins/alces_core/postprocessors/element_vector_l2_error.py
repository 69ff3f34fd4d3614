"""L2 distance of a vector of variables to functions."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, FUNCTION, Param
from alces.physics import ElementPostprocessor, Points


class ElementVectorL2Error(ElementPostprocessor):
    """Square root of the integral of ``sum_i (u_i - f_i)^2``, i over x, y, z.

    Same as MOOSE's, without its vector variables and vector functions.
    """

    parameters = (
        Param("var_x", COUPLED, 0.0, doc="component of the vector along x"),
        Param("var_y", COUPLED, 0.0, doc="component of the vector along y"),
        Param("var_z", COUPLED, 0.0, doc="component of the vector along z"),
        Param("function_x", FUNCTION, 0.0, doc="function that var_x is compared with"),
        Param("function_y", FUNCTION, 0.0, doc="function that var_y is compared with"),
        Param("function_z", FUNCTION, 0.0, doc="function that var_z is compared with"),
    )

    def setup(self) -> None:
        for start in ("var_", "function_"):
            if not any(self.p.given(start + axis) for axis in "xyz"):
                raise self.error("", f"at least one of '{start}x', '{start}y', '{start}z' is needed")

    def integrand(self, q: Points) -> Any:
        total: Any = 0.0
        for axis in "xyz":
            u, f = getattr(self.p, f"var_{axis}"), getattr(self.p, f"function_{axis}")
            total = total + (q.value(u) - q.function(f)) ** 2
        return total

    def finish(self, total: float) -> float:
        return math.sqrt(total)
