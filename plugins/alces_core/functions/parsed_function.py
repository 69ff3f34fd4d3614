"""A formula of x, y, z and t."""
from __future__ import annotations

from typing import Any, ClassVar

from alces import ad
from alces.ad import Vector
from alces.params import EXPRESSION, FUNCTIONS, STRINGS, Param
from alces.physics import Function, Points
from alces_core.formula import check_names, parse_formula
from alces_core.lists import require_length

SYMBOLS = (
    Param("symbol_names", STRINGS, (), doc="further names in the formula", aliases=("vars",)),
    Param("symbol_values", FUNCTIONS, (), doc="what they stand for: numbers, functions or postprocessors",
          aliases=("vals",)),
)
_COORDINATES = ("x", "y", "z", "t")


class ParsedFunction(Function):
    """f(x, y, z, t) by a formula; its gradient follows from the formula and from the functions in it."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("expression", EXPRESSION,
              doc="formula of x, y, z, t and the symbols", aliases=("value",)),
        *SYMBOLS,
    )

    def setup(self) -> None:
        names, values = self.p.symbol_names, self.p.symbol_values
        require_length(self, "symbol_values", "symbol_names")
        for name in names:
            if name in (*_COORDINATES, "pi", "e"):
                raise self.error("symbol_names", f"'{name}' has a meaning already")
        self._symbols = dict(zip(names, values, strict=True))
        self._expression = self.formula("expression")
        self._derivatives = {n: self._expression.derivative(n) for n in self._expression.names if n != "t"}

    def formula(self, parameter: str) -> Any:
        """The parsed formula of a parameter, its names checked."""
        expression = parse_formula(self, parameter)
        check_names(self, parameter, expression, (*_COORDINATES, *self._symbols))
        return expression

    def evaluate(self, expression: Any, q: Points) -> Any:
        """An expression of coordinates and symbols at the points."""
        values = {name: getattr(q, name) for name in _COORDINATES if name in expression.names}
        for name, given in self._symbols.items():
            if name in expression.names:
                values[name] = q.function(given)
        return expression.evaluate(values, ad)

    def value(self, q: Points) -> Any:
        return self.evaluate(self._expression, q)

    def gradient(self, q: Points) -> Vector:
        derivatives = self._derivatives
        total = Vector(**{x: self.evaluate(derivatives[x], q) for x in "xyz" if x in derivatives})
        for name, given in self._symbols.items():
            if name in derivatives and isinstance(given, str):
                total = total + q.function_gradient(given) * self.evaluate(derivatives[name], q)
        return total
