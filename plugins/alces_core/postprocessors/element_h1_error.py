"""H1 distance of a variable to a function."""
from __future__ import annotations

from typing import Any

from alces.physics import Points
from alces_core.postprocessors.element_h1_semi_error import ElementH1SemiError


class ElementH1Error(ElementH1SemiError):
    """Square root of the integral of ``(u - f)^2 + |grad u - grad f|^2``."""

    def integrand(self, q: Points) -> Any:
        return super().integrand(q) + (q.value(self.p.variable) - q.function(self.p.function)) ** 2
