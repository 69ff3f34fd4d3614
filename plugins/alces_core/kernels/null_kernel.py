"""A term for a variable that has no equation."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import Kernel, Points


class NullKernel(Kernel):
    """Keeps a variable without equation at its old value.

    Weak form: ``(v, jacobian_fill (u - u_old))``. Alone in an equation it leaves the variable as it is
    and the matrix regular; next to other terms it is negligible.
    """

    parameters = (Param("jacobian_fill", REAL, 1e-9, doc="size of the term", range="jacobian_fill != 0"),)

    def value(self, q: Points) -> Any:
        u = self.p.variable
        return self.p.jacobian_fill * (q.value(u) - q.old(u))
