"""Inflow from a parallel beam."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector, maximum
from alces.params import FUNCTION, POINT, Param
from alces.physics import IntegratedBC, Points


class DirectionalFluxBC(IntegratedBC):
    """Inflow ``function max(0, -d . n)`` from a beam d that is absorbed where it meets the surface.

    Weak form: ``<v, -function max(0, -d . n)>``, n the outward normal, d the direction of the beam times its
    flux density. One part of the surface does not shade another. Same as MOOSE's without `self_shadow_uo`.
    """

    parameters = (
        Param("illumination_flux", POINT, doc="d: direction and flux density of the beam"),
        Param("function", FUNCTION, 1.0, doc="factor that varies in space and time"),
    )

    def value(self, q: Points) -> Any:
        met = -Vector(*self.p.illumination_flux).dot(q.normal)
        return -(q.function(self.p.function) * maximum(met, 0.0))
