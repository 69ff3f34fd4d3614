"""Conduction of heat against closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest

TUBE = """
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = {n}
  xmin = 1
  xmax = 3
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables/T]
[]
[Kernels/conduction]
  type = HeatConduction
  variable = T
[]
[Materials]
  [metal]
    type = HeatConductionMaterial
    thermal_conductivity = 4
    specific_heat = 1
  []
[]
[BCs]
  [inner]
    type = DirichletBC
    variable = T
    boundary = left
    value = 500
  []
  [outer]
    type = ConvectiveFluxFunction
    variable = T
    boundary = right
    T_infinity = 300
    coefficient = 2.5
  []
[]
[Postprocessors]
  [outer]
    type = PointValue
    variable = T
    point = '3 0 0'
  []
  [lost]
    type = BoundaryReaction
    variable = T
    boundary = left
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
[]
"""


@pytest.mark.parametrize("kind", ["slab", "tube", "sphere"])
def test_conduction_and_convection_in_series(kind, problem):
    """From 500 inside to 300 in the fluid, k = 4, h = 2.5, radii 1 and 3: the resistances add up."""
    area = {"slab": 1.0, "tube": 2 * math.pi, "sphere": 4 * math.pi}[kind]  # at radius 1
    wall = {"slab": 2.0, "tube": math.log(3), "sphere": 1 - 1 / 3}[kind] / 4 / area
    film = {"slab": 1.0, "tube": 1 / 3, "sphere": 1 / 9}[kind] / 2.5 / area
    heat = 200 / (wall + film)
    coordinates, dim = {"slab": ("XYZ", 1), "tube": ("RZ", 2), "sphere": ("RSPHERICAL", 1)}[kind]
    errors = []
    for n in (8, 16):
        p = problem(TUBE.format(dim=dim, n=n, coordinates=coordinates))
        p.run(write=False)
        found = p.state.postprocessors
        errors.append(np.array([found["outer"] - 300 - heat * film, found["lost"] - heat]) / [200, heat])
    if kind == "slab":
        np.testing.assert_allclose(errors, 0, atol=1e-12)
    else:
        np.testing.assert_allclose(np.log2(np.divide(*errors)), 2, atol=0.15)
        assert np.abs(errors[1]).max() < 4e-3
