"""J2 (von Mises) plasticity with linear isotropic hardening: closed-form return to the yield surface.

Flow rule of Prandtl and Reuss, implicit Euler in time; Simo & Hughes, Computational Inelasticity (1998), box
3.1 (radial return) and section 3.4 (plane stress). Exact derivatives, hence the consistent tangent, come with
the numbers.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from alces.ad import Dual, Tensor, identity, norm_sqrt, value, where

from alces_mechanics.elasticity import IsotropicStiffness

ROOT = math.sqrt(2.0 / 3.0)
_ITERATIONS = 12


class Return(NamedTuple):
    """Result of a return mapping.

    Attributes:
        stress: stress on or inside the yield surface.
        elastic_strain: elastic part of the mechanical strain.
        flow: plastic strain added in this step.
        slip: effective plastic strain added in this step, sqrt(2/3) |flow|.
    """

    stress: Tensor
    elastic_strain: Tensor
    flow: Tensor
    slip: Any


def radial_return(trial: Tensor, stiffness: IsotropicStiffness, strength: Any, hardening: Any) -> Return:
    """Return of a trial elastic strain in three dimensions or plane strain.

    Args:
        trial: mechanical strain minus the plastic strain at the start of the step.
        stiffness: isotropic elastic law.
        strength: strength at the start of the step, yield stress + hardening * effective plastic strain.
        hardening: hardening modulus, d(strength) / d(effective plastic strain).
    """
    shear2 = 2.0 * stiffness.shear
    e = trial.deviator()
    norm = e.norm()
    limit = ROOT * strength
    yields = value(shear2 * norm) > value(limit)
    length = where(yields, (shear2 * norm - limit) / (shear2 + hardening * (2.0 / 3.0)), 0.0)
    flow = e * (length / where(yields, norm, 1.0))
    stress = (e - flow) * shear2 + identity * (stiffness.bulk * trial.trace())
    return Return(stress, trial - flow, flow, ROOT * length)


def plane_stress_return(
    trial: Tensor, stiffness: IsotropicStiffness, strength: Any, hardening: Any
) -> Return:
    """Return with vanishing stress out of the x-y plane; see `radial_return`, `trial` zz is not used.

    With flow = m dev(stress) the sum and difference of the normal stresses and the shear stress shrink by
    known factors of m, which leaves one equation for m: 1/|dev(stress(m))| = (1 - 2/3 hardening m) /
    (sqrt(2/3) strength). Its left side is concave and nearly linear in m, so that Newton's method from m = 0
    rises monotonically to the root.
    """
    shear2 = 2.0 * stiffness.shear
    plane = 3.0 * stiffness.bulk * shear2 / (stiffness.lame + shear2)  # E/(1 - nu)
    total, difference = (trial[0, 0] + trial[1, 1]) * plane, (trial[0, 0] - trial[1, 1]) * shear2
    shear = trial[0, 1] * shear2
    equation = _PlaneStress(
        total * total / 6.0,
        difference * difference / 2.0 + 2.0 * shear * shear,
        plane / 3.0,
        shear2,
        ROOT * strength,
        hardening * (2.0 / 3.0),
    )
    m = equation.solve()
    total, shrink = total / (1.0 + m * equation.a), 1.0 / (1.0 + m * shear2)
    difference, shear = difference * shrink, shear * shrink
    stress = Tensor.symmetric(
        (total + difference) * 0.5, (total - difference) * 0.5, 0.0, xy=_kept(shear, trial[0, 1])
    )
    deviator = stress.deviator()
    flow = deviator * m
    mean = total / 3.0
    elastic = deviator / shear2 + identity * (mean / (3.0 * stiffness.bulk))
    return Return(stress, elastic, flow, ROOT * (m * deviator.norm()))


def _kept(result: Any, source: Any) -> Any:
    """`result`, or a structural zero where what it was made from is one."""
    return 0.0 if type(source) is float and source == 0.0 else result


class _PlaneStress(NamedTuple):
    """|dev(stress)|^2 = big/(1 + a m)^2 + small/(1 + b m)^2 against the yield condition."""

    big: Any
    small: Any
    a: Any
    b: Any
    limit: Any
    c: Any

    def solve(self) -> Any:
        """m at the root; zero with zero partials where the trial stress does not yield."""
        plain = _PlaneStress(*map(value, self))
        yields = plain.big + plain.small > plain.limit * plain.limit
        safe = plain._replace(big=where(yields, plain.big, 1.0))  # no division by a vanishing stress
        m = 0.0 * plain.big
        for _ in range(_ITERATIONS):
            residual, slope = safe.residual(m)
            m = where(yields, m - residual / slope, 0.0)
        if not any(isinstance(a, Dual) for a in self):
            return m
        big = where(yields, self.big, 1.0)
        residual, slope = self._replace(big=big).residual(m)
        return where(yields, m - residual / value(slope), 0.0)  # implicit function theorem

    def residual(self, m: Any) -> tuple[Any, Any]:
        """1/|dev(stress)| - (1 - c m)/limit and its derivative with respect to m."""
        p, s = 1.0 / (1.0 + self.a * m), 1.0 / (1.0 + self.b * m)
        p2, s2 = self.big * p * p, self.small * s * s
        inverse = 1.0 / norm_sqrt(p2 + s2)
        slope = inverse * inverse * inverse * (p2 * p * self.a + s2 * s * self.b)
        return inverse - (1.0 - self.c * m) / self.limit, slope + self.c / self.limit
