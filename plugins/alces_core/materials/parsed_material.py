"""A property by a formula."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from alces import ad
from alces.expr import Expression
from alces.params import BOOLEAN, NAME, POSTPROCESSORS, STRING, VARIABLES, Choices, Param
from alces.physics import Material, Points
from alces_core.formula import CONSTANTS, check_distinct, check_names, constants, formula_param, parse_formula
from alces_core.materials.lazy import LazyProperties
from alces_core.materials.property_symbols import PropertySymbol, read_symbols


class ParsedMaterial(Material):
    """A scalar property by a formula of variables, other properties, constants, coordinates and
    postprocessors.

    Its derivatives by the unknowns, as the Jacobian needs them, come by themselves, also through other
    properties.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        formula_param("function"),
        Param("coupled_variables", VARIABLES, (), doc="variables in the formula", aliases=("args",)),
        Param("material_property_names", STRING, "",
              doc="properties in the formula: name, name(a,b) to say which "
              "variables it is a function of, alias:=name, alias:=D[name(a,b),a] for its derivatives"),
        Param("postprocessor_names", POSTPROCESSORS, (), doc="postprocessors in the formula"),
        Param("extra_symbols", Choices("x", "y", "z", "t", "dt"), (),
              doc="coordinates, time, step in the formula"),
        *CONSTANTS,
        Param("enable_jit", BOOLEAN, True, doc="accepted for MOOSE's decks; formulas are never compiled"),
    )

    def setup(self) -> None:
        p = self.p
        try:
            self.symbols: dict[str, PropertySymbol] = read_symbols(p.material_property_names)
        except ValueError as error:
            raise self.error("material_property_names", str(error)) from None
        check_distinct(self, {
            "coupled_variables": p.coupled_variables, "material_property_names": self.symbols,
            "postprocessor_names": p.postprocessor_names, "extra_symbols": p.extra_symbols,
            "constant_names": p.constant_names})
        expression = parse_formula(self, "expression")
        values = constants(self)
        check_names(self, "expression", expression, (
            *p.coupled_variables, *self.symbols, *p.postprocessor_names, *p.extra_symbols, *values))
        self.expressions: dict[str, Expression] = {}
        self.expressions[p.property_name] = expression.substitute(values).simplified()

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self.expressions, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        def compute(name: str) -> Any:
            expression = self.expressions[name]
            return expression.evaluate({n: self._reader(n)(q) for n in expression.names}, ad)

        return LazyProperties(self.expressions, compute)

    def _reader(self, name: str) -> Callable[[Points], Any]:
        """How a name of the formula is looked up."""
        if name in self.symbols:
            return lambda q: q.property(self.symbols[name].provided_as)
        if name in self.p.coupled_variables:
            return lambda q: q.value(name)
        if name in self.p.postprocessor_names:
            return lambda q: q.postprocessor(name)
        return lambda q: getattr(q, name)
