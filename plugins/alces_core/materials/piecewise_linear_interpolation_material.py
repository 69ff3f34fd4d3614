"""A property that is a table of a variable."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import BOOLEAN, COUPLED, NAME, REAL, REALS, Param
from alces.physics import Material, Points, derivative_name
from alces_core.functions.table import Table


class PiecewiseLinearInterpolationMaterial(Material):
    """A property interpolated linearly in a variable w; provides its derivative ``dP/dw`` too.

    Beyond the table it is constant, or the end lines are continued with `extrapolation`.
    """

    parameters = (
        Param("property", NAME, doc="name of the property P"),
        Param("variable", COUPLED, doc="variable w that is the abscissa"),
        Param("x", REALS, (), doc="abscissae"),
        Param("y", REALS, (), doc="ordinates"),
        Param("xy_data", REALS, (), doc="pairs 'x y', instead of x and y"),
        Param("scale_factor", REAL, 1.0, doc="factor of the ordinates"),
        Param("extrapolation", BOOLEAN, False, doc="continue the first and the last line"),
    )

    def setup(self) -> None:
        p = self.p
        if bool(p.xy_data) == bool(p.x):
            raise self.error("", "give either x and y, or xy_data")
        if len(p.xy_data) % 2:
            raise self.error("xy_data", f"needs pairs, but {len(p.xy_data)} numbers are given")
        x, y = (p.x, p.y) if p.x else (p.xy_data[0::2], p.xy_data[1::2])
        try:
            self._table = Table(x, [p.scale_factor * value for value in y])
        except ValueError as error:
            raise self.error("x" if p.x else "xy_data", str(error)) from None
        self._slope = derivative_name(p.property, str(p.variable))

    def provides(self) -> Mapping[str, str]:
        return {self.p.property: "scalar", self._slope: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        w = q.value(self.p.variable)
        more = self.p.extrapolation
        return {self.p.property: self._table.linear(w, more), self._slope: self._table.slope(w, more)}
