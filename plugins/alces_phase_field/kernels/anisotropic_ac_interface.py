"""Gradient energy term with an orientation-dependent coefficient."""

from __future__ import annotations

import math
from typing import Any

from alces.ad import Vector
from alces.params import INTEGER, PROPERTY, REAL, Choice, Param
from alces.physics import Kernel, Points


class AnisotropicACInterface(Kernel):
    """Anisotropic gradient term of ``d eta/dt = L div(d psi/d grad eta)`` in two dimensions.

    ``psi = kappa(theta)/2 |p|^2``, ``p = grad eta``, ``kappa = kappa0 [1 + delta cos(w (theta - theta0))]``,
    theta the angle of p. Weak form: ``(L d psi/dp, grad v)``; L is taken as constant in space.

    With the polynomial ``P = Re[(p_x + i p_y)^w exp(-i w theta0)] = |p|^w cos w(theta - theta0)`` and
    ``s = |p|^2 + eps^2`` the energy is smooth for every p, zero included:

    * variational: ``psi = kappa0/2 [|p|^2 + delta P s^(1 - w/2)]``,
      ``d psi/dp = kappa0 [p + delta/2 (grad_p P s^(1 - w/2) - (w - 2) P s^(-w/2) p)]``;
    * divergence: the flux is ``kappa p`` with ``kappa = kappa0 [1 + delta P s^(-w/2)]``, the torque is left
      out;
    * isotropic: the flux is ``kappa0 p``.

    For eps -> 0 the variational flux is ``kappa p + kappa'(theta)/2 (-p_y, p_x)``. psi is convex, and the
    equation well posed, only for ``delta < 2/(w^2 - 2)`` (w = 4: 1/7); beyond it orientations are missing
    from the equilibrium shape.

    Units: L [volume/(energy time)], kappa0 [energy/length], eps [1/length]. Source: R. Kobayashi, Physica D
    63 (1993) 410; convexity: W. K. Burton et al., Phil. Trans. A 243 (1951) 299.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param(
            "kappa_name",
            PROPERTY,
            "kappa_op",
            doc="mean gradient energy coefficient kappa0",
            unit="energy/length",
        ),
        Param("anisotropy_strength", REAL, 0.1, doc="delta", unit="1", range="anisotropy_strength >= 0"),
        Param(
            "mode_number", INTEGER, 4, doc="w, the number of preferred directions", range="mode_number > 0"
        ),
        Param(
            "reference_angle", REAL, 0.0, doc="theta0, direction of the largest kappa, from x", unit="degree"
        ),
        Param(
            "regularization",
            REAL,
            0.1,
            doc="eps, a gradient that is small against 1/interface width",
            unit="1/length",
            range="regularization > 0",
        ),
        Param(
            "form", Choice("variational", "divergence", "isotropic"), "variational", doc="which flux is used"
        ),
    )

    def setup(self) -> None:
        w, delta = self.p.mode_number, self.p.anisotropy_strength
        limit = 2.0 / (max(w, 2) ** 2 - 2)
        if self.p.form == "variational" and delta >= limit:
            raise self.error(
                "anisotropy_strength",
                f"{delta:g} makes the gradient energy non-convex; "
                f"mode_number = {w} needs less than {limit:.6g}",
            )
        angle = math.radians(w * self.p.reference_angle)
        self._turn = (math.cos(angle), -math.sin(angle))
        self._isotropic = self.p.form == "isotropic" or delta == 0.0

    def flux(self, q: Points) -> Vector:
        p = q.grad(self.p.variable)
        factor = q.property(self.p.mob_name) * q.property(self.p.kappa_name)
        if self._isotropic:
            return p * factor
        w, delta = self.p.mode_number, self.p.anisotropy_strength
        x, y = p[0], p[1]
        a, b = self._turn
        for _ in range(w - 1):
            a, b = a * x - b * y, a * y + b * x
        polynomial = a * x - b * y
        s = x * x + y * y + self.p.regularization**2
        if self.p.form == "divergence":
            return p * (factor * (1.0 + delta * polynomial * _power(s, w)))
        decay = _power(s, w)
        torque = Vector(a, -b) * (w * s * decay)
        radial = 1.0 - (0.5 * delta * (w - 2)) * (polynomial * decay)
        return (p * radial + torque * (0.5 * delta)) * factor


def _power(s: Any, w: int) -> Any:
    """``s^(-w/2)``; even w by multiplication, which costs less than a power."""
    if w % 2:
        return s ** (-0.5 * w)
    inverse = 1.0 / s
    result = inverse
    for _ in range(w // 2 - 1):
        result = result * inverse
    return result
