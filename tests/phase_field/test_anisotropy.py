"""Anisotropic gradient energy against the closed forms for a four-fold crystal and for any symmetry."""

import math

import numpy as np
import pytest
from alces.ad import partials, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.kernels.anisotropic_ac_interface import AnisotropicACInterface

KAPPA, DELTA, EPS = 2.0, 0.1, 0.1


def at(px, py, dual=False):
    return SamplePoints({"eta": {"grad": (px, py)}}, dual=dual)


def kernel_of(make, **given):
    return make(AnisotropicACInterface, variable="eta", mob_name=1.0, kappa_name=KAPPA, **given)


def four_fold(px, py):
    """Flux and second derivatives of kappa0/2 (|p|^2 + delta P/s), written out."""
    big = px**4 - 6 * px**2 * py**2 + py**4
    s = px**2 + py**2 + EPS**2
    p = np.array([px, py])
    slope = np.array([4 * px**3 - 12 * px * py**2, 4 * py**3 - 12 * px**2 * py])
    curve = np.array([[12 * (px**2 - py**2), -24 * px * py], [-24 * px * py, -12 * (px**2 - py**2)]])
    flux = KAPPA * (p + DELTA / 2 * (slope / s - 2 * big * p / s**2))
    mixed = np.outer(slope, p) + np.outer(p, slope)
    second = KAPPA * (
        np.eye(2)
        + DELTA
        / 2
        * (curve / s - 2 * mixed / s**2 - 2 * big * np.eye(2) / s**2 + 8 * big * np.outer(p, p) / s**3)
    )
    return flux, second


@pytest.mark.parametrize("px, py", [(12.0, -5.0), (0.03, 0.07), (-4.0, 4.0), (0.0, 0.0)])
def test_four_fold_flux_and_second_derivatives(make, px, py):
    flux = kernel_of(make).flux(at(px, py, dual=True))
    expected, second = four_fold(px, py)
    assert [value(a) for a in flux][:2] == pytest.approx(expected, rel=1e-12, abs=1e-14)
    found = [[partials(flux[i]).get(1 + j, 0.0) for j in range(2)] for i in range(2)]
    assert np.array(found) == pytest.approx(second, rel=1e-11, abs=1e-12)


@pytest.mark.parametrize("w, delta", [(1, 0.2), (2, 0.3), (3, 0.1), (4, 0.1), (6, 0.05)])
def test_limit_of_small_regularization(make, w, delta):
    """kappa p + kappa'/2 (-p_y, p_x), rotated by 20 degrees."""
    kernel = kernel_of(
        make, mode_number=w, anisotropy_strength=delta, reference_angle=20, regularization=1e-9
    )
    px, py = 5.0, 3.0
    angle = w * (math.atan2(py, px) - math.radians(20))
    kappa, slope = KAPPA * (1 + delta * math.cos(angle)), -KAPPA * delta * w * math.sin(angle)
    expected = [kappa * px - slope / 2 * py, kappa * py + slope / 2 * px]
    assert list(kernel.flux(at(px, py)))[:2] == pytest.approx(expected, rel=1e-12)


def test_divergence_and_isotropic_forms(make):
    px, py = 5.0, 3.0
    kappa = KAPPA * (1 + DELTA * math.cos(4 * math.atan2(py, px)))
    flux = kernel_of(make, form="divergence", regularization=1e-9).flux(at(px, py))
    assert list(flux)[:2] == pytest.approx([kappa * px, kappa * py], rel=1e-12)
    isotropic = kernel_of(make, form="isotropic").flux(at(px, py))
    assert list(isotropic)[:2] == pytest.approx([KAPPA * px, KAPPA * py])


@pytest.mark.parametrize("form", ["variational", "divergence", "isotropic"])
@pytest.mark.parametrize("w", [1, 3, 4, 6])
def test_partials_are_exact_and_finite_at_zero_gradient(make, form, w):
    kernel = kernel_of(make, form=form, mode_number=w, anisotropy_strength=0.05, reference_angle=10)
    fields = {"eta": {"grad": (np.array([[12.0, 0.0, 1e-8, -0.05]]), np.array([[-5.0, 0.0, 3e-9, 0.1]]))}}
    assert partial_errors(kernel.flux, fields) < 1e-12
    for a in list(kernel.flux(SamplePoints(fields)))[:2]:
        assert np.isfinite(value(a)).all() and all(np.isfinite(d).all() for d in partials(a).values())


@pytest.mark.parametrize("w, limit", [(4, 1 / 7), (6, 1 / 17)])
def test_convexity_limit(make, w, limit):
    with pytest.raises(DeckError, match="non-convex"):
        kernel_of(make, mode_number=w, anisotropy_strength=limit * 1.001)
    kernel = kernel_of(make, mode_number=w, anisotropy_strength=limit * 0.999, regularization=1e-9)
    angles = np.linspace(0, 2 * np.pi, 721)
    flux = kernel.flux(at(np.cos(angles), np.sin(angles), dual=True))
    second = np.array(
        [[np.broadcast_to(partials(flux[i])[1 + j], angles.shape) for j in (0, 1)] for i in (0, 1)]
    )
    smallest = np.linalg.eigvalsh(second.transpose(2, 0, 1))[:, 0].min()
    assert 0 <= smallest < 0.01 * KAPPA
