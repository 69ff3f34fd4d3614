"""One order parameter of a polycrystal."""
from __future__ import annotations

from typing import Any

from alces.params import INTEGER, USER_OBJECT, Param
from alces.physics import InitialCondition, Points


class PolycrystalColoringIC(InitialCondition):
    """1 in the grains that a `PolycrystalVoronoi` gives to the order parameter, 0 in the others.

    Same as MOOSE's, whose action of the same name sets all order parameters.
    """

    parameters = (
        Param("polycrystal_ic_uo", USER_OBJECT, doc="the grain structure, a PolycrystalVoronoi object"),
        Param("op_index", INTEGER, doc="number of the order parameter", range="op_index >= 0"),
    )

    def value(self, q: Points) -> Any:
        return q.user_object(self.p.polycrystal_ic_uo).order_parameter(q, self.p.op_index)
