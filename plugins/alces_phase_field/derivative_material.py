"""Base of materials that are a closed formula of variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations_with_replacement
from typing import Any, ClassVar

from alces import ad
from alces.expr import Expression, parse
from alces.physics import Material, Points, derivative_name


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
        known: dict[tuple[str, ...], Expression] = {(): parse(self.formula()).simplified()}
        out = {name: known[()]}
        for order in range(1, self.order + 1):
            for by in combinations_with_replacement(sorted(self.variables()), order):
                known[by] = known[by[:-1]].derivative(by[-1])
                out[derivative_name(name, *by)] = known[by]
        return out

    def properties_used(self) -> Mapping[str, str]:
        """Further names in the formula -> the properties they stand for, taken as constant in derivatives."""
        return {}

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self.expressions, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return _OnDemand(self.expressions, self.properties_used(), q)


class _OnDemand(dict[str, Any]):
    """Values by name, each computed at the first look-up."""

    def __init__(self, expressions: Mapping[str, Expression], used: Mapping[str, str], q: Points):
        super().__init__()
        self._expressions, self._used, self._q = expressions, used, q

    def __missing__(self, name: str) -> Any:
        expression = self._expressions[name]
        self[name] = expression.evaluate({v: self._read(v) for v in expression.names}, ad)
        return self[name]

    def _read(self, name: str) -> Any:
        return self._q.property(self._used[name]) if name in self._used else self._q.value(name)
