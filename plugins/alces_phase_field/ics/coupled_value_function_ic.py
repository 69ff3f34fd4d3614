"""Start value from a function of other variables."""

from __future__ import annotations

from typing import Any

from alces.ad import Dual
from alces.params import COUPLEDS, FUNCTION, Param
from alces.physics import InitialCondition, Points

_PLACES = ("x", "y", "z", "t")


class CoupledValueFunctionIC(InitialCondition):
    """``u = f(v1, v2, v3, v4)``: a function of x, y, z and t whose arguments are the values of variables.

    Arguments without a variable are zero.

    Difference from MOOSE: variables of the family HERMITE cannot be set.
    """

    parameters = (
        Param("function", FUNCTION, doc="function of x, y, z, t"),
        Param("v", COUPLEDS, (), doc="up to four variables that stand for x, y, z and t in the function"),
    )

    def setup(self) -> None:
        if len(self.p.v) > len(_PLACES):
            raise self.error("v", f"at most four variables can be given, not {len(self.p.v)}")

    def value(self, q: Points) -> Any:
        if isinstance(q.x, Dual):  # nodes have no gradients of `v`, so the slopes would be lost
            raise self.error("variable", f"'{self.p.variable}' is of the family HERMITE, which needs slopes")
        values = [q.value(v) for v in self.p.v]
        there: Any = _Elsewhere(q, *values, *(0.0 * q.x for _ in _PLACES[len(values) :]))
        return there.function(self.p.function)


class _Elsewhere:
    """Other points in space and time, for functions only; all else is that of `q`."""

    def __init__(self, q: Points, x: Any, y: Any, z: Any, t: Any):
        self._q, self.x, self.y, self.z, self.t = q, x, y, z, t

    def __getattr__(self, name: str) -> Any:
        return getattr(self._q, name)

    def function(self, name: str | float, t: float | None = None) -> Any:
        """See `Points.function`; functions in the function are evaluated here, too."""
        return type(self._q).function(self, name, t)  # type: ignore[arg-type]
