"""Anisotropic gradient energy coefficient of an interface between two phases in the plane."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import Vector, where
from alces.params import COUPLED, INTEGER, NAME, REAL, Param
from alces.physics import Material, Points

from alces_phase_field.materials.orientation import SMALL, multiple_angle


class InterfaceOrientationMultiphaseMaterial(Material):
    """``kappa = kappa_bar (1 + delta cos(m (theta - theta0)))^2`` and its derivative by ``grad eta_a``.

    theta is the angle of ``g = grad eta_a - grad eta_b``; the derivative is ``dkappa/dtheta (-g_y,
    g_x)/|g|^2``, and zero where g vanishes. For `ACInterface2DMultiPhase1`.

    Symbols: kappa gradient energy coefficient [energy/length], delta strength [1], m mode number. Source: R.
    Kobayashi, Physica D 63 (1993) 410, eq. 3; L. K. Aagesen et al., Phys. Rev. E 98 (2018) 023309. Same as
    MOOSE's, in two dimensions.
    """

    parameters = (
        Param("kappa_name", NAME, doc="name of the property kappa"),
        Param("dkappadgrad_etaa_name", NAME, doc="name of the derivative of kappa by the gradient of 'etaa'"),
        Param("d2kappadgrad_etaa_name", NAME, doc="not needed: partials come by themselves"),
        Param("etaa", COUPLED, doc="order parameter eta_a of this phase"),
        Param("etab", COUPLED, doc="order parameter eta_b of the neighbouring phase"),
        Param("anisotropy_strength", REAL, 0.04, doc="strength delta"),
        Param("mode_number", INTEGER, 4, doc="number of preferred directions m", range="mode_number >= 0"),
        Param("reference_angle", REAL, 90.0, doc="theta0, from the x axis", unit="degree"),
        Param("kappa_bar", REAL, 0.1125, doc="mean of kappa", unit="energy/length"),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.kappa_name: "scalar", self.p.dkappadgrad_etaa_name: "vector"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        p = self.p
        g = q.grad(p.etaa) - q.grad(p.etab)
        cosine, sine = multiple_angle(g, p.mode_number, p.reference_angle)
        factor = 1.0 + p.anisotropy_strength * cosine
        by_angle = (-2.0 * p.kappa_bar * p.anisotropy_strength * p.mode_number) * factor * sine
        square = g.dot(g)
        small = square <= SMALL
        scale = where(small, 0.0, by_angle / where(small, 1.0, square))
        return {
            p.kappa_name: p.kappa_bar * factor * factor,
            p.dkappadgrad_etaa_name: Vector(-g[1] * scale, g[0] * scale),
        }
