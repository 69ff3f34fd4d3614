"""A property by a formula, and its derivatives as properties."""
from __future__ import annotations

from alces.expr import Expression, ExpressionError, derivatives
from alces.params import INTEGER, Param
from alces.physics import derivative_name
from alces_core.materials.parsed_material import ParsedMaterial
from alces_core.materials.property_symbols import total_derivative


class DerivativeParsedMaterial(ParsedMaterial):
    """A `ParsedMaterial` that also provides its derivatives by the coupled variables, up to an order.

    They are named as `alces.physics.derivative_name` says, ``dF/dc``, ``d^2F/dc^2``, ``d^2F/dcdeta``. A
    property that is declared as a function of variables, ``h(eta)``, is differentiated through: its
    material must provide ``dh/deta`` as soon as somebody uses a derivative that needs it.
    """

    parameters = (
        Param("derivative_order", INTEGER, 3,
              doc="highest order of the derivatives", range="derivative_order >= 0"),
    )

    def setup(self) -> None:
        super().setup()
        name = self.p.property_name
        found = derivatives(
            self.expressions[name], self.p.coupled_variables, self.p.derivative_order, self._once
        )
        try:
            self.expressions.update({derivative_name(name, *by): expression for by, expression in found})
        except ExpressionError as error:
            raise self.error("derivative_order", str(error)) from None

    def _once(self, expression: Expression, variable: str) -> Expression:
        total, fresh = total_derivative(expression, variable, self.symbols)
        self.symbols.update(fresh)
        return total
