"""Base of materials that are a closed formula of variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from alces import ad
from alces.expr import Expression, ExpressionError, derivatives, parse
from alces.params import BOOLEAN, Param
from alces.physics import LazyProperties, Material, Points, derivative_name

ENABLE_JIT = Param("enable_jit", BOOLEAN, True, doc="accepted: formulas are never compiled")


class DerivativeMaterial(Material):
    """A scalar property given as a formula, and its derivatives by the variables in it up to `order`.

    Derivatives are properties named as `alces.physics.derivative_name` says. Subclasses define
    `property_name`, `formula` and `variables`.
    """

    order: ClassVar[int] = 3

    @property
    def property_name(self) -> str:
        """Name of the property."""
        raise NotImplementedError(f"{type(self).__name__} names no property")

    def formula(self) -> str:
        """The formula, in Alces' expression language."""
        raise NotImplementedError(f"{type(self).__name__} has no formula")

    def variables(self) -> Sequence[str]:
        """The variables in the formula."""
        raise NotImplementedError(f"{type(self).__name__} names no variables")

    @cached_property
    def expressions(self) -> dict[str, Expression]:
        """Property -> expression."""
        name = self.property_name
        formula = parse(self.formula()).simplified()
        out = {name: formula}
        try:
            for by, expression in derivatives(formula, self.variables(), self.order):
                out[derivative_name(name, *by)] = expression
        except ExpressionError as error:
            raise self.error("derivative_order", str(error)) from None
        return out

    def properties_used(self) -> Mapping[str, str]:
        """Further names in the formula -> the properties they stand for, taken as constant in derivatives."""
        return {}

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self.expressions, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return LazyProperties(self.expressions, lambda name: self._evaluate(name, q))

    def _evaluate(self, name: str, q: Points) -> Any:
        expression, used = self.expressions[name], self.properties_used()
        read = {v: q.property(used[v]) if v in used else q.value(v) for v in expression.names}
        return expression.evaluate(read, ad)
