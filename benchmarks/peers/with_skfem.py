"""`coupled5` in scikit-fem: `echo residual | python3 with_skfem.py N uniform|distorted plain|tuned`.

A form is called for each basis function, or each pair of them.
plain: everything is in the form, as the manual's examples of nonlinear problems have it.
tuned: what depends on the state alone is evaluated once per assembly, and the form takes it from there.
"""
from __future__ import annotations

import sys
from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import skfem
from given import D0, D1, E0, E1, L, Le, Om, W, cs, dt, initial, kap, ks, moved, nu, s0, s1, serve
from scipy.sparse.linalg import norm
from skfem import Basis, BilinearForm, ElementQuad1, ElementVector, LinearForm, MeshQuad
from skfem.helpers import ddot, dot, eye, grad, sym_grad, trace

SHEAR = 1 / (2 * (1 + nu))
LAME = nu / ((1 + nu) * (1 - 2 * nu))
BULK = 3 * LAME + 2 * SHEAR
Fields = tuple[np.ndarray, ...]


def both(now: Fields) -> SimpleNamespace:
    """At the points: what residual and Jacobian need."""
    c, eta, phi, u = now
    q = SimpleNamespace(c=c, eta=eta, grad_phi=grad(phi))
    h, q.h_e = eta**3 * (6 * eta**2 - 15 * eta + 10), 30 * eta**2 * (1 - eta) ** 2
    q.D, q.s, q.E = h * D1 + (1 - h) * D0, h * s1 + (1 - h) * s0, h * E1 + (1 - h) * E0
    strain = sym_grad(u) - eye(Om / 3 * h, 2)
    q.tr = trace(strain) - Om / 3 * h
    q.unit_stress = eye(LAME * q.tr, 2) + 2 * SHEAR * strain  # for E = 1
    q.flux = grad(c) + c * grad(phi)
    q.ahead, q.back = np.exp(phi / 2), np.exp(-phi / 2)
    return q


def values(now: Fields, old: Fields) -> SimpleNamespace:
    """What the residual integrates."""
    q = both(now)
    c, eta, _, _ = now
    rate = (eta - old[1]) / dt
    barrier = 2 * eta * (1 - eta) * (1 - 2 * eta)
    pull = Om / 3 * q.h_e * BULK * q.E * q.tr
    q.metal = rate + L * (W * barrier - pull) + Le * q.h_e * (q.ahead - c * q.back)
    q.ions, q.charge = (c - old[0]) / dt + cs * rate, ks * rate
    q.grad_eta, q.stress = grad(eta), q.E * q.unit_stress
    return q


def slopes(now: Fields, old: Fields) -> SimpleNamespace:
    """What the Jacobian integrates: derivatives, `_e` with respect to eta."""
    q = both(now)
    c, eta, _, _ = now
    h_ee, E_e = 60 * eta * (1 - eta) * (1 - 2 * eta), q.h_e * (E1 - E0)
    growth_e = Om / 3 * q.h_e
    q.mu, q.lam = SHEAR * q.E, LAME * q.E
    q.stress_e = E_e * q.unit_stress - eye(BULK * q.E * growth_e, 2)
    q.pull = -L * Om * q.h_e * BULK * q.E / 3
    pull_e = -L * Om * BULK / 3 * (h_ee * q.E + q.h_e * E_e)
    q.metal_e = (1 / dt + L * W * (2 - 12 * eta + 12 * eta**2) + pull_e * q.tr - 3 * q.pull * growth_e
                 + Le * h_ee * (q.ahead - c * q.back))
    q.metal_c, q.metal_phi = -Le * q.h_e * q.back, Le * q.h_e * (q.ahead + c * q.back) / 2
    q.flux_e, q.ohm_e = q.h_e * (D1 - D0) * q.flux, q.h_e * (s1 - s0) * q.grad_phi
    return q


def residual(at: Callable[[], SimpleNamespace]) -> LinearForm:
    """Form of the residual; `at` gives the values at the points."""

    @LinearForm
    def form(vc, ve, vp, w, _):
        q = at()
        return (q.metal * ve + L * kap * dot(q.grad_eta, grad(ve)) + q.ions * vc + q.D * dot(q.flux, grad(vc))
                + q.charge * vp + q.s * dot(q.grad_phi, grad(vp)) + ddot(q.stress, grad(w)))

    return form


def jacobian(at: Callable[[], SimpleNamespace]) -> BilinearForm:
    """Form of its derivative."""

    @BilinearForm
    def form(c, e, p, u, vc, ve, vp, w, _):
        q = at()
        strain = sym_grad(u)
        tr = trace(strain)
        metal = q.metal_e * e + q.metal_c * c + q.metal_phi * p + q.pull * tr
        flux = q.D * (grad(c) + c * q.grad_phi + q.c * grad(p)) + q.flux_e * e
        stress = eye(q.lam * tr, 2) + 2 * q.mu * strain + q.stress_e * e
        return (metal * ve + L * kap * dot(grad(e), grad(ve)) + (c + cs * e) / dt * vc + dot(flux, grad(vc))
                + ks / dt * e * vp + dot(q.s * grad(p) + q.ohm_e * e, grad(vp)) + ddot(stress, grad(w)))

    return form


def main(n: int, shape: str, way: str) -> None:
    """Set up, then answer."""
    mesh = MeshQuad.init_tensor(*[np.linspace(0, 1, n + 1)] * 2)
    if shape == "distorted":
        mesh = MeshQuad(np.array(moved(*mesh.p, n)), mesh.t)
    start = initial(*mesh.p)
    q1 = ElementQuad1()
    basis = Basis(mesh, q1 * q1 * q1 * ElementVector(q1), intorder=3)
    x = np.zeros(basis.N)
    for place, name in enumerate(("c", "eta", "phi")):
        x[basis.split_indices()[place]] = start[name]

    def assemble(form: Callable, points: Callable):
        now, old = basis.interpolate(x), basis.interpolate(x)
        if way == "plain":
            return form(lambda: points(now, old)).assemble(basis)
        at = points(now, old)
        return form(lambda: at).assemble(basis)

    work = {"residual": lambda: assemble(residual, values), "jacobian": lambda: assemble(jacobian, slopes)}
    serve("scikit-fem", skfem.__version__,
          lambda: (np.linalg.norm(work["residual"]()), norm(work["jacobian"]())), work)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
