"""A property by a formula, and its derivatives as properties."""
from __future__ import annotations

from itertools import combinations_with_replacement

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
        known = {(): self.expressions[name]}
        for order in range(1, self.p.derivative_order + 1):
            for by in combinations_with_replacement(sorted(self.p.coupled_variables), order):
                known[by], fresh = total_derivative(known[by[:-1]], by[-1], self.symbols)
                self.symbols.update(fresh)
                self.expressions[derivative_name(name, *by)] = known[by]
