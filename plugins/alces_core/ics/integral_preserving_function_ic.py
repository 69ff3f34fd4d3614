"""Start value from a function, with a given integral."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, POSTPROCESSOR, REAL, Param
from alces.physics import InitialCondition, Points


class IntegralPreservingFunctionIC(InitialCondition):
    """u = magnitude f / (integral of f): a function scaled so that its integral is `magnitude`."""

    parameters = (
        Param("function", FUNCTION, doc="function f"),
        Param("magnitude", REAL, doc="integral of u"),
        Param("integral", POSTPROCESSOR, doc="integral of f: a FunctionElementIntegral, as a rule"),
    )

    def value(self, q: Points) -> Any:
        integral = q.postprocessor(self.p.integral)
        if integral == 0.0:
            raise self.error("integral", "is zero: no factor gives the function another integral")
        return self.p.magnitude / integral * q.function(self.p.function)
