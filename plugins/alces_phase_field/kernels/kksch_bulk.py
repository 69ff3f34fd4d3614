"""Bulk term of the Cahn-Hilliard equation in the KKS model, not split."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points, derivative_name

from alces_phase_field.coupled import COUPLED_VARIABLES
from alces_phase_field.slopes import slope_name


class KKSCHBulk(Kernel):
    """Bulk term of ``dc/dt = div(M grad dF/dc)``, where the KKS model has ``dF/dc = dF_a/dc_a``.

    Weak form: ``(M (d^2F_a/dc_a^2 grad c_a + sum_p d^2F_a/dc_a dp grad p), grad v)`` over the further
    variables p of F_a; second derivatives that no material provides are zero.

    M: mobility [length^2 volume/(energy time)]; F_a: free energy density of phase a [energy/volume].
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186, eq. 29. Same residual as MOOSE's,
    whose Jacobian is approximate.
    """

    parameters = (
        Param("fa_name", PROPERTY, doc="free energy density F_a of phase a", unit="energy/volume"),
        Param("fb_name", PROPERTY,
              doc="free energy density of phase b; not needed, both potentials are equal"),
        Param("ca", COUPLED, doc="concentration c_a of phase a"),
        Param("cb", COUPLED, doc="concentration of phase b; not needed"),
        Param("args_a", COUPLEDS, (), doc="further variables of F_a"),
        Param("h_name", PROPERTY, "h", doc="switching function; not needed, partials come by themselves"),
        Param("mob_name", PROPERTY, "M", doc="mobility M", unit="length^2 volume/(energy time)"),
        COUPLED_VARIABLES,
    )

    def setup(self) -> None:
        if not isinstance(self.p.ca, str):
            raise self.error("ca", "must be a variable")
        slope_name(self, "fa_name", self.p.ca)

    def flux(self, q: Points) -> Vector:
        ca = self.p.ca
        total = q.grad(ca) * q.property(derivative_name(self.p.fa_name, ca, ca))
        for name in self.p.args_a:
            mixed = derivative_name(self.p.fa_name, ca, name) if isinstance(name, str) else ""
            if mixed and q.has_property(mixed):
                total = total + q.grad(name) * q.property(mixed)
        return total * q.property(self.p.mob_name)
