"""Advection in conservative form."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import POINT, Choice, Param
from alces.physics import Kernel, Points


class ConservativeAdvection(Kernel):
    """Transport of u with a constant velocity w, in conservative form.

    Strong form: ``div(w u)``. Weak form: ``(-grad v, w u)``; the boundary term ``<v, w.n u>`` is left to
    boundary conditions. No upwinding (Galerkin): oscillates where ``|w| h > 2 D``.

    Symbols: w velocity [length/time]. Source: any text on finite elements for transport, e.g. J. Donea, A.
    Huerta, Finite Element Methods for Flow Problems (2003), ch. 2. Same term as MOOSE's.
    """

    parameters = (
        Param("velocity", POINT, doc="velocity w", unit="length/time"),
        Param("upwinding_type", Choice("none"), "none", doc="only 'none' (Galerkin) is supported"),
    )

    def flux(self, q: Points) -> Vector:
        return Vector(*self.p.velocity) * (-q.value(self.p.variable))
