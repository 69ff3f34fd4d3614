"""A formula of postprocessors."""
from __future__ import annotations

from alces.params import BOOLEAN, POSTPROCESSORS, STRINGS, Param
from alces.physics import GeneralPostprocessor, Status
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


class ParsedPostprocessor(GeneralPostprocessor):
    """A number by a formula of other postprocessors, constants and, with `use_t`, the time t."""

    parameters = (
        formula_param("function"),
        Param("pp_names", POSTPROCESSORS, (), doc="postprocessors in the formula"),
        Param("pp_symbols", STRINGS, (), doc="their names in the formula; default: their own"),
        Param("use_t", BOOLEAN, False, doc="allow t in the formula"),
        *CONSTANTS,
        *FLAGS,
    )

    def setup(self) -> None:
        if self.p.pp_symbols:
            require_length(self, "pp_symbols", "pp_names")
        self._sources = dict(zip(self.p.pp_symbols or self.p.pp_names, self.p.pp_names, strict=True))
        time = ("t",) if self.p.use_t else ()
        check_distinct(self, {
            "pp_names": self._sources, "use_t": time, "constant_names": self.p.constant_names})
        expression, values = parse_formula(self, "expression"), constants(self)
        check_names(self, "expression", expression, (*self._sources, *time, *values))
        self._expression = expression.substitute(values).simplified()

    def compute(self, s: Status) -> float:
        names = self._expression.names
        values = {n: s.postprocessor(self._sources[n]) if n in self._sources else s.time for n in names}
        return float(self._expression.evaluate(values))
