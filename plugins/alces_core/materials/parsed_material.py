"""A property by a formula."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from alces import ad
from alces.expr import Expression
from alces.params import NAME, POSTPROCESSORS, REALS, STRING, STRINGS, VARIABLES, Choices, Param
from alces.physics import LazyProperties, Material, Points
from alces_core.formula import (
    CONSTANTS,
    FLAGS,
    check_distinct,
    check_names,
    constants,
    formula_param,
    parse_formula,
)
from alces_core.lists import require_length
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
        Param("tol_names", STRINGS, (), doc="variables that the formula sees within [tol, 1 - tol] only"),
        Param("tol_values", REALS, (), doc="tol of each, for log(c) and log(1 - c)"),
        *CONSTANTS,
        *FLAGS,
    )

    def setup(self) -> None:
        p = self.p
        require_length(self, "tol_values", "tol_names")
        for name in p.tol_names:
            if name not in p.coupled_variables:
                raise self.error("tol_names", f"'{name}' is not among the coupled variables")
        self._tolerances = dict(zip(p.tol_names, p.tol_values, strict=True))
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
        if name in self._tolerances:
            tolerance = self._tolerances[name]
            return lambda q: ad.clip(q.value(name), tolerance, 1.0 - tolerance)
        if name in self.p.coupled_variables:
            return lambda q: q.value(name)
        if name in self.p.postprocessor_names:
            return lambda q: q.postprocessor(name)
        return lambda q: getattr(q, name)
