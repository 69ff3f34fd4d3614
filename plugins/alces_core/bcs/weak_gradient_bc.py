"""Gradient on the boundary, added to the residual."""
from __future__ import annotations

from typing import Any

from alces.physics import IntegratedBC, Points


class WeakGradientBC(IntegratedBC):
    """Adds the current normal gradient to the residual; sets no condition.

    Weak form: ``<v, grad u . n>`` (MOOSE's sign, opposite to `DiffusionFluxBC`).
    """

    def value(self, q: Points) -> Any:
        return q.grad(self.p.variable).dot(q.normal)
