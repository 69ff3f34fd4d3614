"""Reaction, transport of ions and currents against closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from alces.physics.sample import SamplePoints
from alces_electrochem.materials.butler_volmer_rate import ButlerVolmerRate
from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial

# -- the law of Butler and Volmer ------------------------------------------------------------------
RATE = 0.6 * 1.875  # L_eta h'(1/2), h' = 30 eta^2 (1 - eta)^2


@pytest.fixture
def current(make):
    """Rate over overpotential (in RT/F) in the middle of the interface, through the potential."""
    h = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    law = make(ButlerVolmerRate, eta="eta", concentration="c", potential="phi", rate_constant=0.6,
               reaction_energy=-1.5, potential_factor=1)  # fmt: skip

    def rate(overpotential, c=1.0):
        fields = {"eta": {"value": 0.5}, "c": {"value": c}, "phi": {"value": overpotential + 1.5}}
        return SamplePoints(fields, materials=(h, law), dual=False).property("I_BV")

    return rate


def test_tafel_branches(current):
    """Far from equilibrium ln|I| is linear, of slope +-1/2, and meets the exchange rate at zero."""
    for sign in (1, -1):
        for c in (1.0, 0.25):
            exchange = RATE * (c if sign < 0 else 1.0)
            for overpotential in (10.0, 20.0, 40.0):
                line = math.log(exchange) + overpotential / 2
                other = (c if sign > 0 else 1 / c) * math.exp(-overpotential)  # the other branch
                found = math.log(sign * current(sign * overpotential, c))
                assert found - line == pytest.approx(-other, rel=1e-3, abs=1e-14)


def test_small_overpotentials_drive_currents_in_proportion(current):
    """I = I0 eta (1 + eta^2/24 + ...): a charge transfer resistance."""
    for overpotential in (0.2, -0.2, 0.02, -0.02):
        line = RATE * overpotential
        assert current(overpotential) / line - 1 == pytest.approx(overpotential**2 / 24, rel=1e-3)


@pytest.mark.parametrize("c", [2.0, 1.0, 0.3, 1e-3])
def test_equilibrium_is_nernsts(c, current):
    """No net rate at the potential ln c, and metal is deposited below it, dissolved above."""
    assert current(math.log(c), c) == pytest.approx(0, abs=1e-15)
    assert current(math.log(c) - 0.1, c) < 0 < current(math.log(c) + 0.1, c)


FRONT = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = {n}
[]
[Variables]
  [eta]
  []
  {ions}
[]
[ICs]
  [eta]
    type = FunctionIC
    variable = eta
    function = '0.5*(1 - tanh(20*(x - 0.5)))'
  []
[]
[Materials]
  [h]
    type = SwitchingFunctionMaterial
    eta = eta
    h_order = HIGH
  []
  [rate]
    type = ButlerVolmerRate
    eta = eta
    concentration = {c}
    potential = {potential}
    potential_factor = 1
    rate_constant = 0.1
    reaction_energy = -0.5
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = 1
    barrier_height = 4
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 1
    kappa_name = 0.005
  []
  [reaction]
    type = ButlerVolmerReaction
    variable = eta
  []
  {more}
[]
[Postprocessors]
  [position]
    type = ElementIntegralMaterialProperty
    mat_prop = h
  []
[]
[Executioner]
  type = Transient
  scheme = {scheme}
  solve_type = NEWTON
  dt = {dt}
  end_time = {end}
  nl_rel_tol = 1e-10
[]
"""


@pytest.mark.parametrize("potential, c", [(0.54, 1.0), (0.46, 1.0), (0.5, 1.04)])
def test_a_front_follows_a_small_overpotential(potential, c, problem):
    """v = 6 |I| sqrt(kappa/(2 W))/h' to first order, to metal below and to electrolyte above equilibrium."""
    half = (potential - 0.5) / 2
    drive = -0.1 * (math.exp(half) - c * math.exp(-half))
    exact = 6 * drive * math.sqrt(0.005 / 8)
    errors = []
    for n in (40, 80):
        deck = FRONT.format(n=n, dt=0.5, end=10, scheme="bdf2", c=c, potential=potential, ions="", more="")
        found = problem(deck).run(write=False)["position"].values
        errors.append((found[-1] - found[10]) / 5 / exact - 1)
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)
    assert errors[1] == pytest.approx(0, abs=0.01)


IONS = """
  [c_rate]
    type = TimeDerivative
    variable = c
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = 1
  []
  [consumption]
    type = CoefCoupledTimeDerivative
    variable = c
    v = eta
    coef = 2
  []
"""


@pytest.mark.parametrize("potential", [0.2, 0.9])
def test_a_closed_cell_reaches_the_potential_of_nernst(potential, problem):
    """Metal grows or dissolves until c = exp(phi - 0.5); what it takes up, 2 per volume, is missing in c."""
    ions = "[c]\n initial_condition = 1\n []"
    deck = FRONT.format(n=40, dt=20, end=500, scheme="implicit-euler", c="c", potential=potential, ions=ions,
                        more=IONS)  # fmt: skip
    p = problem(deck)
    p.run(write=False)
    c = p.state.u[p.model.unknowns.field == 1]
    np.testing.assert_allclose(c, math.exp(potential - 0.5), rtol=1e-4)
    taken = 2 * (p.state.postprocessors["position"] - 0.5)
    assert taken == pytest.approx(1 - c[0], rel=5e-6)


# -- transport of ions -----------------------------------------------------------------------------
PROFILE = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = {n}
[]
[Variables]
  [phi]
  []
  [c]
    initial_condition = 1
  []
[]
[Kernels]
  [ohm]
    type = Diffusion
    variable = phi
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = 3
  []
  [migration]
    type = IonMigration
    variable = c
    potential = phi
    diffusivity = 3
    charge_number = {z}
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = phi
    boundary = left
    value = -1.5
  []
  [right]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
  [c]
    type = DirichletBC
    variable = c
    boundary = right
    value = 1
  []
[]
[Postprocessors/error]
  type = ElementL2Error
  variable = c
  function = 'exp(-{z}*1.5*(x - 1))'
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
  line_search = none
[]
"""


@pytest.mark.parametrize("z", [-1, 2])
def test_boltzmann_profile_of_other_charges(z, problem):
    """c = exp(-z phi); linear elements multiply c by (1 + Pe)/(1 - Pe), not exp(2 Pe), Pe = z phi' h/2."""
    errors = []
    for n in (20, 40):
        p = problem(PROFILE.format(n=n, z=z))
        p.run(write=False)
        left = p.model.unknowns.node_values(1, p.state.u)[0]
        peclet = z * 1.5 / n / 2
        assert left == pytest.approx(((1 + peclet) / (1 - peclet)) ** n, rel=1e-10)
        errors.append(p.state.postprocessors["error"])
        assert left == pytest.approx(math.exp(1.5 * z), rel=1.3 * n * abs(2 * peclet) ** 3 / 12)
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)


BINARY = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = {n}
[]
[Variables]
  [c]
    initial_condition = 1
  []
  [phi]
  []
[]
[Materials]
  [conductance]
    type = ParsedMaterial
    property_name = minus_D_c
    coupled_variables = c
    expression = '-0.5*c'
  []
[]
[Kernels]
  [cations_diffuse]
    type = MatDiffusion
    variable = c
    diffusivity = 2
  []
  [cations_migrate]
    type = IonMigration
    variable = c
    potential = phi
    diffusivity = 2
  []
  [anions_diffuse]
    type = MatDiffusion
    variable = phi
    v = c
    diffusivity = 0.5
  []
  [anions_migrate]
    type = MatDiffusion
    variable = phi
    diffusivity = minus_D_c
  []
[]
[BCs]
  [consumed]
    type = IonInflowBC
    variable = c
    boundary = left
    inflow = {inflow}
  []
  [c]
    type = DirichletBC
    variable = c
    boundary = right
    value = 1
  []
  [phi]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
  nl_rel_tol = 1e-11
[]
"""


@pytest.mark.parametrize("share", [-0.5, 0.5, 0.9])
def test_limiting_current_of_a_binary_electrolyte(share, problem):
    """As many anions, which cannot leave: D_+ (grad c + c grad phi) = J and phi = ln c. So c is linear with
    the slope J/(2 D_+), and the largest J is 2 D_+ c_0/length = 4, twice that of diffusion."""
    errors = []
    for n in (40, 80):
        p = problem(BINARY.format(n=n, inflow=-4 * share))
        p.run(write=False)
        c, phi = (p.model.unknowns.node_values(i, p.state.u)[0] for i in (0, 1))
        assert c == pytest.approx(1 - share, abs=1e-13)
        errors.append(abs(phi - math.log(1 - share)))
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)
    # d^2(ln c)/dx^2 of the last cell counts most
    assert errors[1] < 0.07 * (share / (1 - share) / 80) ** 2


SAND = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = {n}
  xmax = 4
[]
[Variables/c]
  initial_condition = 1
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = c
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = 0.7
  []
[]
[BCs/consumed]
  type = IonInflowBC
  variable = c
  boundary = left
  inflow = -1.3
[]
[Postprocessors/c]
  type = PointValue
  variable = c
  point = '0 0 0'
[]
[Executioner]
  type = Transient
  scheme = bdf2
  solve_type = NEWTON
  dt = {dt}
  end_time = {end}
[]
"""


def test_depletion_at_constant_current(problem):
    """Sand: c(0) = 1 - (2 J/D) sqrt(D t/pi) vanishes at tau = pi D/(4 J^2)."""
    tau = math.pi * 0.7 / (4 * 1.3**2)
    errors = []
    for n in (20, 40):
        p = problem(SAND.format(n=n, dt=tau / n, end=tau))
        p.run(write=False)
        errors.append(p.state.postprocessors["c"])
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)
    assert errors[1] < 2e-3
