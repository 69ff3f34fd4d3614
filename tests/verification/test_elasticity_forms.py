"""Elasticity against closed forms: thick shells, a bimetallic strip, a vibrating bar."""

from __future__ import annotations

import math

import numpy as np
import pytest

# -- thick shells under inner pressure -------------------------------------------------------------
SHELL = """
[GlobalParams]
  displacements = '{displacements}'
[]
[Mesh]
  {mesh}
[]
[Problem]
  coord_type = {coordinates}
[]
[Physics/SolidMechanics/QuasiStatic/all]
  add_variables = true
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1000
    poissons_ratio = 0.3
  []
  [stress]
    type = ComputeLinearElasticStress
  []
  [hoop]
    type = {hoop}
    property_name = hoop
    rank_two_tensor = stress
  []
[]
[AuxVariables/hoop]
  family = MONOMIAL
  order = CONSTANT
[]
[AuxKernels/hoop]
  type = MaterialRealAux
  variable = hoop
  property = hoop
[]
{conditions}
[Postprocessors]
  [hoop]
    type = ElementExtremeValue
    variable = hoop
  []
  [inner]
    type = PointValue
    variable = u
    point = '1 0 0'
  []
  [outer]
    type = PointValue
    variable = u
    point = '2 0 0'
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
[]
"""


def fixed(variable, boundary):
    return (f"[BCs/{variable}]\n type = DirichletBC\n variable = {variable}\n boundary = '{boundary}'\n"
            " value = 0\n[]\n")  # fmt: skip


def pressed(variable, component, boundary):
    return (f"[BCs/p{component}]\n type = Pressure\n variable = {variable}\n component = {component}\n"
            f" boundary = {boundary}\n factor = 6\n use_displaced_mesh = false\n[]\n")  # fmt: skip


def shell(kind, n):
    line = f"type = GeneratedMesh\n dim = {{}}\n nx = {n}\n xmin = 1\n xmax = 2"
    if kind == "sphere":
        return SHELL.format(displacements="u", mesh=line.format(1), coordinates="RSPHERICAL",
                            hoop="RankTwoCartesianComponent\n index_i = 1\n index_j = 1",
                            conditions=pressed("u", 0, "left"))  # fmt: skip
    if kind == "tube":
        return SHELL.format(displacements="u v", mesh=line.format(2), coordinates="RZ",
                            hoop="RankTwoCartesianComponent\n index_i = 2\n index_j = 2",
                            conditions=pressed("u", 0, "left") + fixed("v", "bottom top"))  # fmt: skip
    ring = (f"[ring]\n type = AnnularMeshGenerator\n nr = {n}\n nt = {2 * n}\n rmin = 1\n rmax = 2\n"
            " dmax = 90\n[]")  # fmt: skip
    across = ("RankTwoCylindricalComponent\n cylindrical_component = HoopStress\n"
              " cylindrical_axis_point1 = '0 0 0'\n cylindrical_axis_point2 = '0 0 1'")  # fmt: skip
    symmetric = fixed("u", "dmax") + fixed("v", "dmin") + pressed("u", 0, "rmin") + pressed("v", 1, "rmin")
    return SHELL.format(displacements="u v", mesh=ring, coordinates="XYZ", hoop=across, conditions=symmetric)


@pytest.mark.parametrize("kind", ["sphere", "tube", "quarter"])
def test_thick_shells_of_lame(kind, problem):
    """p = 6, radii 1 and 2, plane strain in the tubes: displacements, and stress around the inner cells."""
    power = 3 if kind == "sphere" else 2
    share = 6 / (2**power - 1)
    if kind == "sphere":
        swell = [share / 1000 * (0.4 * r + 1.3 * 8 / (2 * r**2)) for r in (1, 2)]
    else:
        swell = [share / 1000 * 1.3 * (0.4 * r + 4 / r) for r in (1, 2)]
    errors = []
    for n in (10, 20):
        p = problem(shell(kind, n))
        p.run(write=False)
        r = 1 + 0.5 / n
        hoop = share * (1 + 4 / r**3) if kind == "sphere" else share * (1 + 4 / r**2)
        found = [p.state.postprocessors[k] for k in ("inner", "outer", "hoop")]
        errors.append(np.array(found) / [*swell, hoop] - 1)
    np.testing.assert_allclose(np.log2(np.divide(*errors))[:2], 2, atol=0.05)
    assert np.all(np.abs(errors[1]) < [2e-3, 1.5e-3, 5e-4])
    assert abs(errors[1][2]) < 0.4 * abs(errors[0][2])


# -- a strip of two metals -------------------------------------------------------------------------
STRIP = """
[GlobalParams]
  displacements = 'u v'
[]
[Mesh]
  [strip]
    type = GeneratedMeshGenerator
    dim = 2
    nx = {nx}
    ny = {ny}
    xmax = 8
    elem_type = {cell}
  []
  [upper]
    type = SubdomainBoundingBoxGenerator
    input = strip
    bottom_left = '0 0.25 0'
    top_right = '8 1 0'
    block_id = 1
  []
  [corner]
    type = ExtraNodesetGenerator
    input = upper
    coord = '0 0 0'
    new_boundary = corner
  []
[]
[Physics/SolidMechanics/QuasiStatic/all]
  add_variables = true
  planar_formulation = PLANE_STRESS
  eigenstrain_names = growth
[]
[Materials]
  [first]
    type = ComputeIsotropicElasticityTensor
    block = 0
    youngs_modulus = 200
    poissons_ratio = 0.3
  []
  [second]
    type = ComputeIsotropicElasticityTensor
    block = 1
    youngs_modulus = 70
    poissons_ratio = 0.2
  []
  [first_growth]
    type = ComputeThermalExpansionEigenstrain
    block = 0
    eigenstrain_name = growth
    temperature = 100
    stress_free_temperature = 20
    thermal_expansion_coeff = 1e-5
  []
  [second_growth]
    type = ComputeThermalExpansionEigenstrain
    block = 1
    eigenstrain_name = growth
    temperature = 100
    stress_free_temperature = 20
    thermal_expansion_coeff = 2.5e-5
  []
  [stress]
    type = ComputeLinearElasticStress
    plane_stress = true
  []
[]
[BCs]
  [symmetry]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
  [corner]
    type = DirichletBC
    variable = v
    boundary = corner
    value = 0
  []
[]
[Postprocessors/deflection]
  type = PointValue
  variable = v
  point = '4 0 0'
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
[]
"""


def test_a_bimetallic_strip(problem):
    """Timoshenko (1925): the curvature over the thickness is
    6 (alpha_2 - alpha_1) dT (1 + m)^2 / (3 (1 + m)^2 + (1 + m n)(m^2 + 1/(m n))), m and n the ratios of
    thicknesses and moduli. Elements of second order contain the solution, but for the free end far away."""
    m, n = 0.25 / 0.75, 200 / 70
    curvature = 6 * 1.5e-5 * 80 * (1 + m) ** 2 / (3 * (1 + m) ** 2 + (1 + m * n) * (m**2 + 1 / (m * n)))
    errors = []
    for cell, nx, ny in (("QUAD4", 32, 4), ("QUAD4", 64, 8), ("QUAD9", 16, 4)):
        p = problem(STRIP.format(cell=cell, nx=nx, ny=ny))
        p.run(write=False)
        errors.append(p.state.postprocessors["deflection"] / (-8 * curvature) - 1)
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.1)
    assert abs(errors[1]) < 0.01
    assert abs(errors[2]) < 3e-9


# -- a vibrating bar -------------------------------------------------------------------------------
BAR = """
[GlobalParams]
  displacements = 'u'
[]
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = {n}
[]
[Variables/u]
[]
[AuxVariables]
  [velocity]
    [InitialCondition]
      type = FunctionIC
      function = 'sin(pi*x/2)'
    []
  []
  [acceleration]
  []
[]
[AuxKernels]
  [acceleration]
    type = NewmarkAccelAux
    variable = acceleration
    displacement = u
    velocity = velocity
    beta = 0.25
    execute_on = TIMESTEP_END
  []
  [velocity]
    type = NewmarkVelAux
    variable = velocity
    acceleration = acceleration
    gamma = 0.5
    execute_on = TIMESTEP_END
  []
[]
[Kernels]
  [stress]
    type = StressDivergenceTensors
    variable = u
    component = 0
  []
  [inertia]
    type = InertialForce
    variable = u
    density = 2
    velocity = velocity
    acceleration = acceleration
    beta = 0.25
    gamma = 0.5
    use_displaced_mesh = false
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 18
    poissons_ratio = 0
  []
  [strain]
    type = ComputeSmallStrain
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[BCs/left]
  type = DirichletBC
  variable = u
  boundary = left
  value = 0
[]
[Postprocessors/end]
  type = PointValue
  variable = u
  point = '1 0 0'
[]
[Executioner]
  type = Transient
  solve_type = NEWTON
  dt = {dt}
  end_time = 1.5
  nl_rel_tol = 1e-12
  nl_abs_tol = 1e-13
[]
"""


def test_free_vibrations_of_a_bar(problem):
    """Started with the velocity sin(pi x/2), c = 3: one wave, whose frequency 3 pi/2 linear elements raise to
    sqrt(6 (1 - cos kh)/(2 + cos kh)) c/h and average acceleration lowers to 2 atan(omega dt/2)/dt."""
    errors = []
    for n in (6, 12):
        dt = 0.25 / n
        found = problem(BAR.format(n=n, dt=dt)).run(write=False)
        t, end = found["time"].values, found["end"].values
        cosine = math.cos(math.pi / 2 / n)
        raised = 3 * n * math.sqrt(6 * (1 - cosine) / (2 + cosine))
        lowered = 2 * math.atan(raised * dt / 2) / dt
        np.testing.assert_allclose(end, np.sin(lowered * t) / raised, atol=1e-10)
        i = int(np.argmax(end[1:] < 0))  # falls through zero between i and i + 1
        half = t[i] + end[i] / (end[i] - end[i + 1]) * (t[i + 1] - t[i])
        errors.append(half * 1.5 - 1)
    assert np.log2(errors[0] / errors[1]) == pytest.approx(2, abs=0.15)
    assert abs(errors[1]) < 2e-4
