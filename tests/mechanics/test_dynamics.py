"""Inertia, Newmark's method and the HHT method."""

from __future__ import annotations

import math

import alces
import numpy
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError, DeckErrors, parse
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.actions.dynamic_action import DynamicAction
from alces_mechanics.actions.dynamic_stress_divergence_action import DynamicStressDivergenceAction
from alces_mechanics.aux.newmark_accel_aux import NewmarkAccelAux
from alces_mechanics.aux.newmark_vel_aux import NewmarkVelAux
from alces_mechanics.aux.test_newmark_ti import TestNewmarkTI as NewmarkDerivative
from alces_mechanics.kernels.dynamic_stress_divergence_tensors import DynamicStressDivergenceTensors
from alces_mechanics.kernels.inertial_force import InertialForce

NEWMARK = {"velocity": "v", "acceleration": "a", "beta": 0.25, "gamma": 0.5}
FIELDS = {
    "u": {"value": 0.5, "old": 0.2, "dot": 3.0, "dotdot": 7.0, "dot_old": 2.0},
    "v": {"old": 1.0},
    "a": {"old": 4.0, "value": 6.0},
}


def test_inertia_by_newmark(make):
    """a = 4 ((0.5 - 0.2)/0.01 - 1/0.1 - 4/4) = 76, v = 1 + 0.05 (4 + 76) = 5."""
    k = make(InertialForce, variable="u", density=2, eta=0.5, alpha=-0.2, **NEWMARK)
    q = SamplePoints(FIELDS, dt=0.1, dual=False)
    assert k.value(q) == pytest.approx(2 * (76 + 0.5 * (0.8 * 5 + 0.2 * 1)))


def test_inertia_by_the_time_integrator(make):
    k = make(InertialForce, variable="u", density=2, eta=0.5, alpha=-0.2)
    assert k.value(SamplePoints(FIELDS, dual=False)) == pytest.approx(2 * (7 + 0.5 * (0.8 * 3 + 0.2 * 2)))


@pytest.mark.parametrize("given", [{}, NEWMARK])
def test_partials_of_inertia(make, given):
    k = make(InertialForce, variable="u", density=2, eta=0.5, alpha=-0.2, **given)
    q = SamplePoints(FIELDS, dt=0.1, rate=20.0)
    want = 2 * (400 + 0.5 * 0.8 * 20)  # both: d(a)/du = 1/(beta dt^2), d(v)/du = gamma/(beta dt)
    assert k.value(q).d[q.key("u")] == pytest.approx(want)


def test_newmark_parameters_go_together(make):
    with pytest.raises(DeckError, match="give all or none"):
        make(InertialForce, variable="u", velocity="v")


def test_newmark_auxiliaries(make):
    q = SamplePoints({**FIELDS, "acc": {"old": 4.0, "value": 76.0}, "vel": {"old": 1.0}}, dt=0.1, dual=False)
    a = make(NewmarkAccelAux, variable="acc", displacement="u", velocity="vel", beta=0.25)
    v = make(NewmarkVelAux, variable="vel", acceleration="acc", gamma=0.5)
    assert a.value(q) == pytest.approx(76.0) and v.value(q) == pytest.approx(5.0)
    assert a.reads_old == ("velocity",)


def test_derivatives_of_the_time_integrator(make):
    q = SamplePoints(FIELDS, dual=False)
    assert make(NewmarkDerivative, variable="v", displacement="u").value(q) == 3.0
    assert make(NewmarkDerivative, variable="v", displacement="u", first="false").value(q) == 7.0


def stresses(**options):
    return SamplePoints(
        {"u": {}, "w": {}},
        properties={"stress": Tensor.diagonal(5.0, 0.0, 0.0)},
        dt=0.5,
        properties_old={
            "stress": Tensor.diagonal(3.0, 0.0, 0.0),
            "stress (older)": Tensor.diagonal(2.0, 0.0, 0.0),
        },
        **options,
    )


@pytest.mark.parametrize(
    ("alpha", "zeta", "want", "remembered"),
    [
        (0, 0, 5.0, {}),
        (-0.25, 0, 0.75 * 5 + 0.25 * 3, {"stress": 1}),
        (-0.25, 0.1, 0.75 * (5 + 0.1 * 4) + 0.25 * (3 + 0.1 * 2), {"stress": 2}),
    ],
)
def test_averaged_stress(make, alpha, zeta, want, remembered):
    k = make(
        DynamicStressDivergenceTensors,
        variable="u",
        component=0,
        displacements="u w",
        hht_alpha=alpha,
        stiffness_damping_coefficient=zeta,
    )
    assert float(value(k.flux(stresses())[0])) == pytest.approx(want)
    assert k.remembers() == remembered


def test_static_initialization_is_refused(make):
    with pytest.raises(DeckError, match="static_initialization"):
        make(
            DynamicStressDivergenceTensors,
            variable="u",
            component=0,
            displacements="u w",
            static_initialization="true",
        )


def test_partials_of_the_averaged_stress(make):
    k = make(
        DynamicStressDivergenceTensors,
        variable="u",
        component=0,
        displacements="u w",
        hht_alpha=-0.25,
        stiffness_damping_coefficient=0.1,
    )
    zero = {"stress": Tensor.zero(), "stress (older)": Tensor.zero()}
    properties = {"stress": lambda q: Tensor([list(q.grad("u")), [0.0] * 3, [0.0] * 3])}
    assert (
        partial_errors(
            k.flux, {"u": {"grad": (1.0, 2.0)}, "w": {}}, properties=properties, properties_old=zero
        )
        < 1e-14
    )


# -- whole problems --------------------------------------------------------------------------------
OSCILLATOR = """
[GlobalParams]
  displacements = 'u'
[]
[Mesh]
  type = GeneratedMesh
  dim = 1
  use_displaced_mesh = false
[]
[Variables]
  [u]
    [InitialCondition]
      type = FunctionIC
      function = x
    []
  []
[]
{0}
[Materials]
  [C]
    type = ComputeElasticityTensor
    fill_method = symmetric_isotropic
    C_ijkl = '0 1.5'
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
[]
[Executioner]
  type = Transient
  dt = 0.01
  end_time = 1
  {1}
[]
[Postprocessors]
  [end]
    type = NodalExtremeValue
    variable = u
    boundary = right
  []
[]
"""
KERNELS = """
[Kernels]
  [DynamicTensorMechanics]
  []
  [inertia]
    type = InertialForce
    variable = u
    density = 1
  []
[]
[Materials/strain]
  type = ComputeSmallStrain
[]
"""
ACTION = """
[Modules/TensorMechanics/DynamicMaster]
  [all]
    density = 1
  []
[]
"""


def run(tmp_path, text):
    path = tmp_path / "deck.i"
    path.write_text(text)
    return alces.load(str(path)).run(write=False)


@pytest.mark.parametrize(("blocks", "scheme"), [(KERNELS, "scheme = newmark-beta"), (ACTION, "")])
def test_oscillator(tmp_path, blocks, scheme):
    """One element with E = 3, mass matrix entry 1/3: u'' = -9 u. Newmark starts from u'' = 0, which adds an
    error of first order in dt at the start, hence the tolerance."""
    found = run(tmp_path, OSCILLATOR.format(blocks, scheme))["end"].values
    numpy.testing.assert_allclose(found[-1], math.cos(3.0), atol=0.03)
    assert abs(found).max() == pytest.approx(1.0, abs=5e-3)


def test_both_forms_of_newmark_agree(tmp_path):
    one = run(tmp_path, OSCILLATOR.format(KERNELS, "scheme = newmark-beta"))["end"].values
    two = run(tmp_path, OSCILLATOR.format(ACTION, ""))["end"].values
    numpy.testing.assert_allclose(one, two, atol=1e-12)


def test_stiffness_damping_slows_down(tmp_path):
    """u'' + 9 (u + zeta u') = 0 with zeta = 0.1: decay by exp(-9 zeta t / 2)."""
    damped = ACTION.replace("density = 1", "density = 1\n stiffness_damping_coefficient = 0.1")
    found = run(tmp_path, OSCILLATOR.format(damped, ""))["end"].values[-1]
    w = math.sqrt(9 - 0.45**2)
    assert found == pytest.approx(math.exp(-0.45) * (math.cos(w) + 0.45 / w * math.sin(w)), abs=0.04)


def test_hht_amplifies_as_its_matrix_says(tmp_path):
    """a + eta ((1 + alpha) v - alpha v_old) + 9 ((1 + alpha) u - alpha u_old) = 0 with Newmark's updates maps
    (u, v, a) linearly from step to step; before the first step there is no stress."""
    alpha, beta, gamma, eta, dt = -0.3, 0.4225, 0.8, 0.5, 0.1
    now = numpy.array([
        [1.0, 0.0, -beta * dt * dt],
        [0.0, 1.0, -gamma * dt],
        [9.0 * (1 + alpha), eta * (1 + alpha), 1.0],
    ])  # fmt: skip
    before = numpy.array([
        [1.0, dt, dt * dt * (0.5 - beta)],
        [0.0, 1.0, dt * (1 - gamma)],
        [9.0 * alpha, eta * alpha, 0.0],
    ])  # fmt: skip
    state, want = numpy.array([1.0, 0.0, 0.0]), []
    for step in range(10):
        right = before @ state - (numpy.array([0.0, 0.0, 9.0 * alpha * state[0]]) if step == 0 else 0.0)
        state = numpy.linalg.solve(now, right)
        want.append(state[0])
    given = f"hht_alpha = {alpha}\n newmark_beta = {beta}\n newmark_gamma = {gamma}"
    damped = ACTION.replace(
        "density = 1", f"density = 1\n mass_damping_coefficient = {eta}\n {given}"
    )
    deck = OSCILLATOR.format(damped, "").replace("dt = 0.01", f"dt = {dt}")
    found = run(tmp_path, deck)["end"].values
    numpy.testing.assert_allclose(found[-10:], want, atol=1e-9)


def test_newmark_block(tmp_path):
    block = "[TimeIntegrator]\n type = NewmarkBeta\n beta = 0.3025\n gamma = 0.6\n[]"
    found = run(tmp_path, OSCILLATOR.format(KERNELS, block))["end"].values
    assert 0.9 < abs(found[-10:]).max() < 0.99  # gamma > 1/2 damps


def test_second_derivatives_need_newmark(tmp_path):
    with pytest.raises(DeckErrors, match="second time derivatives need scheme = newmark-beta"):
        run(tmp_path, OSCILLATOR.format(KERNELS, ""))


def test_beta_belongs_to_newmark(tmp_path):
    with pytest.raises(DeckErrors, match="goes with type = NewmarkBeta"):
        run(tmp_path, OSCILLATOR.format(KERNELS, "[TimeIntegrator]\n type = BDF2\n beta = 0.3\n[]"))


def test_actions(tmp_path):
    from alces.params import declared, validate

    def expanded(cls, path, text):
        deck = parse(f"[{path}]\n{text}\n[]")
        node = deck.find(path)
        values, errors = validate(node, declared(cls).values())
        assert not errors
        made = parse("")
        cls(node.name, values).expand(made)
        return made

    made = expanded(
        DynamicStressDivergenceAction,
        "Kernels/DynamicTensorMechanics",
        "displacements = 'u w'\nhht_alpha = -0.1\nzeta = z",
    )
    assert made.get("Kernels/DynamicTensorMechanics_1/stiffness_damping_coefficient") == "z"
    assert made.get("Kernels/DynamicTensorMechanics_1/hht_alpha") == "-0.1"
    made = expanded(
        DynamicAction,
        "Modules/all",
        "displacements = 'u w'\nmass_damping_coefficient = 0.2\nvelocities = 'vu vw'",
    )
    assert made.get("AuxKernels/all_vw/acceleration") == "accel_y"
    assert made.get("Kernels/all_inertia_0/eta") == "0.2"
