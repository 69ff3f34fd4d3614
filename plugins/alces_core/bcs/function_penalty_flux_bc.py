"""Prescribed normal derivative by a penalty."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import FUNCTION, REAL, Param
from alces.physics import IntegratedBC, Points


class FunctionPenaltyFluxBC(IntegratedBC):
    """grad u . n = grad f . n with a function f, enforced weakly; for fourth-order equations.

    Weak form: ``<grad v . n, penalty (grad u - grad f) . n>``.
    """

    parameters = (
        Param("penalty", REAL, doc="stiffness of the constraint"),
        Param("function", FUNCTION, doc="function f"),
    )

    def flux(self, q: Points) -> Vector:
        difference = q.grad(self.p.variable) - q.function_gradient(self.p.function)
        return q.normal * (self.p.penalty * difference.dot(q.normal))
