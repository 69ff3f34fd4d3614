"""Creep in outputs, inelastic models with names of their own, additional outputs."""

from __future__ import annotations

import pytest
from alces.hit import DeckErrors

CREEP = """
[GlobalParams]
  displacements = 'u'
[]
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Modules/TensorMechanics/Master]
  generate_output = 'stress_xx'
  incremental = true
  add_variables = true
  [all]
    additional_generate_output = '%s'
  []
[]
[Materials]
  [C]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 10
    poissons_ratio = 0.25
  []
  [stress]
    type = ComputeMultipleInelasticStress
    inelastic_models = flow
    combined_inelastic_strain_weights = '%s'
    max_iterations = 50
    absolute_tolerance = 1e-9
    output_properties = combined_inelastic_strain
  []
  [flow]
    type = PowerLawCreepStressUpdate
    coefficient = 0.1
    n_exponent = 1
    activation_energy = 0
    %s
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
    function = 0.1*t
  []
[]
[Postprocessors]
  [s]
    type = ElementAverageValue
    variable = stress_xx
  []
  [effective]
    type = ElementAverageMaterialProperty
    mat_prop = %s
  []
  %s
[]
[Executioner]
  type = Transient
  num_steps = 2
  nl_rel_tol = 1e-12
[]
"""
ONE = """[%s]
type = ElementAverageValue
variable = %s
[]
"""


def run(problem, words, weights="1", name=""):
    more = "".join(ONE % (f"of_{word}", word) for word in words.split())
    base = f"base_name = {name}" if name else ""
    prop = f"{name}_effective_creep_strain" if name else "effective_creep_strain"
    return problem(CREEP % (words, weights, base, prop, more)).run(write=False).isel(time=-1)


def test_creep_is_an_output_and_adds_to_those_of_the_outer_block(problem):
    """In one dimension: creep (2, -1, -1)/2 of its size, and l2norm = sqrt(3/2) of it."""
    end = run(problem, "creep_strain_xx creep_strain_yy effective_creep_strain l2norm_creep_strain")
    size = float(end["effective"])
    assert size > 0.01 and float(end["s"]) > 0.1
    assert float(end["of_creep_strain_xx"]) == pytest.approx(size, rel=1e-9)
    assert float(end["of_creep_strain_yy"]) == pytest.approx(-0.5 * size, rel=1e-9)
    assert float(end["of_effective_creep_strain"]) == pytest.approx(size, rel=1e-9)
    assert float(end["of_l2norm_creep_strain"]) == pytest.approx(1.5**0.5 * size, rel=1e-9)


def test_a_model_may_have_a_name_for_its_strains_alone(problem):
    plain, named = run(problem, ""), run(problem, "", name="slow")
    assert float(named["s"]) == pytest.approx(float(plain["s"]), rel=1e-12)
    assert float(named["effective"]) == pytest.approx(float(plain["effective"]), rel=1e-12)


def test_weights_change_what_is_shown_and_not_the_stress(problem):
    plain, halved = run(problem, ""), run(problem, "", weights="0.5")
    assert float(halved["s"]) == float(plain["s"])
    with pytest.raises(DeckErrors, match="one for each model"):
        run(problem, "", weights="1 2")
