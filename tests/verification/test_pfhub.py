"""The PFHub decks on coarse meshes and over short times, against quadrature and finite differences."""
from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import alces
import numpy as np
import pytest
import scipy.sparse as sparse
import xarray
from scipy.sparse.linalg import spsolve

DECKS = Path(__file__).parents[2] / "inputs" / "pfhub"


def run(name: str, *overrides: str) -> xarray.Dataset:
    return alces.load(str(DECKS / f"{name}.i"), *overrides).run(write=False)


# -- 1 and 6: spinodal decomposition ---------------------------------------------------------------------


def start(x, y, eps, b):
    """c at the start and its gradient; b is the only wave number in which problems 1 and 6 differ."""
    u, v, p, q = 0.13 * x, 0.087 * y, 0.025 * x - 0.15 * y, 0.07 * x - 0.02 * y
    c = 0.5 + eps * (np.cos(b * x) * np.cos(0.11 * y) + (np.cos(u) * np.cos(v))**2 + np.cos(p) * np.cos(q))
    c_x = -eps * (b * np.sin(b * x) * np.cos(0.11 * y) + 0.13 * np.sin(2 * u) * np.cos(v)**2
                  + 0.025 * np.sin(p) * np.cos(q) + 0.07 * np.cos(p) * np.sin(q))
    c_y = -eps * (0.11 * np.cos(b * x) * np.sin(0.11 * y) + 0.087 * np.cos(u)**2 * np.sin(2 * v)
                  - 0.15 * np.sin(p) * np.cos(q) - 0.02 * np.cos(p) * np.sin(q))
    return c, c_x, c_y


def gauss(x0, x1, y0, y1, n=80):
    """Points and weights in a rectangle."""
    s, w = np.polynomial.legendre.leggauss(n)
    x, y = np.meshgrid(x0 + (x1 - x0) * (s + 1) / 2, y0 + (y1 - y0) * (s + 1) / 2, indexing="ij")
    return x, y, np.outer(w, w) * (x1 - x0) * (y1 - y0) / 4


def starting_energy(x, y, w, eps=0.01, b=0.105):
    c, c_x, c_y = start(x, y, eps, b)
    return np.sum(w * (5 * (c - 0.3)**2 * (0.7 - c)**2 + c_x**2 + c_y**2))


TEE = ((0, 20, 0, 100), (-40, 60, 100, 120))


@pytest.mark.parametrize(("name", "n", "parts", "tolerance"), [
    ("1a", 16, ((0, 200, 0, 200),), 2e-3),  # c0 is not periodic: the first and the last node share a value
    ("1b", 16, ((0, 200, 0, 200),), 2e-4),
    ("1c", 20, TEE, 1e-4),
])
def test_spinodal_decomposition(name, n, parts, tolerance):
    result = run(name, f"n={n}", "end_time=15")
    x, y, c = result["node_x"].values, result["node_y"].values, result["c"][0].values
    inside = (x % 200 > 0) & (y % 200 > 0)
    assert c[inside] == pytest.approx(start(x, y, 0.01, 0.105)[0][inside], abs=1e-12)
    expected = sum(starting_energy(*gauss(*part)) for part in parts)
    assert float(result["free_energy"][0]) == pytest.approx(expected, rel=tolerance)
    assert (np.diff(result["free_energy"]) < 0).all()
    assert float(result["free_energy"][-1]) < 0.95 * expected
    assert np.abs(np.diff(result["mass"])).max() < 1e-12 * float(result["mass"][0])


STRIP = ("Mesh/box/nx=100", "Mesh/box/ny=1", "Mesh/box/ymax=10")


def test_energy_of_a_flat_interface():
    """The profile at rest, and the integral of sqrt(2 kappa f) over c."""
    profile = "0.5 + 0.2 * tanh(sqrt(0.2) * (x - 100))"
    result = run("1b", *STRIP, "Mesh/box/nx=150", f"ICs/start/function={profile}", "end_time=10")
    tension = np.sqrt(2 * 2 * 5) * 0.4**3 / 6
    assert result["free_energy"].values == pytest.approx(10 * tension, rel=5e-4)


def test_growth_of_a_small_wave():
    """exp(-M q^2 (f'' + kappa q^2) t) with f'' = -0.8 at c = 1/2."""
    q = np.pi / 10
    steps = ("Executioner/TimeStepper/dt=0.1", "Executioner/TimeStepper/growth_factor=1", "end_time=4")
    result = run("1a", *STRIP, f"ICs/start/function=0.5 + 1e-5 * cos({q} * x)", *steps)
    amplitude = np.abs(result["c"].values - 0.5).max(axis=1)
    rate = 5 * q**2 * (0.8 - 2 * q**2)
    assert np.log(amplitude[-1] / amplitude[0]) == pytest.approx(4 * rate, rel=3e-3)


def potential(n: int) -> np.ndarray:
    """Phi of 6a at the start by the five-point formula, on n cells of the square in each direction."""
    x = np.linspace(0, 100, n + 1)
    h = 100 / n
    second = sparse.diags([1.0, -2.0, 1.0], [-1, 0, 1], shape=(n + 1, n + 1)).tolil()
    across = second.copy()
    across[0, 1] = across[n, n - 1] = 2.0  # no flux
    along = second.copy()
    along[0], along[n] = 0.0, 0.0
    inside = sparse.diags([0.0, *np.ones(n - 1), 0.0])
    ends = sparse.diags([1.0, *np.zeros(n - 1), 1.0])
    one = sparse.identity(n + 1)
    matrix = (sparse.kron(along, one) + sparse.kron(inside, across)) / h**2 + sparse.kron(ends, one)
    c = start(x[:, None], x[None, :], 0.04, 0.2)[0]
    right = -0.09 * c / 90
    right[0], right[n] = 0.0, np.sin(x / 7)
    return spsolve(matrix.tocsc(), right.ravel()).reshape(n + 1, n + 1)


def test_charged_mixture_in_a_square():
    """Before c has moved Phi and the energy are those of c0; both then follow their laws."""
    n = 100
    phi = potential(n)
    first = run("6a", "n=25", "Executioner/num_steps=1", "Executioner/TimeStepper/dt=1e-8")
    x, y = first["node_x"].values, first["node_y"].values
    difference = first["Phi"][-1].values - phi[np.rint(x).astype(int), np.rint(y).astype(int)]
    assert np.abs(difference[x < 90]).max() < 1e-3  # the corners on the right are singular
    w = np.ones(n + 1)
    w[[0, -1]] = 0.5
    s = np.linspace(0, 100, n + 1)
    c = start(s[:, None], s[None, :], 0.04, 0.2)[0]
    electric = 0.045 * np.sum(np.outer(w, w) * c * phi)
    expected = starting_energy(*gauss(0, 100, 0, 100), eps=0.04, b=0.2) + electric
    assert float(first["free_energy"][-1]) == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize(("name", "area"), [("6a", 10000), ("6b", 5000 + 1250 * np.pi)])
def test_charged_mixture_decomposes(name, area):
    result = run(name, "n=14", "end_time=1")
    assert (np.diff(result["free_energy"][1:]) < 0).all()
    assert np.abs(np.diff(result["mass"])).max() < 1e-12 * float(result["mass"][0])
    assert 0.5 < float(result["mass"][0]) / area < 0.52
    assert float(result["Phi"][-1].max()) > 0.9


def test_half_disc_is_round():
    mesh = run("6b", "n=14", "Executioner/num_steps=1")
    x, y = mesh["node_x"].values, mesh["node_y"].values
    radius = np.hypot(x - 50, y - 50)[x > 50]
    assert radius.max() < 50 + 1e-9
    assert (np.abs(radius - 50) < 1e-9).sum() == 4 * 14 - 1  # mid-side nodes too; not the ends at x = 50


# -- 3: dendrite -----------------------------------------------------------------------------------------

SIZE, END = 32, 2.0


def dendrite_by_differences(h: float, dt: float) -> tuple[float, float]:
    """Growth of the solid area and of the tip of a quarter: fluxes through faces, forward Euler."""
    m = round(SIZE / h)
    x = (np.arange(m) + 0.5) * h
    phi = np.tanh((8 - np.hypot(x[:, None], x[None, :])) / np.sqrt(2))
    seed = h * h * np.sum((phi + 1) / 2)
    u = np.full((m, m), -0.3)
    strength = 10 / 0.6267

    def width(g_x, g_y):
        """W and its slope with the angle."""
        angle = np.arctan2(g_y, g_x)
        return 1 + 0.05 * np.cos(4 * angle), -0.2 * np.sin(4 * angle)

    def flux_x(f):
        """(W^2 grad + W W' (-d/dy, d/dx)) f along x, on the faces across x; none through the outer ones."""
        f = np.pad(f, 1, mode="edge")
        g_x = np.diff(f, axis=0)[1:-1, 1:-1] / h
        middle = (f[1:] + f[:-1]) / 2
        g_y = (middle[1:-1, 2:] - middle[1:-1, :-2]) / (2 * h)
        a, slope = width(g_x, g_y)
        return np.pad(a * (a * g_x - slope * g_y), ((1, 1), (0, 0)))

    def divergence(flux, f):
        """By symmetry under exchange of x and y, the flux along y is that along x of the transposed field."""
        return (np.diff(flux(f), axis=0) + np.diff(flux(f.T), axis=0).T) / h

    def gradient(f):
        return np.pad(np.diff(f, axis=0) / h, ((1, 1), (0, 0)))

    for _ in range(round(END / dt)):
        edge = np.pad(phi, 1, mode="edge")
        a = width(edge[2:, 1:-1] - edge[:-2, 1:-1], edge[1:-1, 2:] - edge[1:-1, :-2])[0]
        well = 1 - phi**2
        rate = ((phi - strength * u * well) * well + divergence(flux_x, phi)) / a**2
        u += dt * (10 * divergence(gradient, u) + rate / 2)
        phi += dt * rate
    axis = (9 * phi[:, 0] - phi[:, 1]) / 8  # at y = 0, by the parabola
    last = np.flatnonzero(axis > 0)[-1]
    tip = x[last] + h * axis[last] / (axis[last] - axis[last + 1])
    return float(h * h * np.sum((phi + 1) / 2) - seed), float(tip - 8)


QUARTER = ("mesh=quarter", "parts=1", "refine=0", f"end_time={END}", "change=0.1",
           *(f"Mesh/quarter/{side}max={SIZE}" for side in "xy"), f"Postprocessors/tip/end_point={SIZE} 0 0")


def test_dendrite_against_finite_differences():
    area, advance = dendrite_by_differences(0.5, 0.005)
    result = run("3a", *QUARTER, "Mesh/quarter/nx=24", "Mesh/quarter/ny=24")
    grown = (float(result["solid_fraction"][-1]) - float(result["solid_fraction"][0])) * 960**2
    assert grown == pytest.approx(area, rel=0.015)
    tip = float(result["tip"][-1])
    assert tip - 8 == pytest.approx(advance, rel=0.015)
    heat = result["heat"].values
    assert np.abs(np.diff(heat)).max() < 1e-12 * abs(heat[0])
    assert (np.diff(result["free_energy"]) < 0).all()
    x, y, phi = (result[name].values for name in ("node_x", "node_y", "phi"))
    x, y = x.round(6), y.round(6)
    order, mirrored = np.lexsort((y, x)), np.lexsort((x, y))
    assert np.abs(phi[-1][order] - phi[-1][mirrored]).max() < 1e-5
    on_axis = np.interp(tip, x[y == 0][np.argsort(x[y == 0])], phi[-1][y == 0][np.argsort(x[y == 0])])
    on_diagonal = phi[-1][np.isclose(x, y)]
    assert on_axis > np.interp(tip / np.sqrt(2), x[np.isclose(x, y)], on_diagonal) + 0.02  # tips grow faster


COUPLING = 10 / 0.6267 * -0.3


def energy_density(phi):
    """Of the undercooled state, without the gradient term."""
    return -phi**2 / 2 + phi**4 / 4 + COUPLING * phi * (1 - 2 * phi**2 / 3 + phi**4 / 5)


def test_half_of_the_quarter_counts_twice():
    """The seed and its energy, on the mesh below the diagonal, against integrals along the radius."""
    result = run("3a", "refine=1", "Executioner/num_steps=1", "change=1e-3")
    r, w = np.polynomial.legendre.leggauss(400)
    r, w = 25 * (r + 1), 25 * w * 25 * (r + 1) * np.pi / 2
    phi = np.tanh((8 - r) / np.sqrt(2))
    assert float(result["solid_fraction"][0]) * 960**2 == pytest.approx(np.sum(w * (phi + 1) / 2), rel=0.02)
    gained = float(result["free_energy"][0]) - energy_density(-1) * 960**2
    expected = np.sum(w * (energy_density(phi) - energy_density(-1) + (1 - phi**2)**2 / 4))
    assert gained == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize(("normal", "a"), [((1, 0), 1.05), ((np.sqrt(0.5), np.sqrt(0.5)), 0.95)])
def test_energy_of_fronts_in_two_directions(normal, a):
    result = run("3a", *QUARTER, "Mesh/quarter/nx=32", "Mesh/quarter/ny=32", "Executioner/num_steps=1",
                 f"ICs/seed/function=tanh((16 - {normal[0]} * x - {normal[1]} * y) / sqrt(2))")
    x, y, w = gauss(0, SIZE, 0, SIZE)
    phi = np.tanh((16 - normal[0] * x - normal[1] * y) / np.sqrt(2))
    bulk, gradient = np.sum(w * energy_density(phi)), np.sum(w * (1 - phi**2)**2 / 4)
    assert float(result["free_energy"][0]) - bulk == pytest.approx(a**2 * gradient, rel=0.02)


# -- 7: manufactured solution ----------------------------------------------------------------------------


def test_front_at_the_published_mesh_width():
    """h = 0.01: others have 5.1e-3 and 7.8e-3."""
    result = run("7a", "nx=100", "dt=1")
    assert 1e-3 < float(result["error"][-1]) < 2 * 5.1e-3


def test_front_is_second_order_in_space():
    smooth = ("kappa=2e-3", f"B2={4 * np.pi}", "end_time=1", "dt=0.1")
    widths = np.array([1 / 24, 1 / 48, 1 / 72])
    errors = [float(run("7a", *smooth, f"nx={round(1 / h)}")["error"][-1]) for h in widths]
    assert np.polyfit(np.log(widths), np.log(errors), 1)[0] == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(("scheme", "order"), [("implicit-euler", 1), ("bdf2", 2)])
def test_front_in_time(scheme, order):
    """Differences between successive halvings of the step, on one mesh."""
    fast = ("kappa=2e-3", f"B2={4 * np.pi}", "C2=1", "end_time=2", "nx=24", f"scheme={scheme}")
    eta = [run("7a", *fast, f"dt={dt}")["eta"][-1].values for dt in (0.2, 0.1, 0.05)]
    differences = [np.linalg.norm(a - b) for a, b in pairwise(eta)]
    assert np.log2(differences[0] / differences[1]) == pytest.approx(order, abs=0.2)
