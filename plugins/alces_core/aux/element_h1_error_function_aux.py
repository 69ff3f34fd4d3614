"""Distance of a variable and its gradient to a function in each cell."""
from __future__ import annotations

from typing import Any

from alces.physics import Points
from alces_core.aux.element_l2_error_function_aux import ElementL2ErrorFunctionAux


class ElementH1ErrorFunctionAux(ElementL2ErrorFunctionAux):
    """w = ``(integral over the cell of |u - f|^p + |grad u - grad f|^p)^(1/p)``, p = 2 unless given."""

    def value(self, q: Points) -> Any:
        slopes = q.grad(self.p.coupled_variable) - q.function_gradient(self.p.function)
        return super().value(q) + self.measure(slopes)
