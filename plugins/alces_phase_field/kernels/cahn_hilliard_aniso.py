"""Bulk term of the Cahn-Hilliard equation with a mobility tensor."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import TENSOR_PROPERTY, Param
from alces.physics import Points

from alces_phase_field.kernels.cahn_hilliard import CahnHilliard


class CahnHilliardAniso(CahnHilliard):
    """Bulk term of ``dc/dt = div(M grad dF/dc)`` with a mobility tensor M.

    Weak form: ``(M (d^2F/dc^2 grad c + sum_a d^2F/dc da grad a), grad v)``, see `CahnHilliard`. Same term as
    MOOSE's CahnHilliardAniso.
    """

    parameters = (
        Param("mob_name", TENSOR_PROPERTY, "M", doc="mobility tensor M",
              unit="length^2 volume/(energy time)"),
    )

    def flux(self, q: Points) -> Vector:
        return q.property(self.p.mob_name).dot(self.potential_gradient(q))
