"""Value of a variable at a point."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import PointPostprocessor, Points


class PointValue(PointPostprocessor):
    """u at a point."""

    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable)
