"""Property of a mixture of two phases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import NAME, PROPERTY, VARIABLE, Param
from alces.physics import Material, Points, derivative_name

from alces_phase_field.slopes import slope_name


class TwoPhaseMixture(Material):
    """``X = h X_DE + (1 - h) X_SE``: a property between metal (h = 1) and electrolyte (h = 0).

    With `eta` it also provides ``dX/d<eta>`` from the derivative property of h, for driving forces. The
    values may be numbers or properties of any unit, taken as independent of eta. Source: Gao et al., Adv.
    Energy Mater. 14 (2024) 2304488, equations (18), (21)-(23) without grain boundaries.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, doc="name of the property X"),
        Param("metal", PROPERTY, doc="X_DE, value where h = 1"),
        Param("electrolyte", PROPERTY, doc="X_SE, value where h = 0"),
        Param("h_name", PROPERTY, "h", doc="interpolation between the phases"),
        Param("eta", VARIABLE, None, doc="order parameter behind h, if the derivative of X is wanted"),
    )

    def setup(self) -> None:
        if self.p.eta:
            self._slope = slope_name(self, "h_name", self.p.eta)

    def provides(self) -> Mapping[str, str]:
        name, eta = self.p.property_name, self.p.eta
        return {name: "scalar"} | ({derivative_name(name, eta): "scalar"} if eta else {})

    def properties(self, q: Points) -> Mapping[str, Any]:
        electrolyte = q.property(self.p.electrolyte)
        difference = q.property(self.p.metal) - electrolyte
        found = {self.p.property_name: electrolyte + q.property(self.p.h_name) * difference}
        if self.p.eta:
            found[derivative_name(self.p.property_name, self.p.eta)] = q.property(self._slope) * difference
        return found
