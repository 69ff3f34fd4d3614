"""Bulk term of the Cahn-Hilliard equation with the simplest double well."""

from __future__ import annotations

from alces.ad import Vector
from alces.params import PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.coupled import COUPLED_VARIABLES


class CHMath(Kernel):
    """Bulk term of ``dc/dt = div(M grad dF/dc)`` with ``F = (1 - c^2)^2 / 4``.

    Weak form: ``(M (3 c^2 - 1) grad c, grad v)``. M: mobility [length^2 volume/(energy time)].
    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's CHMath.
    """

    parameters = (
        Param("mob_name", PROPERTY, "M", doc="mobility M", unit="length^2 volume/(energy time)"),
        COUPLED_VARIABLES,
    )

    def flux(self, q: Points) -> Vector:
        c = q.value(self.p.variable)
        return q.grad(self.p.variable) * (q.property(self.p.mob_name) * (3.0 * c * c - 1.0))
