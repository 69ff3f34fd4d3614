"""J2 plasticity against closed forms and an independent integration of the equations of Prandtl and Reuss."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

YOUNG, POISSON, YIELD = 2e5, 0.3, 200.0
SHEAR, BULK = YOUNG / (2 * (1 + POISSON)), YOUNG / (3 * (1 - 2 * POISSON))
COMPONENTS = [(0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (0, 2)]

# -- one element that follows a path of strains ----------------------------------------------------
ELEMENT = """
[GlobalParams]
  displacements = '{displacements}'
[]
[Mesh]
  type = GeneratedMesh
  dim = {dim}
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 2e5
    poissons_ratio = 0.3
  []
  {material}
[]
[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  nl_rel_tol = 1e-12
  nl_abs_tol = 1e-9
  dt = {dt}
  end_time = {end}
[]
"""
UNKNOWN = """
[Variables/{u}]
[]
[Kernels/{u}]
  type = StressDivergenceTensors
  variable = {u}
  component = {i}
[]
"""
PRESCRIBED = """
[BCs/{u}]
  type = FunctionDirichletBC
  variable = {u}
  boundary = '{sides}'
  function = '{function}'
[]
"""
STRESS = """
[Materials/s{i}{j}]
  type = RankTwoCartesianComponent
  property_name = s{i}{j}
  rank_two_tensor = stress
  index_i = {i}
  index_j = {j}
[]
[Postprocessors/s{i}{j}]
  type = ElementAverageMaterialProperty
  mat_prop = s{i}{j}
[]
"""
J2 = """
  [strain]
    type = {kind}
  []
  [stress]
    type = ComputeJ2PlasticStress
    yield_stress = 200
    hardening_modulus = {hardening}
    plane_stress = {plane}
  []
"""
INELASTIC = """
  [strain]
    type = ComputeIncrementalSmallStrain
  []
  [plasticity]
    type = IsotropicPlasticityStressUpdate
    yield_stress = 200
    hardening_constant = {hardening}
  []
  [stress]
    type = ComputeMultipleInelasticStress
    inelastic_models = plasticity
  []
"""
MULTI = """
  [strain]
    type = ComputeIncrementalSmallStrain
  []
  [stress]
    type = ComputeMultiPlasticityStress
    plastic_models = j2
    ep_plastic_tolerance = 1e-9
  []
[]
[UserObjects]
  [strength]
    type = {law}
  []
  [j2]
    type = TensorMechanicsPlasticJ2
    yield_strength = strength
    yield_function_tolerance = 1e-7
    internal_constraint_tolerance = 1e-11
  []
"""


def law(name, hardening, plane=False):
    if name == "multi":
        return MULTI.format(law="TensorMechanicsHardeningConstant\n    value = 200")
    kind = "ComputePlaneStressSmallStrain" if plane else "ComputeSmallStrain"
    text = {"J2": J2, "inelastic": INELASTIC}[name]
    return text.format(kind=kind, hardening=hardening, plane=str(plane).lower())


def ramps(corners):
    """Formula of t that is corners[k] at t = k, and linear between."""
    steps = [(k, step) for k, step in enumerate(np.diff(corners).tolist()) if step]
    return " + ".join(f"({step!r})*min(max(t - {k}, 0), 1)" for k, step in steps) or "0"


def element(material, strains, dt, dim=3):
    """A deck whose cell has the strains (corner, i, j) at t = 0, 1, 2, ... ."""
    names = ["u", "v", "w"][:dim]
    sides = "left right bottom top" + " back front" * (dim == 3)
    parts = [ELEMENT.format(displacements=" ".join(names), dim=dim, material=material, dt=dt,
                            end=len(strains) - 1)]  # fmt: skip
    for i, u in enumerate(names):
        function = " + ".join(f"({ramps(strains[:, i, j])})*{'xyz'[j]}" for j in range(dim))
        parts += [UNKNOWN.format(u=u, i=i), PRESCRIBED.format(u=u, sides=sides, function=function)]
    return "\n".join(parts + [STRESS.format(i=i, j=j) for i, j in COMPONENTS])


@pytest.fixture
def stresses(problem):
    """Stress tensors at the corners of a path."""

    def followed(material, strains, steps, dim=3):
        found = problem(element(material, strains, 1 / steps, dim)).run(write=False)
        s = np.empty((len(strains) - 1, 3, 3))
        for i, j in COMPONENTS:
            s[:, i, j] = s[:, j, i] = found[f"s{i}{j}"].values[steps::steps]
        return s

    return followed


# -- the equations of Prandtl and Reuss ------------------------------------------------------------
def deviator(a):
    return a - np.trace(a) / 3 * np.eye(3)


def mises(a):
    return math.sqrt(1.5 * np.sum(deviator(a) ** 2))


def elastic(rate):
    return BULK * np.trace(rate) * np.eye(3) + 2 * SHEAR * deviator(rate)


def flow(stress, rate, hardening):
    """Rate of the effective plastic strain, from the condition that the stress stays on the yield surface."""
    return 3 * SHEAR * np.sum(deviator(stress) * rate) / mises(stress) / (3 * SHEAR + hardening)


def plastic(stress, rate, hardening):
    slip = flow(stress, rate, hardening)
    return elastic(rate) - 3 * SHEAR * slip * deviator(stress) / mises(stress), slip


def completed(rate, respond):
    """The strain rate with the zz that leaves the stress rate without zz."""
    zz = np.diag([0.0, 0.0, 1.0])
    here, there = respond(rate)[2, 2], respond(rate + zz)[2, 2]
    return rate + zz * here / (here - there)


def integrated(strains, hardening, plane=False):
    """Stresses at the corners by a Runge-Kutta method of high order, from the point of yielding on."""
    stress, slip, result = np.zeros((3, 3)), 0.0, []
    for rate in np.diff(strains, axis=0):
        step = elastic(completed(rate, elastic) if plane else rate)
        strength, start = YIELD + hardening * slip, 0.0

        def beyond(t, stress=stress, step=step, strength=strength):
            return mises(stress + t * step) - strength

        if beyond(1e-6) < 0:
            start = brentq(beyond, 1e-6, 1.0) if beyond(1.0) > 0 else 1.0
        stress = stress + start * step

        def right(t, y, rate=rate):
            now = y[:9].reshape(3, 3)
            r = completed(rate, lambda r: plastic(now, r, hardening)[0]) if plane else rate
            change, slipping = plastic(now, r, hardening)
            assert slipping > -1e-9
            return np.append(change, slipping)

        if start < 1:
            begin = np.append(stress, slip)
            end = solve_ivp(right, (start, 1), begin, "DOP853", rtol=1e-10, atol=1e-9).y[:, -1]
            stress, slip = end[:9].reshape(3, 3), end[9]
        result.append(stress)
    return np.array(result)


def symmetric(xx=0.0, yy=0.0, zz=0.0, xy=0.0, yz=0.0, xz=0.0):
    return 1e-3 * np.array([[xx, xy, xz], [xy, yy, yz], [xz, yz, zz]])


CORNERS = np.array([
    symmetric(),
    symmetric(xx=3, yy=-1, zz=-1),
    symmetric(xx=3, yy=-1, zz=-1, xy=3),
    symmetric(xx=2.6, yy=-1, zz=-1, xy=2.2),  # back, elastic
    symmetric(xx=-1, yy=2, zz=-1, xy=1, yz=2),
    symmetric(xx=-1, yy=1, zz=1, xy=-2, yz=2, xz=-1),
])


def extrapolated(stresses, path, exact, given, sizes=(10, 20), **more):
    """Implicit Euler in the strain is of first order; without its term the error is twenty times smaller."""
    coarse, fine = (stresses(given, path, n, **more) for n in sizes)
    errors = [np.abs(found - exact).max() for found in (coarse, fine)]
    assert np.log2(errors[0] / errors[1]) == pytest.approx(1, abs=0.15)
    return 2 * fine - coarse


@pytest.mark.parametrize("name, hardening", [("J2", 0), ("J2", 2e4), ("inelastic", 2e4), ("multi", 0)])
def test_corners_in_the_path(name, hardening, stresses):
    """Tension, then torsion, unloading, and tension and torsion in other planes."""
    path, sizes = (CORNERS[:4], (5, 10)) if name == "multi" else (CORNERS, (10, 20))
    exact = integrated(path, hardening)
    found = extrapolated(stresses, path, exact, law(name, hardening), sizes)
    np.testing.assert_allclose(found, exact, atol=2e-3 * YIELD)


@pytest.mark.parametrize("hardening", [0, 2e4])
def test_corners_in_plane_stress(hardening, stresses):
    path = CORNERS[:4]
    exact = integrated(path, hardening, plane=True)
    found = extrapolated(stresses, path, exact, law("J2", hardening, plane=True), dim=2)
    np.testing.assert_allclose(found, exact, atol=2e-3 * YIELD)


def test_torsion_after_tension_in_closed_form(stresses):
    """Perfectly plastic: the stress turns towards the shear, tau = Y/sqrt(3) tanh(2 sqrt(3) G e_xy/Y), and
    the deviatoric stress of the tension fades with the inverse of the cosh."""
    tension = {"xx": 3, "yy": -1, "zz": -1}
    path = np.array([symmetric(), symmetric(**tension), symmetric(**tension, xy=1)])
    turn = 2 * math.sqrt(3) * SHEAR * 1e-3 / YIELD
    exact = np.diag([2.0, -1.0, -1.0]) * YIELD / 3 / math.cosh(turn) + BULK * 1e-3 * np.eye(3)
    exact[0, 1] = exact[1, 0] = YIELD / math.sqrt(3) * math.tanh(turn)
    np.testing.assert_allclose(integrated(path, 0)[1], exact, atol=1e-6)
    coarse, fine = (stresses(law("J2", 0), path, n)[1] for n in (10, 20))
    assert np.abs(fine - exact).max() < 0.6 * np.abs(coarse - exact).max()
    np.testing.assert_allclose(2 * fine - coarse, exact, atol=1e-3 * YIELD)


# -- one element under stress ----------------------------------------------------------------------
CYCLE = """
[Functions/strain]
  type = PiecewiseLinear
  x = '0 1 2 3 4'
  y = '0 4e-3 -3e-3 5e-3 3e-3'
[]
[BCs]
  [left]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
  [right]
    type = FunctionDirichletBC
    variable = u
    boundary = right
    function = strain
  []
  [bottom]
    type = DirichletBC
    variable = v
    boundary = bottom
    value = 0
  []
  [back]
    type = DirichletBC
    variable = w
    boundary = back
    value = 0
  []
[]
[Postprocessors]
  [slip]
    type = ElementAverageMaterialProperty
    mat_prop = effective_plastic_strain
  []
  [lateral]
    type = PointValue
    variable = w
    point = '1 1 1'
  []
[]
"""


@pytest.mark.parametrize("name", ["J2", "inelastic"])
def test_cycles_of_tension_and_compression(name, problem):
    """Isotropic hardening: slope E H/(E + H) beyond the largest stress so far, either way; E in between."""
    hardening = 2e4
    parts = [ELEMENT.format(displacements="u v w", dim=3, material=law(name, 2e4), dt=0.5, end=4), CYCLE]
    parts += [UNKNOWN.format(u=u, i=i) for i, u in enumerate("uvw")]
    found = problem("\n".join(parts) + STRESS.format(i=0, j=0)).run(write=False)
    stress, slip, plastic_strain, last = 0.0, 0.0, 0.0, 0.0
    for t, strain in enumerate([4e-3, -3e-3, 5e-3, 3e-3], 1):
        trial = stress + YOUNG * (strain - last)
        excess = abs(trial) - YIELD - hardening * slip
        change = max(excess, 0.0) / (YOUNG + hardening)
        stress, slip, last = trial - math.copysign(YOUNG * change, trial), slip + change, strain
        plastic_strain += math.copysign(change, trial)
        now = found.sel(time=t)
        assert float(now["s00"]) == pytest.approx(stress, rel=1e-9)
        assert float(now["slip"]) == pytest.approx(slip, rel=1e-9)
        lateral = -POISSON * stress / YOUNG - plastic_strain / 2
        assert float(now["lateral"]) == pytest.approx(lateral, rel=1e-9)


def test_a_power_law_of_hardening(problem):
    """Uniaxial strain: 2 G eps - 3 G alpha = Y (1 + alpha/eps0)^n."""
    given = "TensorMechanicsHardeningPowerRule\n value_0 = 200\n epsilon0 = 5e-4\n exponent = 0.3"
    path = np.array([symmetric(), symmetric(xx=2), symmetric(xx=8)])
    found = problem(element(MULTI.format(law=given), path, 1.0)).run(write=False)
    for t, strain in ((1, 2e-3), (2, 8e-3)):
        trial = 2 * SHEAR * strain
        slip = brentq(lambda a, s=trial: s - 3 * SHEAR * a - 200 * (1 + a / 5e-4) ** 0.3, 0, strain)
        want = BULK * strain + 2 / 3 * (trial - 3 * SHEAR * slip)
        assert float(found["s00"].sel(time=t)) == pytest.approx(want, rel=1e-9)
