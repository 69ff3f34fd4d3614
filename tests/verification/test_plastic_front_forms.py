"""Thick shells in which a plastic front moves outwards: closed forms, and an integration by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from scipy.linalg import solve_banded

YOUNG, POISSON, YIELD = 2e5, 0.3, 200.0
SHEAR, BULK = YOUNG / (2 * (1 + POISSON)), YOUNG / (3 * (1 - 2 * POISSON))
FLAT = "[z]\n type = DirichletBC\n variable = v\n boundary = 'bottom top'\n value = 0\n []"

SHELL = """
[GlobalParams]
  displacements = '{displacements}'
  {options}
[]
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = {n}
  xmin = 1
  xmax = 2
  ymax = 0.1
[]
[Problem]
  coord_type = {coordinates}
[]
[Physics/SolidMechanics/QuasiStatic/all]
  add_variables = true
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 2e5
    poissons_ratio = {poisson}
  []
  [stress]
    type = ComputeJ2PlasticStress
    yield_stress = 200
  []
  [yielded]
    type = ParsedMaterial
    property_name = yielded
    material_property_names = effective_plastic_strain
    expression = 'if(effective_plastic_strain > 0, 1, 0)'
  []
  [radial]
    type = RankTwoCartesianComponent
    property_name = radial
    rank_two_tensor = stress
    index_i = 0
    index_j = 0
  []
  [hoop]
    type = RankTwoCartesianComponent
    property_name = hoop
    rank_two_tensor = stress
    index_i = 2
    index_j = 2
  []
  [difference]
    type = ParsedMaterial
    property_name = difference
    material_property_names = 'hoop radial'
    expression = 'hoop - radial'
  []
[]
[AuxVariables/difference]
  family = MONOMIAL
  order = CONSTANT
[]
[AuxKernels/difference]
  type = MaterialRealAux
  variable = difference
  property = difference
[]
[BCs]
  [inside]
    type = Pressure
    variable = u
    component = 0
    boundary = left
    function = '{pressure}*min(t, 2 - t)'
    use_displaced_mesh = false
  []
  {fixed}
[]
[Postprocessors]
  [inner]
    type = PointValue
    variable = u
    point = '1 0 0'
  []
  [outer]
    type = PointValue
    variable = u
    point = '2 0 0'
  []
  [yielded]
    type = ElementIntegralMaterialProperty
    mat_prop = yielded
  []
  [left]
    type = ElementExtremeValue
    variable = difference
    value_type = min
  []
[]
[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  line_search = none
  nl_rel_tol = 1e-9
  nl_abs_tol = 1e-5
  dt = 0.5
  end_time = 2
[]
"""


@pytest.mark.parametrize("front", [1.25, 1.4, 1.75])
def test_a_sphere_with_a_plastic_front(front, problem):
    """Hill: p = 2 Y ln c + (2/3) Y (1 - c^3/8), perfectly plastic, any Poisson's ratio.

    After unloading, elastic for p < (7/6) Y, the difference to Lame's solution for p remains.
    """
    c, e, nu = front, YIELD / YOUNG, POISSON
    pressure = 2 * YIELD * math.log(c) + 2 / 3 * YIELD * (1 - c**3 / 8)
    inner = e * ((1 - nu) * c**3 - 2 / 3 * (1 - 2 * nu) * (1 + 3 * math.log(c) - c**3 / 8))
    back = pressure / YOUNG / 7
    exact = np.array([inner, e * (1 - nu) * c**3 / 4])
    left = exact - back * np.array([0.4 + 1.3 * 4, 0.4 * 2 + 1.3])
    errors = []
    for n in (20, 40):
        deck = SHELL.format(displacements="u", options="", dim=1, n=n, coordinates="RSPHERICAL", poisson=nu,
                            pressure=pressure, fixed="")  # fmt: skip
        found = problem(deck).run(write=False)
        loaded, unloaded = found.sel(time=1), found.sel(time=2)
        assert (float(loaded["yielded"]) * 3 / 4 / math.pi + 1) ** (1 / 3) == pytest.approx(c, abs=0.3 / n)
        errors.append([float(loaded[k]) for k in ("inner", "outer")] / exact - 1)
        if pressure < 7 / 6 * YIELD:
            now = [float(unloaded[k]) for k in ("inner", "outer", "left")]
            stress = YIELD - 12 / 7 * pressure / (1 + 0.5 / n) ** 3  # hoop - radial in the first cell
            errors[-1] = np.append(errors[-1], now / np.append(left, stress) - 1)
    np.testing.assert_allclose(np.log2(np.divide(*errors)), 2, atol=0.15)
    assert np.abs(errors[1]).max() < 0.007


@pytest.mark.parametrize("front", [1.25, 1.5, 1.75])
def test_a_tube_with_a_plastic_front(front, problem):
    """Hill, plane strain, incompressible: p = k (2 ln c + 1 - c^2/4), k = Y/sqrt(3); unloading is elastic."""
    c, nu = front, 0.49999
    k, shear = YIELD / math.sqrt(3), YOUNG / 2 / (1 + nu)
    pressure = k * (2 * math.log(c) + 1 - c**2 / 4)
    swell, back = k * c**2 / (2 * shear), pressure * 2 / 3 / shear
    exact, left = np.array([swell, swell / 2]), np.array([swell - back, (swell - back) / 2])
    errors = []
    for n in (20, 40):
        deck = SHELL.format(displacements="u v", options="volumetric_locking_correction = true", dim=2, n=n,
                            coordinates="RZ", poisson=nu, pressure=pressure, fixed=FLAT)  # fmt: skip
        found = problem(deck).run(write=False)
        loaded, unloaded = found.sel(time=1), found.sel(time=2)
        assert math.sqrt(float(loaded["yielded"]) / math.pi / 0.1 + 1) == pytest.approx(c, abs=0.3 / n)
        errors.append([float(loaded[k]) for k in ("inner", "outer")] / exact - 1)
        now = [float(unloaded[k]) for k in ("inner", "outer", "left")]
        stress = 2 * k - 8 / 3 * pressure / (1 + 0.5 / n) ** 2  # hoop - radial in the first cell
        errors[-1] = np.append(errors[-1], now / np.append(left, stress) - 1)
    np.testing.assert_allclose(np.log2(np.divide(*errors)), 2, atol=0.3)  # the rest of compressibility: 1e-5
    assert np.abs(errors[1]).max() < 1e-3


def tube_of_rates(pressure: float, n: int) -> np.ndarray:
    """Displacements inside and outside a tube whose pressure rises steadily, and its largest yielded radius.

    Linear elements along the radius with one point in each, where the equations of Prandtl and Reuss are
    integrated explicitly as what they are, rates: in equilibrium at all times, on the yield surface where the
    stress has reached it and does not retreat. What drifts off the surface is led back.
    """
    r = np.linspace(1, 2, n + 1)
    middle = (r[1:] + r[:-1]) / 2
    strain = np.zeros((n, 3, 2))  # (r, hoop, z) of the displacements of both ends
    strain[:, 0], strain[:, 1] = [-n, n], 0.5 / middle[:, None]
    deviator = np.eye(3) - 1 / 3
    elastic = BULK + 2 * SHEAR * deviator

    def rates(_, y):
        s = y[n + 1 :].reshape(n, 3) @ deviator
        mises = np.sqrt(1.5 * np.sum(s**2, axis=1)) + 1e-30
        normal = s / mises[:, None]
        yields = mises > (1 - 1e-5) * YIELD
        for _ in range(20):
            flow = np.where(yields, 3 * SHEAR, 0.0)[:, None] * normal
            plastic = flow[:, :, None] * normal[:, None, :]
            back = np.where(yields, 100 * (mises - YIELD), 0.0)[:, None] * normal
            stiffness = np.einsum("pia,pij,pjb,p->pab", strain, elastic - plastic, strain, middle / n)
            band, force = np.zeros((3, n + 1)), np.zeros(n + 1)
            band[1, :-1] += stiffness[:, 0, 0]
            band[1, 1:] += stiffness[:, 1, 1]
            band[0, 1:], band[2, :-1] = stiffness[:, 0, 1], stiffness[:, 1, 0]
            ends = np.einsum("pia,pi,p->pa", strain, back, middle / n)
            force[:-1] += ends[:, 0]
            force[1:] += ends[:, 1]
            force[0] += pressure
            v = solve_banded((1, 1), band, force)
            rate = np.einsum("pja,pa->pj", strain, np.stack([v[:-1], v[1:]], axis=1))
            retreats = yields & (np.sum(normal * rate, axis=1) < 0)
            if not retreats.any():
                break
            yields &= ~retreats
        stress = np.einsum("pij,pj->pi", elastic - plastic, rate) - back
        return np.concatenate([v, stress.ravel()])

    y = solve_ivp(rates, (0, 1), np.zeros(4 * n + 1), "RK23", rtol=1e-5, atol=1e-7, max_step=0.02).y[:, -1]
    s = y[n + 1 :].reshape(n, 3) @ deviator
    front = 1 + np.sum(1.5 * np.sum(s**2, axis=1) > (0.999 * YIELD) ** 2) / n
    return np.array([y[0], y[n], front])


def test_a_compressible_tube_with_a_plastic_front(problem):
    """Plane strain, Poisson's ratio 0.3: the axial stress moves along the yield surface."""
    expected = tube_of_rates(135.0, 40)
    errors = []
    for n, dt in ((20, 0.1), (40, 0.05)):
        deck = SHELL.format(displacements="u v", options="", dim=2, n=n, coordinates="RZ", poisson=POISSON,
                            pressure=135, fixed=FLAT)  # fmt: skip
        found = problem(deck, f"Executioner/dt={dt}", "Executioner/end_time=1").run(write=False).isel(time=-1)
        front = math.sqrt(float(found["yielded"]) / math.pi / 0.1 + 1)
        errors.append(np.array([float(found["inner"]), float(found["outer"]), front]) / expected - 1)
    assert np.abs(errors[1][:2]).max() < 3e-4 < np.abs(errors[0][:2]).max() < 3e-3
    assert abs(errors[1][2]) < 0.02
