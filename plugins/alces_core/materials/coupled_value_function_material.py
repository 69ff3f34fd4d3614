"""A property that is a function of variables."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import COUPLEDS, FUNCTION, NAME, Kind, Param
from alces.physics import Material, Points


def _order(text: str) -> str:
    word = text.strip().upper()
    if sorted(word) != sorted("XYZT"):
        raise ValueError(f"'{text}' is no order of the letters X, Y, Z, T")
    return word.lower()


class CoupledValueFunctionMaterial(Material):
    """P = f(v_1, v_2, v_3, v_4): variables take the place of x, y, z and t in a function; none counts as 0.

    `parameter_order` says which variable takes which place: with ``TXYZ`` the first one is the time.
    """

    parameters = (
        Param("prop_name", NAME, doc="name of the property P"),
        Param("function", FUNCTION, doc="function f"),
        Param("v", COUPLEDS, doc="one to four variables"),
        Param("parameter_order", Kind("order of the letters X, Y, Z, T", _order), "xyzt",
              doc="places that the variables take"),
    )

    def setup(self) -> None:
        if len(self.p.v) > 4:
            raise self.error("v", f"takes one to four variables, but {len(self.p.v)} are given")

    def provides(self) -> Mapping[str, str]:
        return {self.p.prop_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        places: dict[str, Any] = dict.fromkeys("xyzt", 0.0)
        places.update({place: q.value(v) for place, v in zip(self.p.parameter_order, self.p.v, strict=False)})
        return {self.p.prop_name: q.elsewhere(**places).function(self.p.function)}
