"""[ICs/PolycrystalICs/PolycrystalRandomIC]: noise in all order parameters."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import Choice, Param

from alces_phase_field.actions.each_grain import EachGrain


class PolycrystalRandom(EachGrain):
    """Sets all order parameters by the initial condition of the same name. Same as MOOSE's action."""

    syntax: ClassVar[tuple[str, ...]] = ("ICs/PolycrystalICs/PolycrystalRandomIC",)
    parameters = (
        Param("random_type", Choice("continuous", "discrete"),
              doc="noise in all order parameters, or one of them 1 at each node"),
    )
    ic = "PolycrystalRandomIC"

    def given(self) -> dict[str, Any]:
        return {"op_num": self.p.op_num, "random_type": self.p.random_type}
