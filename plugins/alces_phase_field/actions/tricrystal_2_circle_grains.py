"""[ICs/PolycrystalICs/Tricrystal2CircleGrainsIC]: two round grains in a third one."""

from __future__ import annotations

from typing import Any, ClassVar

from alces_phase_field.actions.each_grain import EachGrain


class Tricrystal2CircleGrains(EachGrain):
    """Sets three order parameters by the initial condition of the same name. Same as MOOSE's action."""

    syntax: ClassVar[tuple[str, ...]] = ("ICs/PolycrystalICs/Tricrystal2CircleGrainsIC",)
    ic = "Tricrystal2CircleGrainsIC"

    def given(self) -> dict[str, Any]:
        return {"op_num": self.p.op_num}
