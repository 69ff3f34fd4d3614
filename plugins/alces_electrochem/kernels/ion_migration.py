"""Drift of ions in an electric field."""

from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, PROPERTY, REAL, Param
from alces.physics import Kernel, Points


class IonMigration(Kernel):
    """Migration term of the Nernst-Planck equation ``dc/dt = div[D (grad c + z c grad phi)]``.

    Weak form: ``(z D c grad phi, grad v)``; the diffusive part is `MatDiffusion`. The ion flux is
    ``J = -D (grad c + z c grad phi)``: cations (z > 0) drift towards lower potential.

    c: concentration, any unit; D: diffusivity [length^2/time]; phi: potential in units of RT/F.
    Source: W. Nernst, Z. phys. Chem. 4 (1889) 129; M. Planck, Ann. Phys. 275 (1890) 161.
    """

    parameters = (
        Param("potential", COUPLED, doc="potential phi", unit="RT/F"),
        Param("diffusivity", PROPERTY, "D", doc="diffusivity D", unit="length^2/time"),
        Param("charge_number", REAL, 1.0, doc="charge number z", unit="1"),
    )

    def flux(self, q: Points) -> Vector:
        mobility = self.p.charge_number * q.property(self.p.diffusivity)
        return q.grad(self.p.potential) * (mobility * q.value(self.p.variable))
