"""Phase fields against closed forms: growth and decay of waves, curvature, dissipation, Gibbs-Thomson."""

from __future__ import annotations

import math

import numpy as np
import pytest

# -- waves of small amplitude ----------------------------------------------------------------------
M, KAPPA, STEP = 1.5, 0.02, 1e-3

WAVE = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = {n}
  xmax = 2
  elem_type = {cell}
[]
[ICs/c]
  type = FunctionIC
  variable = c
  function = '{mean} + {amplitude}*cos({q}*x)'
[]
[{equation}
[]
[Materials]
  [F]
    type = DerivativeParsedMaterial
    property_name = F
    coupled_variables = c
    derivative_order = 2
    expression = '3*c^2*(1 - c)^2'
  []
  [constants]
    type = GenericConstantMaterial
    prop_names = 'M kappa'
    prop_values = '1.5 0.02'
  []
[]
[BCs/Periodic/all]
  auto_direction = x
[]
{more}
[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = {dt}
  num_steps = 1
  nl_rel_tol = 1e-9
  nl_abs_tol = 2e-11
[]
"""
ACTION = "Modules/PhaseField/{kind}/c]\n free_energy = F\n mobility = M\n kappa = kappa\n {more}"
CONSERVED = ACTION.format(kind="Conserved", more="solve_type = {form}\n order = {order}")
NONCONSERVED = ACTION.format(kind="Nonconserved", more="order = {order}")


def wave(**given):
    given = {"mean": 0.5, "amplitude": 1e-4, "more": "", "dt": STEP, "q": math.pi, "cell": "EDGE2", **given}
    return WAVE.format(**given)


def curvature(mean):
    """F'' of 3 c^2 (1 - c)^2."""
    return 6 - 36 * mean * (1 - mean)


@pytest.fixture
def growth(problem):
    """Growth rate of a wave in one implicit Euler step: 1 - dt rate = amplitude before/after.

    A cosine at the nodes of equal cells remains one, so that only the cells are in the error.
    """

    def measured(**given):
        p = problem(wave(**given))
        before = np.ptp(p.model.unknowns.node_values(0, p.state.u))
        p.run(write=False)
        return (1 - before / np.ptp(p.model.unknowns.node_values(0, p.state.u))) / given.get("dt", STEP)

    return measured


@pytest.mark.parametrize("mean, k", [(0.5, 1), (0.5, 3), (0.5, 5), (0.35, 2), (0.1, 2)])
@pytest.mark.parametrize("form", ["DIRECT", "REVERSE_SPLIT", "FORWARD_SPLIT"])
def test_cahn_hilliard_waves(form, mean, k, growth):
    """rate = -M q^2 (F'' + kappa q^2): slow and almost the fastest growth, decay of a short wave; growth
    between and decay outside the spinodals.

    Linear elements see q^2 (1 + (q h)^2/12) instead of q^2, cubic ones q^4 (1 + (q h)^4/720).
    """
    q, bend, stiff = k * math.pi, curvature(mean), KAPPA * (k * math.pi) ** 2
    equation = CONSERVED.format(form=form, order="THIRD" if form == "DIRECT" else "FIRST")
    for n in (20, 40):
        if form == "DIRECT":
            share = (2 * q / n) ** 4 / 720
            error, allowed = stiff * share, 0.25 * stiff * share
        else:
            share = (2 * q / n) ** 2 / 12
            error, allowed = (bend + 2 * stiff) * share, 0.06 * (abs(bend) + 2 * stiff) * share
        allowed = M * q**2 * allowed * (2 * q / n) ** 2  # the next power of q h
        exact = -M * q**2 * (bend + stiff)
        found = growth(n=n, q=q, mean=mean, equation=equation)
        assert found + M * q**2 * error == pytest.approx(exact, abs=allowed, rel=5e-7)


@pytest.mark.parametrize("mean, k", [(0.5, 1), (0.5, 5), (0.0, 3)])
def test_allen_cahn_waves(mean, k, growth):
    """rate = -L (F'' + kappa q^2), with the q^2 of linear elements."""
    q = k * math.pi
    for n in (20, 40):
        exact = -M * (curvature(mean) + KAPPA * q**2)
        error = -M * KAPPA * q**2 * (2 * q / n) ** 2 / 12
        found = growth(n=n, q=q, mean=mean, equation=NONCONSERVED.format(order="FIRST"), dt=0.01)
        assert found - exact == pytest.approx(error, rel=0.05 * (2 * q / n) ** 2, abs=1e-6)


# -- dissipation -----------------------------------------------------------------------------------
ENERGY = """
[Materials]
  [slope]
    type = VariableGradientMaterial
    variable = c
    prop = slope
  []
  [force]
    type = VariableGradientMaterial
    variable = chem_pot_c
    prop = force
  []
  [energy]
    type = ParsedMaterial
    property_name = energy
    material_property_names = 'F slope kappa'
    expression = 'F + 0.5*kappa*slope^2'
  []
  [dissipation]
    type = ParsedMaterial
    property_name = dissipation
    material_property_names = 'force M'
    expression = 'M*force^2'
  []
[]
[Postprocessors]
  [energy]
    type = ElementIntegralMaterialProperty
    mat_prop = energy
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [dissipation]
    type = ElementIntegralMaterialProperty
    mat_prop = dissipation
  []
[]
"""


@pytest.mark.parametrize("form", ["REVERSE_SPLIT", "FORWARD_SPLIT"])
def test_cahn_hilliard_dissipates_its_driving_force(form, problem):
    """d energy/dt = -int M |grad mu|^2, for every mesh; implicit Euler meets it to first order."""
    equation, q = CONSERVED.format(form=form, order="FIRST"), 2 * math.pi
    ratios = []
    for dt in (1e-4, 5e-5):
        deck = wave(n=20, equation=equation, amplitude=0.05, q=q, dt=dt, more=ENERGY)
        found = problem(deck, "Executioner/nl_abs_tol=1e-15").run(write=False)
        ratios.append(-np.diff(found["energy"])[-1] / dt / float(found["dissipation"][-1]))
    assert ratios[0] == pytest.approx(1, abs=0.01)
    assert 2 * ratios[1] - ratios[0] == pytest.approx(1, abs=1e-5)


# -- curvature -------------------------------------------------------------------------------------
GRAIN = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = {n}
  ny = {n}
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables/eta]
[]
[ICs/eta]
  type = FunctionIC
  variable = eta
  function = '0.5*(1 - tanh((sqrt(x^2 + y^2) - 0.8)*12))'
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = 2
    barrier_height = 144
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 2
    kappa_name = 0.5
  []
[]
[Postprocessors/volume]
  type = ElementIntegralVariablePostprocessor
  variable = eta
[]
[Executioner]
  type = Transient
  scheme = bdf2
  solve_type = NEWTON
  dt = {dt}
  end_time = {end}
[]
"""


@pytest.mark.parametrize("coordinates, dimensions", [("XYZ", 2), ("RZ", 3)])
def test_a_round_grain_shrinks_by_its_mean_curvature(coordinates, dimensions, problem):
    """d(R^2)/dt = -2 (d - 1) L kappa, circle and sphere, up to the square of width over R, 0.3 %."""
    end = 0.12 / (dimensions - 1)
    whole = {2: math.pi / 4, 3: 2 * math.pi / 3}[dimensions]

    def rate(n, steps):
        deck = GRAIN.format(n=n, coordinates=coordinates, dt=end / steps, end=end)
        found = problem(deck).run(write=False)
        half = steps // 2
        square = (found["volume"].values / whole) ** (2 / dimensions)
        return (square[-1 - half] - square[-1]) / (end / 2)

    exact = 2.0 * (dimensions - 1)
    coarse, fine, slow = rate(16, 16), rate(32, 16), rate(32, 32)
    limit = fine + (fine - coarse) / 3 + (slow - fine) / 3
    assert coarse == pytest.approx(exact, rel=0.06)
    assert slow == pytest.approx(exact, rel=0.02)
    assert limit == pytest.approx(exact, rel=5e-3)


DROP = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = {n}
  xmax = 2
  ymax = 0.1
[]
[Problem]
  coord_type = RZ
[]
[Modules/PhaseField/Conserved/c]
  free_energy = F
  mobility = M
  kappa = kappa
  solve_type = REVERSE_SPLIT
[]
[ICs/c]
  type = FunctionIC
  variable = c
  function = '0.5*(1 - tanh(20*(x - 1)))'
[]
[Materials]
  [F]
    type = DerivativeParsedMaterial
    property_name = F
    coupled_variables = c
    derivative_order = 2
    expression = 'c^2*(1 - c)^2'
  []
  [constants]
    type = GenericConstantMaterial
    prop_names = 'M kappa'
    prop_values = '1 ${fparse 2/1600}'
  []
[]
[Postprocessors]
  [least]
    type = NodalExtremeValue
    variable = chem_pot_c
    value_type = min
  []
  [most]
    type = NodalExtremeValue
    variable = chem_pot_c
  []
  [out]
    type = PointValue
    variable = c
    point = '2 0 0'
  []
[]
[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  nl_rel_tol = 1e-10
  nl_abs_tol = 1e-14
  dt = 100
  num_steps = 3
[]
"""


def test_potential_of_a_drop(problem):
    """Gibbs-Thomson: mu = sigma/R for a cylinder, sigma = sqrt(2 kappa)/6.

    c rises by mu/F'' = mu/2 everywhere; R shrinks accordingly, R^2 = 1 - 4 mu/2.
    """
    sigma = math.sqrt(2 * 2 / 1600) / 6
    mu = sigma
    for _ in range(20):
        mu = sigma / math.sqrt(1 - 2 * mu)
    errors = []
    for n in (80, 160):
        p = problem(DROP.replace("{n}", str(n)))
        p.run(write=False)
        found = p.state.postprocessors
        assert found["least"] == pytest.approx(found["most"], rel=1e-6)
        c = found["out"]
        assert 2 * c - 6 * c**2 + 4 * c**3 == pytest.approx(found["most"], rel=1e-6)
        errors.append(found["most"] / mu - 1)
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)
    assert errors[1] == pytest.approx(0, abs=3e-3)
