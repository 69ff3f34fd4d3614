"""Resistances in parallel and between curved electrodes; those in series are in test_closed_forms."""

from __future__ import annotations

import math

import numpy as np
import pytest

PARALLEL = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 2
  ny = {n}
[]
[Variables/phi]
[]
[UserObjects/grains]
  type = VoronoiGrains
  seeds = '0 0  0 1'
[]
[Materials]
  [grain_boundary]
    type = GrainBoundaryIndicator
    grains = grains
    gb_width = 0.08
    ramp_half_width = 0.015
  []
  [conductivity]
    type = GrainBoundaryMixture
    property_name = sigma
    metal = 1e8
    electrolyte = 1
    grain_boundary = {sigma}
    h_name = 0
  []
  [current]
    type = CurrentDensity
    potential = phi
  []
[]
[Kernels/ohm]
  type = MatDiffusion
  variable = phi
  diffusivity = sigma
[]
[BCs]
  [left]
    type = DirichletBC
    variable = phi
    boundary = left
    value = 3
  []
  [right]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 1
  []
[]
[Postprocessors]
  [inside]
    type = ElementAverageMaterialProperty
    mat_prop = current_density_magnitude
  []
  [through]
    type = BoundaryReaction
    variable = phi
    boundary = left
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
[]
"""


@pytest.mark.parametrize("sigma", [2.5, 0.125, 250])
def test_a_boundary_and_its_grains_in_parallel(sigma, problem):
    """i = 2 (1 + (sigma - 1) 0.08): the boundary has the weight 0.08; two points of Gauss meet its ramps."""
    exact = 2 * (1 + (sigma - 1) * 0.08)
    p = problem(PARALLEL.format(n=50, sigma=sigma))
    p.run(write=False)
    assert p.state.postprocessors["inside"] == pytest.approx(exact, rel=1e-12)
    assert p.state.postprocessors["through"] == pytest.approx(exact, rel=1e-11)


RADIAL = """
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = {n}
  xmin = 0.5
  xmax = 2
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables/phi]
[]
[Kernels/ohm]
  type = MatDiffusion
  variable = phi
  diffusivity = 2.5
[]
[BCs]
  [inner]
    type = AppliedCurrentBC
    variable = phi
    boundary = left
    current = 5
  []
  [outer]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
[]
[Postprocessors]
  [inner]
    type = PointValue
    variable = phi
    point = '0.5 0 0'
  []
  [through]
    type = BoundaryReaction
    variable = phi
    boundary = right
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
[]
"""


@pytest.mark.parametrize("coordinates, dim, exact",
                         [("RZ", 2, math.log(4)), ("RSPHERICAL", 1, 0.75)])
def test_resistance_between_cylinders_and_spheres(coordinates, dim, exact, problem):
    """i = 5 at r = 1/2, sigma = 2.5: phi = ln(2/r) or (1/r - 1/2)/2; the whole current leaves outside."""
    errors = []
    for n in (15, 30):
        p = problem(RADIAL.format(coordinates=coordinates, dim=dim, n=n))
        p.run(write=False)
        found = p.state.postprocessors
        assert found["through"] == pytest.approx(-5 * math.pi, rel=1e-11)
        errors.append(exact - found["inner"])
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)
    assert errors[1] < 2e-3 * exact
