"""A formula of variables."""
from __future__ import annotations

from typing import Any

from alces import ad
from alces.params import BOOLEAN, VARIABLES, Param
from alces.physics import AuxKernel, Points
from alces_core.formula import (
    CONSTANTS,
    FLAGS,
    check_distinct,
    check_names,
    constants,
    formula_param,
    parse_formula,
)

_COORDINATES = ("x", "y", "z", "t")


class ParsedAux(AuxKernel):
    """w by a formula of other variables, constants and, with `use_xyzt`, of x, y, z and t."""

    nodal = True
    parameters = (
        formula_param("function"),
        Param("coupled_variables", VARIABLES, (), doc="variables in the formula", aliases=("args",)),
        Param("use_xyzt", BOOLEAN, False, doc="allow x, y, z and t in the formula"),
        *CONSTANTS,
        *FLAGS,
    )

    def setup(self) -> None:
        coordinates = _COORDINATES if self.p.use_xyzt else ()
        check_distinct(self, {"coupled_variables": self.p.coupled_variables, "use_xyzt": coordinates,
                              "constant_names": self.p.constant_names})
        expression, values = parse_formula(self, "expression"), constants(self)
        check_names(self, "expression", expression, (*self.p.coupled_variables, *coordinates, *values))
        self._expression = expression.substitute(values).simplified()

    def value(self, q: Points) -> Any:
        coupled = self.p.coupled_variables
        values = {n: q.value(n) if n in coupled else getattr(q, n) for n in self._expression.names}
        return self._expression.evaluate(values, ad)
