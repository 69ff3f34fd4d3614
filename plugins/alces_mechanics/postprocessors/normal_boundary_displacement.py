"""Displacement of a boundary along its normal."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import maximum
from alces.params import VARIABLES, Choice, Param
from alces.physics import Points, SidePostprocessor
from alces_mechanics.options import check_displacements


class NormalBoundaryDisplacement(SidePostprocessor):
    """Average or largest displacement u . n of a boundary, n its outward normal, or of its magnitude."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("displacements", VARIABLES, doc="displacements in x, y, z", unit="m"),
        Param(
            "value_type",
            Choice("average", "absolute_average", "max", "absolute_max"),
            "absolute_average",
            doc="what is taken over the boundary",
        ),
    )

    def setup(self) -> None:
        check_displacements(self)
        self.reduction = "average" if self.p.value_type.endswith("average") else "maximum"

    def integrand(self, q: Points) -> Any:
        along: Any = 0.0
        for u, n in zip(self.p.displacements, q.normal, strict=False):
            along = along + q.value(u) * n
        return maximum(along, -along) if self.p.value_type.startswith("absolute") else along
