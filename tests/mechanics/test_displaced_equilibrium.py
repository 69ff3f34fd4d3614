"""Equilibrium on the displaced mesh of small strains."""

from __future__ import annotations

import numpy
import pytest
from alces.ad import Tensor
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.displaced import on_displaced_mesh
from alces_mechanics.kernels.stress_divergence_rz_tensors import StressDivergenceRZTensors
from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors

F = numpy.array([[1.1, 0.2, -0.1], [0.05, 0.9, 0.3], [-0.2, 0.1, 1.2]])
NAMES = ("u", "v", "w")
GRADIENTS = {name: {"grad": tuple(row)} for name, row in zip(NAMES, F - numpy.eye(3), strict=True)}
STRESS = numpy.array([[4.0, 1.0, 2.0], [1.0, -3.0, 0.5], [2.0, 0.5, 7.0]])
SOLID = {"dim": 3, "properties": {"stress": Tensor(STRESS.tolist())}}


def kernel(make, **further):
    return make(
        StressDivergenceTensors, variable="v", component=1, displacements="u v w", use_displaced_mesh="true",
        **further,
    )


def test_the_stress_is_pulled_back_to_the_mesh_at_rest():
    q = SamplePoints(GRADIENTS, dual=False, displacements=NAMES, **SOLID)
    pulled = on_displaced_mesh(q, Tensor(STRESS.tolist()))
    want = numpy.linalg.det(F) * STRESS @ numpy.linalg.inv(F).T
    numpy.testing.assert_allclose([[pulled[i, j] for j in range(3)] for i in range(3)], want)


def test_a_row_of_it_is_the_flux_and_partials_are_exact(make):
    q = SamplePoints(GRADIENTS, dual=False, displacements=NAMES, **SOLID)
    want = numpy.linalg.det(F) * STRESS @ numpy.linalg.inv(F).T
    numpy.testing.assert_allclose(list(kernel(make).flux(q)), want[1])
    assert partial_errors(kernel(make).flux, GRADIENTS, displacements=NAMES, **SOLID) < 1e-13


def test_without_a_displaced_mesh_nothing_changes(make):
    q = SamplePoints(GRADIENTS, dual=False, **SOLID)
    assert list(kernel(make).flux(q)) == list(STRESS[1])


def test_hoops_of_a_displaced_ring(make):
    """u = r/10, v = 0: (w, s_hoop / r_now) over the displaced ring is s_hoop 1.1 / r times the volume."""
    fields = {"u": {"value": 0.2, "grad": (0.1, 0.0)}, "v": {}}
    q = SamplePoints(fields, x=2.0, coord_type="RZ", displacements=("u", "v"), dual=False,
                     properties={"stress": Tensor.diagonal(0.0, 0.0, 3.0)})
    ring = make(StressDivergenceRZTensors, variable="u", component=0, displacements="u v",
                use_displaced_mesh="true")
    assert ring.value(q) == pytest.approx(3.0 * 1.1 / 2.0)


PULLED = """
[GlobalParams]
  displacements = 'u v w'
[]
[Mesh]
  type = GeneratedMesh
  dim = 3
[]
[Modules/TensorMechanics/Master]
  [all]
    add_variables = true
    use_displaced_mesh = true
  []
[]
[Materials]
  [C]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 10
    poissons_ratio = 0.25
  []
  [stress]
    type = ComputeLinearElasticStress
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
  [w]
    type = DirichletBC
    variable = w
    boundary = back
    value = 0
  []
  [pull]
    type = NeumannBC
    variable = u
    boundary = right
    value = 2
  []
[]
[Executioner]
  type = Steady
[]
"""


def test_a_pulled_cube_carries_its_load_on_what_is_left_of_its_section(problem):
    """10 e (1 - e/4)^2 = 2: the section shrinks with the lateral strain -e/4."""
    end = problem(PULLED).run(write=False).isel(time=-1)["u"].to_numpy().max()
    roots = numpy.roots([10 / 16, -5, 10, -2])
    assert end == pytest.approx(min(r.real for r in roots if abs(r.imag) < 1e-12), rel=1e-9)
