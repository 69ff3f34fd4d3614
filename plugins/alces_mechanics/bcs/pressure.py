"""Pressure on a boundary."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, INTEGER, POSTPROCESSOR, REAL, VARIABLES, Param
from alces.physics import IntegratedBC, Points
from alces_mechanics.options import USE_DISPLACED_MESH, check_small_strain


class Pressure(IntegratedBC):
    """Pressure p that pushes inwards: traction -p n, one component per displacement.

    Weak form: <w, p n_i>, p = factor * function * postprocessor [Pa], n the outward normal of the undeformed
    boundary. The direction i is the place of `variable` in `displacements`, or `component`.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("displacements", VARIABLES, (), doc="displacements in x, y, z, to find the direction"),
        Param(
            "component",
            INTEGER,
            None,
            doc="direction 0, 1 or 2, instead of displacements",
            range="component >= 0 & component <= 2",
        ),
        Param("factor", REAL, 1.0, doc="factor of the pressure", unit="Pa"),
        Param("function", FUNCTION, 1.0, doc="pressure over space and time", unit="1"),
        Param("postprocessor", POSTPROCESSOR, 1.0, doc="factor from a postprocessor", unit="1"),
        USE_DISPLACED_MESH,
    )

    def setup(self) -> None:
        check_small_strain(self)
        if self.p.component is not None:
            self._component = self.p.component
        elif self.p.variable in self.p.displacements:
            self._component = self.p.displacements.index(self.p.variable)
        else:
            raise self.error(
                "displacements", f"must hold the variable '{self.p.variable}' (or give component)"
            )

    def value(self, q: Points) -> Any:
        pressure = self.p.factor * q.function(self.p.function) * q.postprocessor(self.p.postprocessor)
        return pressure * q.normal[self._component]
