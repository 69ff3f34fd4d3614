"""Whole decks with several yield surfaces, and what is said about mistakes in them."""

from __future__ import annotations

import numpy
import pytest
from alces.hit import DeckErrors

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 3
  nx = 2
[]
[Variables]
  [disp_x]
  []
  [disp_y]
  []
  [disp_z]
  []
[]
[Kernels]
  [TensorMechanics]
    displacements = 'disp_x disp_y disp_z'
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = disp_x
    boundary = left
    value = 0
  []
  [bottom]
    type = DirichletBC
    variable = disp_y
    boundary = bottom
    value = 0
  []
  [back]
    type = DirichletBC
    variable = disp_z
    boundary = back
    value = 0
  []
  [right]
    type = FunctionDirichletBC
    variable = disp_x
    boundary = right
    function = '2e-3*t'
  []
[]
[AuxVariables]
  [f0]
    order = CONSTANT
    family = MONOMIAL
  []
  [slip]
    order = CONSTANT
    family = MONOMIAL
  []
[]
[AuxKernels]
  [f0]
    type = MaterialStdVectorAux
    variable = f0
    property = plastic_yield_function
    index = 1
  []
  [slip]
    type = MaterialStdVectorAux
    variable = slip
    property = plastic_internal_parameter
    factor = 1000
  []
[]
[UserObjects]
  [Y]
    type = TensorMechanicsHardeningPowerRule
    value_0 = 10
    epsilon0 = 0.01
  []
  [S]
    type = SolidMechanicsHardeningConstant
    value = 50
  []
  [metal]
    type = SolidMechanicsPlasticJ2
    yield_strength = Y
    yield_function_tolerance = 1e-9
    internal_constraint_tolerance = 1e-9
  []
  [cap]
    type = TensorMechanicsPlasticMeanCap
    strength = S
    yield_function_tolerance = 1e-9
    internal_constraint_tolerance = 1e-9
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1e4
    poissons_ratio = 0.25
  []
  [strain]
    type = ComputeIncrementalSmallStrain
    displacements = 'disp_x disp_y disp_z'
  []
  [stress]
    type = ComputeMultiPlasticityStress
    plastic_models = 'metal cap'
    ep_plastic_tolerance = 1e-10
    deactivation_scheme = safe
    debug_fspb = crash
    debug_jac_at_stress = '1 2 3 4 5 6 7 8 9'
  []
[]
[Executioner]
  type = Transient
  dt = 1
  num_steps = 2
  nl_abs_tol = 1e-9
[]
"""


def test_tension_follows_the_stress_strain_curve(problem):
    """sigma = E strain, then strain = sigma/E + (sigma - Y)/H."""
    end = problem(DECK).run(write=False).isel(time=-1)
    sigma = (4e-3 + 10 / 1000) / (1 / 1e4 + 1 / 1000)
    slip = (sigma - 10) / 1000
    numpy.testing.assert_allclose(end["slip"], 1000 * slip, rtol=1e-9)
    numpy.testing.assert_allclose(end["f0"], sigma / 3 - 50, rtol=1e-9)


def test_newton_converges_quadratically(problem):
    """The tangent is that of the step."""
    deck = problem(DECK, "Executioner/num_steps=1")
    deck.run(write=False)
    assert 2 <= deck.newton_iterations <= 4


def test_a_step_that_finds_no_stress_is_cut(problem):
    """Three Newton iterations at a point are not enough for the whole step, but for its parts."""
    steep = ("UserObjects/Y/epsilon0=1e-5", "UserObjects/Y/exponent=0.1")
    few = ("Materials/stress/max_NR_iterations=3", "Materials/stress/min_stepsize=1")
    result = problem(DECK, *steep, *few, "Executioner/num_steps=3").run(write=False)
    assert 0.0 < float(result.time[-1]) < 3.0
    assert numpy.all(numpy.isfinite(result["slip"]))


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("Materials/stress/plastic_models='metal lid'", "user object 'lid' .* does not exist"),
        ("UserObjects/metal/yield_strength=Z", "user object 'Z' .* does not exist"),
        ("Materials/stress/plastic_models=Y", "'Y' is no model of plasticity"),
        ("UserObjects/cap/strength=metal", "'metal' is no hardening law"),
        ("AuxKernels/f0/index=2", "'plastic_yield_function' has 2 entries, numbered from 0"),
        ("AuxKernels/f0/property=stress", "'stress' is no list"),
        ("AuxKernels/f0/property=plastic_yield", "'plastic_yield' .* is provided by no material"),
        ("Materials/strain/type=ComputeFiniteStrain", "ComputeFiniteStrain"),
        ("Materials/strain/type=ComputeSmallStrain", "strain_increment"),
        ("Materials/stress/min_stepsize=2", "min_stepsize"),
    ],
)
def test_mistakes_have_messages(problem, override, message):
    with pytest.raises(DeckErrors, match=message):
        problem(DECK, override).run()
