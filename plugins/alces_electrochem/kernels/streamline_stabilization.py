"""Exponential fitting of drift-dominated ion transport."""

from __future__ import annotations

from alces.ad import Vector, sqrt, tanh, where
from alces.params import COUPLED, PROPERTY, REAL, Param
from alces.physics import Kernel, Points


class StreamlineStabilization(Kernel):
    """Numerical diffusion along the field that keeps ``div[D (grad c + z c grad phi)]`` free of oscillations.

    Weak form: ``(D T grad c, grad v)`` with ``T = (Pe coth Pe - 1) v v^T/|v|^2``, ``v = z grad phi`` of the
    previous time step and the cell Peclet number ``Pe = |v| h/2``, h the shortest edge of the cell. In one
    dimension this is the Scharfetter-Gummel scheme, exact at the nodes for the Boltzmann profile. T vanishes
    with the mesh size (as Pe^2/3).

    c: concentration, any unit; D: diffusivity [length^2/time]; phi: potential in units of RT/F. Source: D. L.
    Scharfetter, H. K. Gummel, IEEE Trans. Electron Devices 16 (1969) 64; A. N. Brooks, T. J. R. Hughes,
    Comput. Methods Appl. Mech. Eng. 32 (1982) 199.
    """

    parameters = (
        Param("potential", COUPLED, doc="potential phi", unit="RT/F"),
        Param("diffusivity", PROPERTY, "D", doc="diffusivity D", unit="length^2/time"),
        Param("charge_number", REAL, 1.0, doc="charge number z", unit="1"),
    )

    def flux(self, q: Points) -> Vector:
        v = q.grad_old(self.p.potential) * self.p.charge_number
        square = v.dot(v)
        speed = sqrt(square)
        peclet = 0.5 * q.cell_size * speed
        moves = speed >= 1e-12
        small = peclet < 1e-3
        safe = where(small, 1.0, peclet)
        excess = where(small, peclet * peclet / 3.0, safe / tanh(safe) - 1.0)
        factor = where(moves, excess / where(moves, square, 1.0), 0.0)
        return v * (q.property(self.p.diffusivity) * (v.dot(q.grad(self.p.variable)) * factor))
