"""Sources proportional to other variables, with material properties as factors."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTIES, REALS, Param
from alces.physics import Kernel, Points


class MatCoupledForce(Kernel):
    """Strong form: ``-sum_i c_i P_i w_i``. Weak form: ``(test, -sum_i c_i P_i w_i)``."""

    parameters = (
        Param("v", COUPLEDS, doc="variables w_i"),
        Param("coef", REALS, (), doc="factors c_i; default: ones"),
        Param("material_properties", PROPERTIES, (), doc="properties P_i; default: ones"),
    )

    def setup(self) -> None:
        n = len(self.p.v)
        for name in ("coef", "material_properties"):
            if len(getattr(self.p, name)) not in (0, n):
                raise self.error(name, f"needs one entry per variable in 'v' ({n}), or none")
        self._terms = list(zip(self.p.v, self.p.coef or (1.0,) * n, self.p.material_properties or (1.0,) * n,
                               strict=True))

    def value(self, q: Points) -> Any:
        return -sum(q.property(prop) * (c * q.value(w)) for w, c, prop in self._terms)
