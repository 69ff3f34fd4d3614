"""Common part of materials that are a function of one order parameter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import COUPLED, NAME, Param
from alces.physics import Material, Points, derivative_name


class OrderParameterFunction(Material):
    """Provides a function f of the order parameter eta with ``df/deta`` and ``d^2f/deta^2``."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("eta", COUPLED, doc="order parameter"),)

    def setup(self) -> None:
        f, eta = self.p.function_name, self.p.eta
        variables = [eta] if isinstance(eta, str) else []
        self._names = [f, *(derivative_name(f, *variables * order) for order in (1, 2) if variables)]

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self._names, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return dict(zip(self._names, self.function(q.value(self.p.eta)), strict=False))

    def function(self, eta: Any) -> tuple[Any, Any, Any]:
        """f and its first two derivatives."""
        raise NotImplementedError(f"{type(self).__name__} defines no function")


def function_name(default: str) -> Param:
    """The parameter that names the property."""
    return Param("function_name", NAME, default, doc="name of the property")
