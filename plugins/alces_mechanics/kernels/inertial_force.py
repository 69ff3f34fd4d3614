"""Inertia."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import PROPERTY, REAL, VARIABLE, Param
from alces.physics import Kernel, Points
from alces_mechanics.displaced import volume_ratio
from alces_mechanics.newmark import acceleration, velocity
from alces_mechanics.options import ON_DISPLACED_MESH


class InertialForce(Kernel):
    """Inertia of the displacement `variable`, with damping proportional to mass.

    Strong form: density (a + eta ((1 + alpha) v - alpha v_old)) with acceleration a and velocity v. Weak
    form: (w, ...). With `velocity` and `acceleration` (auxiliary variables set by NewmarkVelAux and
    NewmarkAccelAux) a and v follow from their old values by Newmark's method with `beta` and `gamma`; without
    them they are the time integrator's, which then has to be newmark-beta. Sources: Newmark, J. Engng. Mech.
    Div. ASCE 85 (1959) 67; Hilber, Hughes & Taylor, Earthq. Engng. Struct. Dyn. 5 (1977) 283.
    """

    time = True
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("velocity", VARIABLE, None, doc="auxiliary variable with the velocity", unit="m/s"),
        Param("acceleration", VARIABLE, None, doc="auxiliary variable with the acceleration", unit="m/s^2"),
        Param("beta", REAL, None, doc="Newmark's beta, with velocity and acceleration", range="beta > 0"),
        Param("gamma", REAL, None, doc="Newmark's gamma, with velocity and acceleration", range="gamma >= 0"),
        Param("eta", PROPERTY, 0.0, doc="damping proportional to mass (Rayleigh)", unit="1/s"),
        Param("alpha", REAL, 0.0, doc="alpha of the HHT method", aliases=("hht_alpha",)),
        Param("density", PROPERTY, "density", doc="mass density", unit="kg/m^3"),
        ON_DISPLACED_MESH,
    )

    def setup(self) -> None:
        given = [n for n in ("velocity", "acceleration", "beta", "gamma") if getattr(self.p, n) is not None]
        if 0 < len(given) < 4:
            raise self.error(given[0], "velocity, acceleration, beta and gamma go together: give all or none")
        self._newmark = bool(given)

    def value(self, q: Points) -> Any:
        p = self.p
        if q.dt == 0.0:
            return None
        if self._newmark:
            v_old, a_old = q.old(p.velocity), q.old(p.acceleration)
            a = acceleration(q.value(p.variable), q.old(p.variable), v_old, a_old, q.dt, p.beta)
            v = velocity(v_old, a_old, a, q.dt, p.gamma)
        else:
            a, v, v_old = q.dotdot(p.variable), q.dot(p.variable), q.dot_old(p.variable)
        damping = q.property(p.eta) * ((1.0 + p.alpha) * v - p.alpha * v_old)
        force = q.property(p.density) * (a + damping)
        return force * volume_ratio(q) if p.use_displaced_mesh else force
