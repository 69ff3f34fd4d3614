"""Stiffnesses and elastic constants."""

from __future__ import annotations

import itertools

import numpy
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError
from alces_mechanics.elasticity import VOIGT, AnisotropicStiffness, IsotropicStiffness
from alces_mechanics.fill_methods import FILL, rotated
from alces_mechanics.materials.compute_elasticity_tensor import ComputeElasticityTensor
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_linear_elastic_stress import ComputeLinearElasticStress
from alces_mechanics.materials.compute_plane_stress_small_strain import ComputePlaneStressSmallStrain
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain

STEEL = {
    "youngs_modulus": 208.0,
    "poissons_ratio": 0.3,
    "lambda": 120.0,
    "shear_modulus": 80.0,
    "bulk_modulus": 120.0 + 160.0 / 3.0,
}
CUBIC = (250.0, 120.0, 120.0, 250.0, 120.0, 250.0, 90.0, 90.0, 90.0)


@pytest.mark.parametrize("pair", list(itertools.combinations(sorted(STEEL), 2)))
def test_any_two_constants_give_the_same_material(make, pair):
    """lambda = 120, mu = 80: E = mu (3 lambda + 2 mu)/(lambda + mu) = 208, nu = 0.3."""
    material = make(ComputeIsotropicElasticityTensor, **{name: repr(STEEL[name]) for name in pair})
    stiffness = material.stiffness(None)
    assert stiffness.lame == pytest.approx(120.0, rel=1e-13)
    assert stiffness.shear == pytest.approx(80.0, rel=1e-13)
    assert stiffness.bulk == pytest.approx(STEEL["bulk_modulus"], rel=1e-13)


@pytest.mark.parametrize(
    "given", [{}, {"youngs_modulus": 1}, {"youngs_modulus": 1, "lambda": 1, "shear_modulus": 1}]
)
def test_other_than_two_constants_are_refused(make, given):
    with pytest.raises(DeckError, match="exactly two of"):
        make(ComputeIsotropicElasticityTensor, **given)


def test_an_impossible_material_is_refused(make):
    with pytest.raises(DeckError, match="must be positive"):
        make(ComputeIsotropicElasticityTensor, youngs_modulus=10, shear_modulus=2)  # E > 3 G


def test_stiffness_has_major_symmetry():
    for stiffness in (
        IsotropicStiffness(120.0, 80.0),
        AnisotropicStiffness(FILL["symmetric21"][1](range(1, 22))),
    ):
        for m, n in itertools.product(range(6), range(6)):
            assert stiffness.component(m, n) == stiffness.component(n, m)


def test_component_is_the_stress_of_a_unit_strain():
    for stiffness in (
        IsotropicStiffness(120.0, 80.0),
        AnisotropicStiffness(FILL["symmetric21"][1](range(1, 22))),
    ):
        for n in range(6):
            unit = [0.0] * 6
            unit[n] = 1.0 if n < 3 else 0.5  # engineering shear of one
            stress = stiffness.stress(Tensor.symmetric(*unit))
            for m, ij in enumerate(VOIGT):
                assert stress[ij] == stiffness.component(m, n)


def test_isotropic_law_equals_its_voigt_matrix():
    r = numpy.random.default_rng(0)
    strain = Tensor.symmetric(*r.standard_normal((6, 5)))
    direct = IsotropicStiffness(120.0, 80.0).stress(strain)
    voigt = AnisotropicStiffness(FILL["symmetric_isotropic"][1]((120.0, 80.0))).stress(strain)
    young = AnisotropicStiffness(FILL["symmetric_isotropic_E_nu"][1]((208.0, 0.3))).stress(strain)
    for ij in VOIGT:
        numpy.testing.assert_allclose(voigt[ij], direct[ij], rtol=1e-13)
        numpy.testing.assert_allclose(young[ij], direct[ij], rtol=1e-13)


def test_structural_zeros_pass_through_both_laws():
    strain = Tensor.symmetric(1e-3, 0.0, 0.0, xy=2e-3)
    for stiffness in (IsotropicStiffness(120.0, 80.0), AnisotropicStiffness(FILL["symmetric9"][1](CUBIC))):
        stress = stiffness.stress(strain)
        assert stress[0, 1] != 0.0
        for ij in ((0, 2), (1, 2)):
            assert type(stress[ij]) is float and stress[ij] == 0.0


def test_order_of_the_nine_and_twenty_one_constants():
    nine = FILL["symmetric9"][1]((11, 12, 13, 22, 23, 33, 44, 55, 66))
    assert (nine[0][1], nine[1][2], nine[2][2], nine[3][3], nine[5][5]) == (12, 23, 33, 44, 66)
    full = FILL["symmetric21"][1](tuple(10 * i + j for i in range(1, 7) for j in range(i, 7)))
    assert all(full[i][j] == 10 * (min(i, j) + 1) + max(i, j) + 1 for i in range(6) for j in range(6))


def test_rotation_of_a_cubic_crystal():
    """Quarter turns change nothing; 45 degrees about z: C11' = (C11 + C12)/2 + C44, C66' = (C11 - C12)/2."""
    matrix = FILL["symmetric9"][1](CUBIC)
    numpy.testing.assert_allclose(rotated(matrix, (90.0, 90.0, 90.0)), matrix, atol=1e-11)
    turned = rotated(matrix, (45.0, 0.0, 0.0))
    assert turned[0][0] == pytest.approx((250 + 120) / 2 + 90)
    assert turned[5][5] == pytest.approx((250 - 120) / 2)
    assert turned[0][4] == 0.0


def test_first_angle_turns_the_crystal_counterclockwise():
    """A crystal stiff along its own x, turned by 90 degrees about z, is stiff along y."""
    turned = rotated(FILL["symmetric9"][1]((900.0, 1, 1, 100.0, 1, 100.0, 10, 10, 10)), (90.0, 0.0, 0.0))
    assert turned[1][1] == pytest.approx(900.0)
    tilted = rotated(FILL["symmetric9"][1]((900.0, 1, 1, 100.0, 1, 100.0, 10, 10, 10)), (90.0, 90.0, 0.0))
    assert tilted[1][1] == pytest.approx(900.0)  # the second turn is about the new x, which is y here


def test_wrong_number_of_constants_is_refused(make):
    with pytest.raises(DeckError, match="needs 9 constants, not 2"):
        make(ComputeElasticityTensor, C_ijkl="1 2")


def test_plane_stress_of_an_orthotropic_sheet(make, path):
    """Uniaxial strain in plane stress: sigma_xx = (C11 - C13^2/C33) eps."""
    drive = path(
        make(ComputeElasticityTensor, C_ijkl="250 120 130 260 140 270 70 80 90"),
        make(ComputePlaneStressSmallStrain, displacements="disp_x disp_y"),
        make(ComputeLinearElasticStress, plane_stress="true"),
    )
    q = drive.step((1e-3, 0.0), (0.0, 0.0))
    assert value(q.property("stress")[0, 0]) == pytest.approx((250 - 130**2 / 270) * 1e-3, rel=1e-13)
    assert value(q.property("stress")[1, 1]) == pytest.approx((120 - 130 * 140 / 270) * 1e-3, rel=1e-13)
    assert value(q.property("total_strain")[2, 2]) == pytest.approx(-130 / 270 * 1e-3, rel=1e-13)
    assert value(q.property("stress")[2, 2]) == 0.0


def test_plane_stress_of_a_tilted_crystal_is_refused(make, path):
    drive = path(
        make(ComputeElasticityTensor, C_ijkl="250 120 130 260 140 270 70 80 90", euler_angle_2=30),
        make(ComputePlaneStressSmallStrain, displacements="disp_x disp_y"),
        make(ComputeLinearElasticStress, plane_stress="true"),
    )
    with pytest.raises(DeckError, match="symmetric about the x-y plane"):
        drive.step((1e-3, 0.0), (0.0, 0.0)).property("stress")


def test_extra_stress_is_added(make, path):
    drive = path(
        make(ComputeIsotropicElasticityTensor, youngs_modulus=1.0, poissons_ratio=0.0),
        make(ComputeSmallStrain, displacements="disp_x disp_y"),
        make(ComputeLinearElasticStress, extra_stress_names="residual"),
        properties={"residual": Tensor.diagonal(5.0, 0.0, 0.0)},
    )
    assert value(drive.step((1.0, 0.0), (0.0, 0.0)).property("stress")[0, 0]) == 6.0
