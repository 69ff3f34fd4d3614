"""Eigenstrains made of others, and those that an action finds by itself."""

from __future__ import annotations

import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError, parse
from alces.physics.sample import SamplePoints
from alces_mechanics.deck import eigenstrains_of
from alces_mechanics.materials.composite_eigenstrain import CompositeEigenstrain
from alces_mechanics.materials.compute_finite_strain_elastic_stress import ComputeFiniteStrainElasticStress
from alces_mechanics.materials.compute_volumetric_eigenstrain import ComputeVolumetricEigenstrain


def test_weighted_sum(make):
    mixed = make(CompositeEigenstrain, tensors="a b", weights="ha hb", eigenstrain_name="mixed")
    given = {"a": Tensor.diagonal(1.0, 2.0, 3.0), "b": Tensor.symmetric(5.0, 0.0, 0.0, xy=4.0)}
    q = SamplePoints({}, materials=(mixed,), properties={**given, "ha": 0.5, "hb": 2.0})
    found = q.property("mixed")
    assert [value(found[i, i]) for i in range(3)] == [10.5, 1.0, 1.5]
    assert value(found[0, 1]) == 8.0
    with pytest.raises(DeckError, match="one weight for each"):
        make(CompositeEigenstrain, tensors="a b", weights="ha", eigenstrain_name="mixed")


def test_a_body_that_swells_to_eight_volumes_doubles_its_length(make):
    """exp(strain) = 2 for 1 + v = 8, the v of two properties."""
    swelling = make(ComputeVolumetricEigenstrain, volumetric_materials="v1 v2", eigenstrain_name="s")
    q = SamplePoints({}, materials=(swelling,), properties={"v1": 3.0, "v2": 4.0})
    for i in range(3):
        assert value(q.property("s")[i, i]) == pytest.approx(0.6931471805599453)
    assert value(q.property("s")[0, 1]) == 0.0


MATERIALS = """
[Materials]
  [heat]
    eigenstrain_name = heat
  []
  [swelling]
    block = '1 2'
    eigenstrain_name = swelling
  []
  [elsewhere]
    block = 3
    eigenstrain_name = elsewhere
  []
  [sum]
    tensors = 'heat'
    eigenstrain_name = sum
  []
  [elasticity]
    tensors = 'swelling'
  []
  [other]
    base_name = other
    eigenstrain_name = others
  []
[]
"""


def test_eigenstrains_of_blocks_without_the_parts_of_others():
    assert eigenstrains_of(parse(MATERIALS), ("2",), "") == ("swelling", "sum")
    assert eigenstrains_of(parse(MATERIALS), (), "") == ("swelling", "elsewhere", "sum")
    assert eigenstrains_of(parse(MATERIALS), (), "other") == ("others",)


HEATED = """
[GlobalParams]
  displacements = 'u v'
[]
[Mesh]
  type = GeneratedMesh
  dim = 2
[]
[Physics/SolidMechanics/QuasiStatic]
  [all]
    add_variables = true
    incremental = true
    automatic_eigenstrain_names = true
    generate_output = 'stress_zz'
  []
[]
[Materials]
  [C]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 10
    poissons_ratio = 0
  []
  [stress]
    type = ComputeFiniteStrainElasticStress
  []
  [heat]
    type = ComputeThermalExpansionEigenstrain
    temperature = 5
    stress_free_temperature = 1
    thermal_expansion_coeff = 0.02
    eigenstrain_name = heat
  []
  [mean]
    type = ComputeReducedOrderEigenstrain
    input_eigenstrain_names = heat
    eigenstrain_name = mean
  []
[]
[BCs]
  [u]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
  [v]
    type = DirichletBC
    variable = v
    boundary = bottom
    value = 0
  []
[]
[Postprocessors]
  [across]
    type = ElementAverageValue
    variable = stress_zz
  []
[]
[Executioner]
  type = Transient
  num_steps = 1
[]
"""


def test_the_action_takes_each_eigenstrain_once(problem):
    """Plane strain, Poisson's ratio 0: -10 * 0.02 * 4, and twice that if the part counted again."""
    end = problem(HEATED).run(write=False).isel(time=-1)
    assert float(end["across"]) == pytest.approx(-0.8, rel=1e-9)
    assert float(end["u"].max()) == pytest.approx(0.08, rel=1e-9)


def test_the_stress_of_increments_without_rotation(make):
    strain = Tensor.symmetric(1.0, 0.0, 0.0, xy=2.0)

    class Twice:
        def stress(self, strain):
            return strain * 2.0

    stress = make(ComputeFiniteStrainElasticStress)
    q = SamplePoints({}, materials=(stress,), properties={
        "elasticity_tensor": Twice(), "strain_increment": strain, "mechanical_strain": strain})
    assert value(q.property("stress")[0, 0]) == 2.0 and value(q.property("stress")[0, 1]) == 4.0
