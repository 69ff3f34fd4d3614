"""Stress inside inclusions that grow in an infinite matrix: an elliptic cylinder, spheres."""

from __future__ import annotations

import numpy as np
import pytest
from alces.params import INTEGER, Param
from alces.physics import Function

INCLUSION = """
[GlobalParams]
  displacements = 'u v'
[]
[Mesh]
  [disc]
    type = AnnularMeshGenerator
    rmin = 0
    rmax = 4
    radial_positions = '{rings}'
    nt = {nt}
    dmax = 90
    tri_subdomain_id = 2
  []
  [stretched]
    type = ParsedNodeTransformGenerator
    input = disc
    x_function = '{a}*x'
    y_function = '{b}*y'
  []
  [inside]
    type = ParsedSubdomainMeshGenerator
    input = stretched
    combinatorial_geometry = '(x/{a})^2 + (y/{b})^2 < 1 & (x/{a})^2 + (y/{b})^2 > {core}'
    block_id = 1
  []
[]
[Problem]
  coord_type = {coordinates}
[]
[Physics/SolidMechanics/QuasiStatic/all]
  add_variables = true
  eigenstrain_names = growth
[]
[Materials]
  [matrix]
    type = ComputeIsotropicElasticityTensor
    block = 0
    youngs_modulus = 100
    poissons_ratio = 0.3
  []
  [inclusion]
    type = ComputeIsotropicElasticityTensor
    block = '1 2'
    youngs_modulus = {young}
    poissons_ratio = 0.3
  []
  [outside]
    type = GenericConstantMaterial
    block = 0
    prop_names = inside
    prop_values = 0
  []
  [here]
    type = GenericConstantMaterial
    block = '1 2'
    prop_names = inside
    prop_values = 1
  []
  [growth]
    type = ComputeEigenstrain
    eigenstrain_name = growth
    eigen_base = '{growth}'
    prefactor = inside
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[BCs]
  [u]
    type = DirichletBC
    variable = u
    boundary = dmax
    value = 0
  []
  [v]
    type = DirichletBC
    variable = v
    boundary = dmin
    value = 0
  []
  [far_u]
    type = FunctionDirichletBC
    variable = u
    boundary = rmax
    function = far_u
  []
  [far_v]
    type = FunctionDirichletBC
    variable = v
    boundary = rmax
    function = far_v
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
[]
"""
COMPONENT = """
[Materials/s{i}]
  type = RankTwoCartesianComponent
  property_name = s{i}
  rank_two_tensor = stress
  index_i = {i}
  index_j = {i}
[]
[Postprocessors]
  [mean{i}]
    type = ElementAverageMaterialProperty
    mat_prop = s{i}
    block = '1 2'
  []
  [low{i}]
    type = ElementExtremeMaterialProperty
    mat_prop = s{i}
    block = '1 2'
    value_type = min
  []
  [high{i}]
    type = ElementExtremeMaterialProperty
    mat_prop = s{i}
    block = '1 2'
  []
[]
"""
AXES, GROWTH = (1.5, 0.75), np.array([0.01, -0.004, 0.006])
SHEAR, LAME = 100 / 2.6, 100 * 0.3 / (1.3 * 0.4)


class FarField(Function):
    """Displacement around an elliptic cylinder with an eigenstrain: forces sigma* n on its surface, each with
    the plane-strain solution of Kelvin."""

    parameters = (Param("component", INTEGER),)

    def value(self, q):
        a, b = AXES
        angle = 2 * np.pi * np.arange(200) / 200
        stress = LAME * GROWTH.sum() + 2 * SHEAR * GROWTH
        force = [stress[0] * b * np.cos(angle), stress[1] * a * np.sin(angle)]
        d = [np.asarray(q.x)[..., None] - a * np.cos(angle), np.asarray(q.y)[..., None] - b * np.sin(angle)]
        square, i = d[0] ** 2 + d[1] ** 2, self.p.component
        kelvin = -0.5 * (3 - 4 * 0.3) * np.log(square) * force[i]
        kelvin = kelvin + d[i] * (d[0] * force[0] + d[1] * force[1]) / square
        return kelvin.sum(axis=-1) * 2 * np.pi / 200 / (8 * np.pi * SHEAR * 0.7)


def eshelby():
    """Interior strain over eigenstrain of an elliptic cylinder (Mura, Micromechanics of defects, 11.22)."""
    (a, b), nu = AXES, 0.3
    s = np.zeros((3, 3))
    for i, (p, q) in enumerate(((a, b), (b, a))):
        near, across = q / (p + q), q**2 / (p + q) ** 2
        s[i, i] = across + 2 * p * q / (p + q) ** 2 + (1 - 2 * nu) * near
        s[i, 1 - i] = across - (1 - 2 * nu) * near
        s[i, 2] = 2 * nu * near
    return s / (2 * (1 - nu))


def inclusion(n, a, b, coordinates, young, growth, far):
    rings = np.concatenate([np.arange(n + 1) / n, 4 ** (np.arange(1, 2 * n + 1) / (2 * n))])
    deck = INCLUSION.format(rings=" ".join(map(repr, rings[1:-1].tolist())), nt=2 * n, a=a, b=b,
                            coordinates=coordinates, young=young, growth=growth, core=n**-2)  # fmt: skip
    return deck + far + "".join(COMPONENT.format(i=i) for i in range(3))


def inside(problem, exact, deck):
    """Means and extremes of the stress inside, on two meshes."""
    errors, spread, size = [], [], np.abs(exact).max()
    for n in (6, 12):
        p = problem(deck(n))
        p.run(write=False)
        found = p.state.postprocessors
        mean, low, high = ([found[f"{word}{i}"] for i in range(3)] for word in ("mean", "low", "high"))
        errors.append((mean - exact) / size)
        spread.append(np.abs([low - exact, high - exact]).max() / size)
    ratios = np.log2(np.divide(*errors))
    np.testing.assert_allclose(ratios, 2, atol=0.25)
    assert np.abs(errors[1]).max() < 2.5e-3
    assert spread[1] < 0.01 and spread[1] < spread[0]


def test_an_elliptic_cylinder_in_an_infinite_matrix(problem, register):
    """Eshelby: the stress inside is uniform."""
    register(FarField)
    far = "".join(
        f"[Functions/far_{u}]\n type = FarField\n component = {i}\n[]\n" for i, u in enumerate("uv")
    )
    strain = eshelby() @ GROWTH - GROWTH
    exact = LAME * strain.sum() + 2 * SHEAR * strain
    growth = " ".join(map(str, GROWTH)) + " 0 0 0"
    inside(problem, exact, lambda n: inclusion(n, *AXES, "XYZ", 100, growth, far))


@pytest.mark.parametrize("young", [100, 20])
def test_a_sphere_in_an_infinite_matrix(young, problem):
    """RZ: a swelling sphere in a matrix with the same or another modulus; u = A r inside, A r/r^3 outside."""
    bulk = young / 1.2
    swell = 0.01 * 3 * bulk / (3 * bulk + 4 * SHEAR)
    exact = 3 * bulk * (swell - 0.01)
    far = "".join(
        f"[Functions/far_{u}]\n type = ParsedFunction\n expression = '{swell!r}*{x}/(x^2 + y^2)^1.5'\n[]\n"
        for u, x in ("ux", "vy")
    )
    growth = "0.01 0.01 0.01 0 0 0"
    inside(problem, np.full(3, exact), lambda n: inclusion(n, 1, 1, "RZ", young, growth, far))
