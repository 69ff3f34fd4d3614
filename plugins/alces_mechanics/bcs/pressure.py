"""Pressure on a boundary."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, INTEGER, POSTPROCESSOR, REAL, VARIABLES, Param
from alces.physics import IntegratedBC, Points
from alces_mechanics.displaced import displaced_normal
from alces_mechanics.options import ON_DISPLACED_MESH


class Pressure(IntegratedBC):
    """Pressure p that pushes inwards: traction -p n, one component per displacement.

    Weak form: <w, p n_i>, p = factor * function * postprocessor [Pa], n the outward normal of the displaced
    boundary (or, with ``use_displaced_mesh = false`` or without a displaced mesh, of the one at rest). The
    function sees places at rest. The direction i is the place of `variable` in `displacements`, or
    `component`.
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
        Param(
            "alpha",
            REAL,
            0.0,
            doc="HHT parameter: the function is taken at t + alpha dt",
            aliases=("hht_alpha",),
        ),
        ON_DISPLACED_MESH,
    )

    def setup(self) -> None:
        if self.p.component is not None:
            self._component = self.p.component
        elif self.p.variable in self.p.displacements:
            self._component = self.p.displacements.index(self.p.variable)
        else:
            raise self.error(
                "displacements", f"must hold the variable '{self.p.variable}' (or give component)"
            )

    def value(self, q: Points) -> Any:
        p = self.p
        function = q.function(p.function, q.t + p.alpha * q.dt) if p.alpha else q.function(p.function)
        normal = displaced_normal(q) if p.use_displaced_mesh else q.normal
        return normal[self._component] * (p.factor * function * q.postprocessor(p.postprocessor))
