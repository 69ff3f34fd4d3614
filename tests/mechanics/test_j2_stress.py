"""J2 plasticity against closed forms."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import partials, value
from alces_mechanics.invariants import von_mises
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_j2_plastic_stress import ComputeJ2PlasticStress
from alces_mechanics.materials.compute_plane_stress_small_strain import ComputePlaneStressSmallStrain
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain

NU = 0.3
SE, DE = (5e4, 50.0, 500.0), (5e3, 0.5, 5.0)  # Young's modulus, yield stress, hardening modulus in MPa


@pytest.fixture
def solid(make, path):
    def build(constants, plane_stress=False, dim=2):
        young, strength, hardening = constants
        strain = ComputePlaneStressSmallStrain if plane_stress else ComputeSmallStrain
        return path(
            make(ComputeIsotropicElasticityTensor, youngs_modulus=young, poissons_ratio=NU),
            make(strain, displacements=" ".join(("disp_x", "disp_y", "disp_z")[:dim])),
            make(
                ComputeJ2PlasticStress,
                yield_stress=strength,
                hardening_modulus=hardening,
                plane_stress="true" if plane_stress else "false",
            ),
            dim=dim,
        )

    return build


def stress_of(q):
    return q.property("stress").map(value)


def slip_of(q):
    return float(value(q.property("effective_plastic_strain")))


def test_uniaxial_strain_of_the_electrolyte_gives_the_reference_numbers(solid):
    drive = solid(SE)
    for strain in numpy.linspace(0.0, 5.2e-3, 14)[1:]:
        q = drive.step((float(strain), 0.0), (0.0, 0.0))
    assert stress_of(q)[0, 0] == pytest.approx(250.8592200925, rel=1e-11)
    assert slip_of(q) == pytest.approx(2.577660277594e-3, rel=1e-11)


@pytest.mark.parametrize("constants", [SE, DE])
@pytest.mark.parametrize("steps", [1, 7])
def test_uniaxial_strain_follows_the_closed_form(solid, constants, steps):
    young, strength, hardening = constants
    shear, bulk = young / (2 * (1 + NU)), young / (3 * (1 - 2 * NU))
    drive = solid(constants)
    for strain in numpy.linspace(0.0, 4e-3, steps + 1)[1:]:
        q = drive.step((float(strain), 0.0), (0.0, 0.0))
    slip = (2 * shear * 4e-3 - strength) / (3 * shear + hardening)
    mises = strength + hardening * slip
    assert slip_of(q) == pytest.approx(slip, rel=1e-10)
    assert von_mises(stress_of(q)) == pytest.approx(mises, rel=1e-10)
    assert stress_of(q)[0, 0] == pytest.approx(bulk * 4e-3 + 2 * mises / 3, rel=1e-10)
    assert stress_of(q)[1, 1] == pytest.approx(stress_of(q)[2, 2], rel=1e-12)


def test_simple_shear_of_the_electrolyte_gives_the_reference_numbers(solid):
    drive = solid(SE)
    for gamma in numpy.linspace(0.0, 5.2e-3, 14)[1:]:
        q = drive.step((0.0, float(gamma)), (0.0, 0.0))
    assert stress_of(q)[0, 1] == pytest.approx(29.4786980762, rel=1e-11)
    assert slip_of(q) == pytest.approx(2.11720561777e-3, rel=1e-11)


def test_simple_shear_of_the_metal_follows_the_closed_form(solid):
    young, strength, hardening = DE
    shear = young / (2 * (1 + NU))
    q = solid(DE).step((0.0, 5.2e-3), (0.0, 0.0))
    slip = (math.sqrt(3) * shear * 5.2e-3 - strength) / (3 * shear + hardening)
    assert slip_of(q) == pytest.approx(slip, rel=1e-10)
    assert stress_of(q)[0, 1] == pytest.approx((strength + hardening * slip) / math.sqrt(3), rel=1e-10)


def test_below_yield_the_answer_is_elastic(solid):
    young = SE[0]
    shear, bulk = young / (2 * (1 + NU)), young / (3 * (1 - 2 * NU))
    q = solid(SE).step((1e-3, 0.0), (0.0, 0.0))  # 2 G eps = 38.46 < 50
    assert stress_of(q)[0, 0] == pytest.approx((bulk + 4 * shear / 3) * 1e-3, rel=1e-13)
    assert slip_of(q) == 0.0
    assert value(q.property("plastic_strain")[0, 0]) == 0.0


def test_unloading_is_elastic_and_leaves_the_plastic_strain(solid):
    shear = SE[0] / (2 * (1 + NU))
    drive = solid(SE)
    loaded = drive.step((0.0, 5.2e-3), (0.0, 0.0))
    tau, slip = stress_of(loaded)[0, 1], slip_of(loaded)
    unloaded = drive.step((0.0, 5.2e-3 - 1e-3), (0.0, 0.0))
    assert stress_of(unloaded)[0, 1] == pytest.approx(tau - shear * 1e-3, rel=1e-12)
    assert slip_of(unloaded) == slip
    free = drive.step((0.0, 5.2e-3 - tau / shear), (0.0, 0.0))
    assert stress_of(free)[0, 1] == pytest.approx(0.0, abs=1e-12)
    assert value(free.property("plastic_strain")[0, 1]) == pytest.approx(math.sqrt(3) / 2 * slip, rel=1e-12)


def test_reversed_loading_yields_at_the_hardened_strength(solid):
    young, strength, hardening = SE
    shear = young / (2 * (1 + NU))
    drive = solid(SE)
    slip = slip_of(drive.step((0.0, 5e-3), (0.0, 0.0)))
    q = drive.step((0.0, -5e-3), (0.0, 0.0))
    back = (math.sqrt(3) * shear * (1e-2) - 2 * (strength + hardening * slip)) / (3 * shear + hardening)
    assert slip_of(q) == pytest.approx(slip + back, rel=1e-11)
    assert stress_of(q)[0, 1] == pytest.approx(
        -(strength + hardening * (slip + back)) / math.sqrt(3), rel=1e-11
    )


def test_three_dimensions_agree_with_plane_strain(solid):
    flat = stress_of(solid(SE).step((3e-3, 1e-3), (-2e-3, 1e-3)))
    cube = stress_of(solid(SE, dim=3).step((3e-3, 1e-3, 0.0), (-2e-3, 1e-3, 0.0), (0.0, 0.0, 0.0)))
    for i, j in ((0, 0), (1, 1), (2, 2), (0, 1)):
        assert cube[i, j] == pytest.approx(flat[i, j], rel=1e-13)


def test_components_out_of_the_plane_stay_structural_zeros(solid):
    q = solid(SE).step((3e-3, 1e-3), (-2e-3, 1e-3))
    for name in ("stress", "plastic_strain", "elastic_strain"):
        for ij in ((0, 2), (1, 2)):
            component = q.property(name)[ij]
            assert type(component) is float and component == 0.0


def test_zero_strain_has_elastic_partials_and_no_nan(solid):
    q = solid(SE).step((0.0, 0.0), (0.0, 0.0))
    sxx = q.property("stress")[0, 0]
    lame, shear = SE[0] * NU / ((1 + NU) * (1 - 2 * NU)), SE[0] / (2 * (1 + NU))
    assert partials(sxx)[q.key("disp_x", "x")] == pytest.approx(lame + 2 * shear, rel=1e-14)
    assert partials(sxx)[q.key("disp_y", "y")] == pytest.approx(lame, rel=1e-14)
    assert all(
        numpy.all(numpy.isfinite(p))
        for row in q.property("stress").c
        for a in row
        for p in partials(a).values()
    )


def test_consistent_tangent_is_the_one_of_simo_and_hughes(solid):
    """C = K 1x1 + 2G theta I_dev - 2G theta_bar n x n."""
    young, strength, hardening = SE
    shear, bulk = young / (2 * (1 + NU)), young / (3 * (1 - 2 * NU))
    strain = 4e-3
    q = solid(SE).step((strain, 0.0), (0.0, 0.0))
    norm = strain * math.sqrt(2 / 3)
    step = (2 * shear * norm - math.sqrt(2 / 3) * strength) / (2 * shear + 2 * hardening / 3)
    theta = 1 - step / norm
    theta_bar = 1 / (1 + hardening / (3 * shear)) - (1 - theta)
    nxx = math.sqrt(2 / 3)
    want = bulk + 2 * shear * theta * 2 / 3 - 2 * shear * theta_bar * nxx**2
    assert partials(q.property("stress")[0, 0])[q.key("disp_x", "x")] == pytest.approx(want, rel=1e-12)


def test_plane_stress_tension_is_young_times_strain_until_yield(solid):
    q = solid(SE, plane_stress=True).step((5e-4, 0.0), (0.0, -NU * 5e-4))
    assert stress_of(q)[0, 0] == pytest.approx(SE[0] * 5e-4, rel=1e-13)
    assert stress_of(q)[1, 1] == pytest.approx(0.0, abs=1e-12)
    assert value(q.property("total_strain")[2, 2]) == pytest.approx(-NU * 5e-4, rel=1e-12)


@pytest.mark.parametrize("constants", [SE, DE])
def test_plane_stress_tension_after_yield_follows_the_stress_strain_curve(solid, constants):
    """Tension: strain = sigma/E + (sigma - Y)/H, lateral strain = -nu sigma/E - plastic/2."""
    young, strength, hardening = constants
    strain = 8e-3
    sigma = (strain + strength / hardening) / (1 / young + 1 / hardening)
    plastic = (sigma - strength) / hardening
    lateral = -NU * sigma / young - plastic / 2
    q = solid(constants, plane_stress=True).step((strain, 0.0), (0.0, lateral))
    assert stress_of(q)[0, 0] == pytest.approx(sigma, rel=1e-11)
    assert stress_of(q)[1, 1] == pytest.approx(0.0, abs=1e-9 * sigma)
    assert slip_of(q) == pytest.approx(plastic, rel=1e-11)
    assert value(q.property("mechanical_strain")[2, 2]) == pytest.approx(lateral, rel=1e-11)
    assert value(q.property("plastic_strain")[2, 2]) == pytest.approx(-plastic / 2, rel=1e-11)


@pytest.mark.parametrize("scale", [1e-4, 1e-2, 1.0])
def test_plane_stress_is_the_three_dimensional_law_with_vanishing_stress_zz(solid, scale):
    """The completed strain, given to the 3-D law, has no stress zz and the same stress in the plane."""
    rows = ((3e-1 * scale, 1e-1 * scale), (-2e-1 * scale, 1e-1 * scale))
    flat = solid(SE, plane_stress=True).step(*rows)
    zz = float(value(flat.property("total_strain")[2, 2]))
    cube = stress_of(solid(SE, dim=3).step((*rows[0], 0.0), (*rows[1], 0.0), (0.0, 0.0, zz)))
    size = abs(cube[0, 0])
    assert cube[2, 2] == pytest.approx(0.0, abs=1e-8 * size)
    for ij in ((0, 0), (1, 1), (0, 1)):
        assert stress_of(flat)[ij] == pytest.approx(cube[ij], rel=1e-8)
    assert stress_of(flat)[2, 2] == pytest.approx(0.0, abs=1e-12 * size)


def test_plane_stress_at_zero_strain_is_finite(solid):
    q = solid(SE, plane_stress=True).step((0.0, 0.0), (0.0, 0.0))
    sxx = q.property("stress")[0, 0]
    assert value(sxx) == 0.0
    assert partials(sxx)[q.key("disp_x", "x")] == pytest.approx(SE[0] / (1 - NU**2), rel=1e-13)
    assert partials(sxx)[q.key("disp_y", "y")] == pytest.approx(NU * SE[0] / (1 - NU**2), rel=1e-13)
    assert all(
        numpy.all(numpy.isfinite(p))
        for row in q.property("plastic_strain").c
        for a in row
        for p in partials(a).values()
    )
