"""Strain materials and the stresses built on them."""

from __future__ import annotations

import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.materials.compute_elasticity_tensor import ComputeElasticityTensor
from alces_mechanics.materials.compute_incremental_small_strain import ComputeIncrementalSmallStrain
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_j2_plastic_stress import ComputeJ2PlasticStress
from alces_mechanics.materials.compute_multiple_inelastic_stress import ComputeMultipleInelasticStress
from alces_mechanics.materials.compute_plane_incremental_strain import ComputePlaneIncrementalStrain
from alces_mechanics.materials.compute_plane_small_strain import ComputePlaneSmallStrain
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.compute_strain_increment_based_stress import ComputeStrainIncrementBasedStress
from alces_mechanics.materials.compute_thermal_expansion_eigenstrain import ComputeThermalExpansionEigenstrain
from alces_mechanics.materials.isotropic_plasticity_stress_update import IsotropicPlasticityStressUpdate


def numbers(t):
    return [[float(value(a)) for a in row] for row in t.c]


def test_small_strain_is_the_symmetric_gradient(make):
    f = {
        "disp_x": {"grad": (1.0, 2.0, 3.0)},
        "disp_y": {"grad": (4.0, 5.0, 6.0)},
        "disp_z": {"grad": (7.0, 8.0, 9.0)},
    }
    q = SamplePoints(f, materials=(make(ComputeSmallStrain, displacements="disp_x disp_y disp_z"),), dim=3)
    assert numbers(q.property("total_strain")) == [[1, 3, 5], [3, 5, 7], [5, 7, 9]]


def test_plane_strain_takes_the_strain_out_of_the_plane_from_a_variable(make):
    f = {"disp_x": {"grad": (1.0, 2.0)}, "disp_y": {"grad": (4.0, 5.0)}, "ezz": {"value": 0.25}}
    m = make(ComputePlaneSmallStrain, displacements="disp_x disp_y", out_of_plane_strain="ezz")
    assert numbers(SamplePoints(f, materials=(m,)).property("total_strain")) == [
        [1, 3, 0],
        [3, 5, 0],
        [0, 0, 0.25],
    ]


def test_plane_strain_in_the_x_z_plane_ignores_the_displacement_in_y(make):
    f = {u: {"grad": (1.0, 9.0, 3.0)} for u in ("disp_x", "disp_y", "disp_z")}
    m = make(ComputePlaneSmallStrain, displacements="disp_x disp_y disp_z", out_of_plane_direction="y")
    t = SamplePoints(f, materials=(m,), dim=3).property("total_strain")
    assert numbers(t) == [[1, 0, 2], [0, 0, 0], [2, 0, 3]]


def test_increments_add_up_to_the_total(make, path):
    drive = path(make(ComputeIncrementalSmallStrain, displacements="disp_x disp_y"))
    drive.step((0.1, 0.2), (0.0, 0.0))
    q = drive.step((0.4, 0.2), (0.0, -0.1))
    assert numbers(q.property("total_strain"))[0] == pytest.approx([0.4, 0.1, 0.0])
    assert numbers(q.property("strain_increment"))[0] == pytest.approx([0.3, 0.0, 0.0])
    assert numbers(q.property("strain_increment"))[1] == pytest.approx([0.0, -0.1, 0.0])


def test_displacements_that_are_there_from_the_start_strain_nothing_incrementally(make):
    f = {"disp_x": {"grad": (0.5, 0.0), "grad_old": (0.5, 0.0)}}
    m = make(ComputeIncrementalSmallStrain, displacements="disp_x")
    assert numbers(SamplePoints(f, materials=(m,)).property("total_strain"))[0] == [0.0, 0.0, 0.0]


def test_incremental_plane_strain_counts_the_change_of_the_strain_out_of_the_plane(make):
    f = {"disp_x": {"grad": (0.5, 0.0)}, "ezz": {"value": 0.3, "old": 0.1}}
    m = make(ComputePlaneIncrementalStrain, displacements="disp_x", out_of_plane_strain="ezz")
    t = SamplePoints(f, materials=(m,)).property("strain_increment")
    assert numbers(t)[2][2] == pytest.approx(0.2)


def test_incremental_elastic_stress_equals_the_linear_one(make, path):
    """Two steps, with heating that is not free: sigma_xx = (lambda + 2 mu) e_xx - 3 K alpha T."""
    drive = path(
        make(ComputeElasticityTensor, C_ijkl="120 80", fill_method="symmetric_isotropic"),
        make(ComputeIncrementalSmallStrain, displacements="disp_x disp_y", eigenstrain_names="heat"),
        make(
            ComputeThermalExpansionEigenstrain,
            temperature=2.0,
            stress_free_temperature=0.0,
            thermal_expansion_coeff=1e-3,
            eigenstrain_name="heat",
        ),
        make(ComputeStrainIncrementBasedStress),
    )
    drive.step((1e-3, 0.0), (0.0, 0.0))
    q = drive.step((3e-3, 0.0), (0.0, 0.0))
    assert value(q.property("stress")[0, 0]) == pytest.approx(280 * 3e-3 - (3 * 120 + 160) * 2e-3, rel=1e-12)


def test_isotropic_plasticity_in_a_stretched_cube(make, path):
    """E = 2.5e5, nu = 0, Y = 25, H = 1000, uniaxial strain 1.875e-4 in 15 steps.

    Closed form (G = E/2, K = E/3): slip = (2 G eps - Y)/(3 G + H), sigma = K eps + 2/3 (Y + H slip).
    """
    drive = path(
        make(ComputeIsotropicElasticityTensor, youngs_modulus=2.5e5, poissons_ratio=0.0),
        make(ComputeIncrementalSmallStrain, displacements="disp_x disp_y disp_z"),
        make(
            IsotropicPlasticityStressUpdate,
            name="isotropic_plasticity",
            yield_stress=25.0,
            hardening_constant=1000.0,
        ),
        make(
            ComputeMultipleInelasticStress,
            tangent_operator="elastic",
            inelastic_models="isotropic_plasticity",
        ),
        dim=3,
    )
    for k in range(1, 16):
        q = drive.step((0.0,) * 3, (0.0, 1.25e-5 * k, 0.0), (0.0,) * 3)
    slip = (2.5e5 * 1.875e-4 - 25.0) / (3.75e5 + 1000.0)
    stress = 2.5e5 / 3 * 1.875e-4 + 2 / 3 * (25.0 + 1000.0 * slip)
    assert value(q.property("stress")[1, 1]) == pytest.approx(stress, rel=1e-10)
    assert value(q.property("plastic_strain")[1, 1]) == pytest.approx(slip, rel=1e-10)
    assert value(q.property("plastic_strain")[0, 0]) == pytest.approx(-slip / 2, rel=1e-10)
    assert value(q.property("effective_plastic_strain")) == pytest.approx(slip, rel=1e-10)
    assert value(q.property("combined_inelastic_strain")[1, 1]) == pytest.approx(slip, rel=1e-10)


def test_without_inelastic_models_the_stress_is_elastic(make, path):
    drive = path(
        make(ComputeIsotropicElasticityTensor, **{"lambda": 120, "shear_modulus": 80}),
        make(ComputeSmallStrain, displacements="disp_x disp_y"),
        make(ComputeMultipleInelasticStress, inelastic_models=""),
    )
    assert value(drive.step((1.0, 0.0), (0.0, 0.0)).property("stress")[0, 0]) == 280.0


def test_plasticity_refuses_an_anisotropic_stiffness(make, path):
    drive = path(
        make(ComputeElasticityTensor, C_ijkl="3 1 1 3 1 3 1 1 1"),
        make(ComputeSmallStrain, displacements="disp_x disp_y"),
        make(ComputeJ2PlasticStress, yield_stress=1.0),
    )
    with pytest.raises(DeckError, match="needs an isotropic elasticity tensor"):
        drive.step((1.0, 0.0), (0.0, 0.0))


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"displacements": "a b c d"}, "one to three displacements"),
        ({"displacements": "a", "volumetric_locking_correction": "true"}, "true is not supported"),
    ],
)
def test_wrong_strain_parameters_are_refused(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(ComputeSmallStrain, **params)


def test_two_interacting_inelastic_models_are_refused(make):
    with pytest.raises(DeckError, match="several models"):
        make(ComputeMultipleInelasticStress, inelastic_models="a b")
