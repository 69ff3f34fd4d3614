"""Value of a function."""
from __future__ import annotations

from alces.params import FUNCTION, POINT, REAL, Param
from alces.physics import GeneralPostprocessor, Status


class FunctionValuePostprocessor(GeneralPostprocessor):
    """scale_factor * f at a point and a time."""

    parameters = (
        Param("function", FUNCTION, doc="function f"),
        Param("point", POINT, (0.0, 0.0, 0.0), doc="where"),
        Param("time", REAL, None, doc="when; default: the current time"),
        Param("scale_factor", REAL, 1.0, doc="factor"),
    )

    def compute(self, s: Status) -> float:
        return self.p.scale_factor * s.function(self.p.function, self.p.point, self.p.time)
