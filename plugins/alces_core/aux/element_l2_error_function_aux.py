"""Distance of a variable to a function in each cell."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, Param
from alces.physics import Points
from alces_core.aux.element_lp_norm_aux import ElementLpNormAux


class ElementL2ErrorFunctionAux(ElementLpNormAux):
    """w = ``(integral over the cell of |u - f|^p)^(1/p)``, p = 2 unless given."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("function", FUNCTION, doc="function f"),)

    def value(self, q: Points) -> Any:
        return self.measure(q.value(self.p.coupled_variable) - q.function(self.p.function))
