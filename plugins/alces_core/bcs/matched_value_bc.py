"""Value tied to another variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, REAL, Param
from alces.physics import NodalBC, Points


class MatchedValueBC(NodalBC):
    """u_coeff u = v_coeff v on a boundary."""

    parameters = (
        Param("v", COUPLED, doc="variable that is matched"),
        Param("u_coeff", REAL, 1.0, doc="factor of the variable", range="u_coeff != 0"),
        Param("v_coeff", REAL, 1.0, doc="factor of v"),
    )

    def value(self, q: Points) -> Any:
        return (self.p.v_coeff / self.p.u_coeff) * q.value(self.p.v)
