"""Return to a yield surface given by curves for several temperatures, and the step lengths it allows."""

from __future__ import annotations

import sys

import numpy
import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_core.functions.piecewise_linear import PiecewiseLinear
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_multiple_inelastic_stress import ComputeMultipleInelasticStress
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.temperature_dependent_hardening_stress_update import (
    TemperatureDependentHardeningStressUpdate,
)
from alces_mechanics.timestep_limit import NO_LIMIT, joint_limit, timestep_limit

SHEAR = 50.0


@pytest.fixture
def metal(make):
    """Materials with yield stress 2 (cold) and 1 (warm), hardening 10 up to a slip of 0.1 and 2 beyond."""
    return (
        make(ComputeIsotropicElasticityTensor, shear_modulus=SHEAR, poissons_ratio=0.3),
        make(ComputeSmallStrain, displacements="disp_x disp_y"),
        make(
            TemperatureDependentHardeningStressUpdate, name="metal", hardening_functions="cold warm",
            temperatures="300 400", temperature="T", max_inelastic_increment=1e-3,
        ),
        make(ComputeMultipleInelasticStress, inelastic_models="metal"),
    )  # fmt: skip


@pytest.fixture
def curves(make):
    return {
        "cold": make(PiecewiseLinear, x="0 0.1 1", y="2 3 4.8"),
        "warm": make(PiecewiseLinear, x="0 0.1 1", y="1 2 3.8"),
    }


def sheared(metal, curves, shear, temperature, slip=0.0):
    """The points at an engineering shear strain."""
    fields = {"disp_x": {"grad": (0.0, shear)}, "disp_y": {}, "T": {"value": temperature}}
    states = {**metal[2].state(), "effective_plastic_strain": slip}
    return SamplePoints(fields, materials=metal, functions=curves, states=states, dt=0.5)


CASES = [
    (300.0, 0.0, 2.0, 10.0),
    (350.0, 0.0, 1.5, 10.0),  # half way between the curves
    (250.0, 0.0, 2.0, 10.0),  # beyond them
    (400.0, 0.2, 2.2, 2.0),  # on the second line
]


@pytest.mark.parametrize(("temperature", "before", "strength", "hardening"), CASES)
def test_shear_in_closed_form(metal, curves, temperature, before, strength, hardening):
    """In pure shear sqrt(3) G gamma - 3 G p = strength + hardening p."""
    gamma = 0.06
    q = sheared(metal, curves, gamma, temperature, before)
    slip = (3**0.5 * SHEAR * gamma - strength) / (3 * SHEAR + hardening)
    assert 0 < slip < 0.1
    assert float(value(q.property("effective_plastic_strain"))) == pytest.approx(before + slip)
    tau = (strength + hardening * slip) / 3**0.5
    assert float(value(q.property("stress")[0, 1])) == pytest.approx(tau)
    limit = float(value(q.property("material_timestep_limit")))
    assert limit == pytest.approx(0.5 * 1e-3 / slip)


def test_a_step_over_the_knee_ends_on_the_curve(metal, curves):
    gamma = 0.4
    q = sheared(metal, curves, gamma, 300.0)
    slip = float(value(q.property("effective_plastic_strain")))
    assert slip > 0.1
    assert 3**0.5 * SHEAR * gamma - 3 * SHEAR * slip == pytest.approx(3.0 + 2.0 * (slip - 0.1))


def test_below_the_strength_nothing_yields(metal, curves):
    q = sheared(metal, curves, 0.02, 300.0)
    assert float(value(q.property("effective_plastic_strain"))) == 0.0
    assert float(value(q.property("stress")[0, 1])) == pytest.approx(SHEAR * 0.02)
    assert float(value(q.property("material_timestep_limit"))) == sys.float_info.max


def test_partials_of_points_that_yield_and_do_not(metal, curves):
    r = numpy.random.default_rng(4)
    size = numpy.linspace(0.0, 0.1, 12).reshape(3, 4)
    fields = {
        "disp_x": {"grad": tuple(size * r.standard_normal((3, 4)) for _ in range(2))},
        "disp_y": {"grad": tuple(size * r.standard_normal((3, 4)) for _ in range(2))},
        "T": {"value": r.uniform(310, 390, (3, 4))},
    }
    options = {"materials": metal, "functions": curves, "states": metal[2].state()}
    slip = value(SamplePoints(fields, **options).property("effective_plastic_strain"))
    assert 0 < numpy.count_nonzero(slip) < slip.size
    assert partial_errors(lambda q: q.property("stress"), fields, **options) < 1e-11


@pytest.mark.parametrize(
    ("temperatures", "message"), [("300", "as many entries"), ("400 300", "must ascend")]
)
def test_wrong_temperatures_are_refused(make, temperatures, message):
    with pytest.raises(DeckError, match=message):
        make(
            TemperatureDependentHardeningStressUpdate, hardening_functions="a b", temperature="T",
            temperatures=temperatures,
        )  # fmt: skip


def test_limits_of_steps():
    slips = numpy.array([0.0, 2e-3])
    numpy.testing.assert_allclose(timestep_limit(SamplePoints({}, dt=4.0), slips, 1e-3), [NO_LIMIT, 2.0])
    assert joint_limit([]) == NO_LIMIT
    assert joint_limit([3.0]) == 3.0
    numpy.testing.assert_allclose(joint_limit([2.0, 3.0, NO_LIMIT]), 1.2)
    numpy.testing.assert_allclose(joint_limit([NO_LIMIT, NO_LIMIT]), NO_LIMIT)


CREEP = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[GlobalParams]
  displacements = u
[]
[Modules/TensorMechanics/Master]
  [all]
    add_variables = true
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1
    poissons_ratio = 0
  []
  [creep]
    type = PowerLawCreepStressUpdate
    coefficient = 1e-3
    n_exponent = 1
    activation_energy = 0
    max_inelastic_increment = 0.01
  []
  [stress]
    type = ComputeMultipleInelasticStress
    inelastic_models = creep
  []
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
    function = 0.1*x^2
  []
[]
[Postprocessors]
  [limit]
    type = MaterialTimeStepPostprocessor
  []
  [slip]
    type = ElementExtremeMaterialProperty
    mat_prop = effective_creep_strain
    value_type = max
  []
[]
[Executioner]
  type = Transient
  dt = 2
  num_steps = 1
[]
"""


def test_the_postprocessor_takes_the_smallest_limit(problem):
    p = problem(CREEP)
    p.run()
    found = p.state.postprocessors
    assert found["slip"] > 0
    assert found["limit"] == pytest.approx(2 * 0.01 / found["slip"])
