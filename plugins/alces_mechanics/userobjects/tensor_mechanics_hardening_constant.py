"""No hardening."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.params import BOOLEAN, REAL, Param
from alces_mechanics.hardening import HardeningModel


class TensorMechanicsHardeningConstant(HardeningModel):
    """The same value whatever the internal parameter: perfect plasticity."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("value", REAL, 1.0, doc="the value"),
        Param("convert_to_radians", BOOLEAN, False, doc="whether the value is an angle in degrees"),
    )

    def value(self, internal: Any) -> Any:
        return math.radians(self.p.value) if self.p.convert_to_radians else self.p.value
