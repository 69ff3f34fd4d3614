"""Return to one or several yield surfaces against closed forms and brute force."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Tensor, partials, value
from alces.hit import DeckError
from alces_mechanics.invariants import von_mises
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_j2_plastic_stress import ComputeJ2PlasticStress
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from scipy.optimize import minimize

YOUNG, NU = 1e4, 0.25
SHEAR, BULK = YOUNG / (2 * (1 + NU)), YOUNG / (3 * (1 - 2 * NU))
LAME = BULK - 2 * SHEAR / 3
STRETCH = ((3e-3, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
SKEW = ((3e-3, 2e-3, -1e-3), (-1e-3, 1e-3, 1.5e-3), (2e-3, 5e-4, -1e-3))


@pytest.fixture
def metal(model):
    """J2 with the strength 10 (1 + q/0.02)."""
    law = model("HardeningPowerRule", value_0=10, epsilon0=0.02, exponent=1)
    return {"Y": law, "j2": model("PlasticJ2", yield_strength="Y")}


def stress_of(q):
    return q.property("stress").map(value)


def first(q, name):
    return float(value(q.property(name)[0]))


def elastic(rows, n=3):
    """Stress of displacement gradients without plasticity."""
    strain = Tensor([[0.5 * (rows[i][j] + rows[j][i]) for j in range(3)] for i in range(3)])
    return strain * (2 * SHEAR) + Tensor.diagonal(*[LAME * strain.trace()] * 3)


def check_equal(a, b, tolerance=1e-9):
    for i in range(3):
        for j in range(3):
            assert value(a[i, j]) == pytest.approx(value(b[i, j]), rel=tolerance, abs=tolerance)


def test_below_yield_the_answer_is_elastic(solid, metal):
    q = solid("j2", metal).step((1e-3, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    check_equal(stress_of(q), elastic([[1e-3, 0, 0], [0, 0, 0], [0, 0, 0]]))
    assert value(q.property("plastic_strain")[0, 0]) == 0.0
    assert q.property("plastic_NR_iterations") == 0.0
    assert first(q, "plastic_yield_function") == pytest.approx(2 * SHEAR * 1e-3 - 10)


def test_without_models_there_is_elasticity_alone(solid):
    check_equal(stress_of(solid("", {}).step(*SKEW)), elastic(SKEW))


def test_uniaxial_strain_follows_the_closed_form(solid, metal):
    q = solid("j2", metal).step(*STRETCH)
    slip = (2 * SHEAR * 3e-3 - 10) / (3 * SHEAR + 500)
    assert first(q, "plastic_internal_parameter") == pytest.approx(slip, rel=1e-12)
    assert von_mises(stress_of(q)) == pytest.approx(10 + 500 * slip, rel=1e-12)
    assert value(q.property("plastic_strain")[0, 0]) == pytest.approx(slip, rel=1e-12)
    assert value(q.property("elastic_strain")[0, 0]) == pytest.approx(3e-3 - slip, rel=1e-12)


def test_simple_shear_follows_the_closed_form(solid, metal):
    q = solid("j2", metal).step((0.0, 6e-3, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    slip = (math.sqrt(3) * SHEAR * 6e-3 - 10) / (3 * SHEAR + 500)
    assert stress_of(q)[0, 1] == pytest.approx((10 + 500 * slip) / math.sqrt(3), rel=1e-12)


@pytest.mark.parametrize("dim", [2, 3])
def test_j2_is_the_radial_return_of_compute_j2_plastic_stress(make, path, solid, metal, dim):
    """Stress and tangent over three steps, one of them backwards."""
    names = " ".join(("disp_x", "disp_y", "disp_z")[:dim])
    other = path(
        make(ComputeIsotropicElasticityTensor, youngs_modulus=YOUNG, poissons_ratio=NU),
        make(ComputeSmallStrain, displacements=names),
        make(ComputeJ2PlasticStress, yield_stress=10, hardening_modulus=500),
        dim=dim,
    )
    mine = solid("j2", metal, dim)
    for scale in (0.7, 1.5, -1.0):
        rows = [tuple(scale * a for a in row[:dim]) for row in SKEW[:dim]]
        a, b = mine.step(*rows).property("stress"), other.step(*rows).property("stress")
        check_equal(a, b, 1e-11)
        for i in range(3):
            for j in range(3):
                assert partials(a[i, j]) == pytest.approx(partials(b[i, j]), rel=1e-9, abs=1e-9)


def test_components_out_of_the_plane_stay_structural_zeros(solid, metal):
    q = solid("j2", metal, 2).step((3e-3, 1e-3), (-2e-3, 1e-3))
    for name in ("stress", "plastic_strain", "elastic_strain"):
        assert type(q.property(name)[0, 2]) is float


def test_a_surface_that_couples_components_brings_them_to_life(solid, model):
    tester = model("PlasticSimpleTester", c=1, e=1, strength=10)
    q = solid("t", {"t": tester}, 2).step((3e-3, 0.0), (0.0, 0.0))
    stress = stress_of(q)
    assert stress[0, 0] + stress[0, 2] == pytest.approx(10.0)
    gamma = (elastic(STRETCH)[0, 0] - 10) / (LAME + 2 * SHEAR + SHEAR)
    assert stress[0, 2] == pytest.approx(-SHEAR * gamma, rel=1e-12)


def test_hydrostatic_return(solid, model, constant):
    cap = model("PlasticMeanCap", strength="S", a=2)
    q = solid("cap", {"S": constant(20.0), "cap": cap}).step(
        (2e-3, 0.0, 0.0), (0.0, 2e-3, 0.0), (0.0, 0.0, 2e-3)
    )
    check_equal(stress_of(q), Tensor.diagonal(10.0, 10.0, 10.0))
    plastic = 3 * (2e-3 - 10.0 / (3 * BULK))
    assert value(q.property("plastic_strain").trace()) == pytest.approx(plastic, rel=1e-12)
    assert first(q, "plastic_internal_parameter") == pytest.approx(plastic / 2, rel=1e-12)


def test_mohr_coulomb_gives_the_reference_numbers(make, path, solid, model, constant):
    """Known to seven figures for Lame constants 0 and 1e7."""
    laws = {"c": constant(10), "phi": constant(math.radians(20)), "psi": constant(0)}
    mc = model("PlasticMohrCoulomb", cohesion="c", friction_angle="phi", dilation_angle="psi",
               mc_tip_smoother=4, mc_edge_smoother=20)  # fmt: skip
    drive = solid("mc", {**laws, "mc": mc})
    drive.materials = (
        make(ComputeIsotropicElasticityTensor, **{"lambda": 0, "shear_modulus": 1e7}), *drive.materials[1:]
    )  # fmt: skip
    wanted = (
        (6.0000656, 6.1110220, -12.1110876),
        (4.6618272, -11.6089157, 6.9470886),
        (-11.8240777, 5.0559882, 6.7680896),
    )
    for t, want in enumerate(wanted, 1):
        x, y = 2e-6 * math.sin(t), 2e-6 * math.sin(2 * t)
        stress = stress_of(drive.step((x, 0.0, 0.0), (0.0, y, 0.0), (0.0, 0.0, -x - y)))
        assert [stress[i, i] for i in range(3)] == pytest.approx(want, rel=5e-7)


CORNERS = {
    "metal and cap": "j2 cap",
    "three": "j2 cap face",
    "planes": "face side cap",
}


@pytest.fixture
def corner(model, constant):
    return {
        "Y": constant(10.0),
        "S": constant(4.0),
        "j2": model("PlasticJ2", yield_strength="Y"),
        "cap": model("PlasticMeanCap", strength="S"),
        "face": model("PlasticSimpleTester", c=1, d=0.5, strength=6),
        "side": model("PlasticSimpleTester", a=1, f=-0.3, strength=5),
    }


@pytest.mark.parametrize("names", CORNERS.values(), ids=CORNERS)
def test_corners_are_the_closest_points_of_brute_force(solid, corner, names):
    """Associative perfect plasticity is the projection in the norm of the elastic energy."""
    rng = numpy.random.default_rng(3)
    surfaces = [corner[name] for name in names.split()]
    compliance = numpy.linalg.inv(LAME * numpy.ones((3, 3)) + 2 * SHEAR * numpy.eye(3))
    weights = numpy.zeros((6, 6))
    weights[:3, :3], weights[3:, 3:] = compliance, numpy.eye(3) / SHEAR

    def f(surface, x, q):
        return float(surface.yield_function(q, Tensor.symmetric(*x), 0.0))

    seen = set()
    for _ in range(4):
        rows = rng.uniform(-3e-3, 3e-3, (3, 3)) + 2e-3 * numpy.eye(3)
        q = solid(names, corner).step(*map(tuple, rows))
        t = elastic(rows)
        trial = numpy.array([t[ij] for ij in ((0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1))])
        best = minimize(
            lambda x, trial=trial: 1e3 * (x - trial) @ weights @ (x - trial),
            0.1 * trial,
            constraints=[{"type": "ineq", "fun": lambda x, s=s, q=q: -f(s, x, q)} for s in surfaces],
            method="SLSQP",
            options={"ftol": 1e-13, "maxiter": 300},
        )
        check_equal(stress_of(q), Tensor.symmetric(*best.x), 2e-5)
        seen.add(sum(value(i) > 0 for i in q.property("plastic_internal_parameter")))
    assert max(seen) >= 2  # several surfaces act at once


@pytest.mark.parametrize("names", ["j2 cap face side", "cap side", "mc wps wpt"])
def test_every_point_ends_admissible(solid, model, constant, corner, names):
    """Kuhn-Tucker conditions and the law of elasticity, for many points at once, over two steps."""
    corner.update(
        tan=constant(0.4), mc=model("PlasticMohrCoulomb", cohesion="Y", friction_angle="tan",
                                    dilation_angle="tan", mc_tip_smoother=1),
        wps=model("PlasticWeakPlaneShear", cohesion="S", tan_friction_angle="tan", smoother=0.5,
                  tan_dilation_angle="tan"),
        wpt=model("PlasticWeakPlaneTensile", tensile_strength="S"),
    )  # fmt: skip
    rng = numpy.random.default_rng(4)
    drive = solid(names, corner, min_stepsize=1e-3)
    old = [0.0] * len(names.split())
    for _ in range(2):
        q = drive.step(*(tuple(rng.uniform(-2e-3, 2e-3, (3, 20, 2))) for _ in range(3)))
        strain, plastic = q.property("total_strain"), q.property("plastic_strain")
        back = (strain - plastic).map(value)
        check = back * (2 * SHEAR) + Tensor.diagonal(1.0, 1.0, 1.0) * (LAME * back.trace())
        internal = [value(i) for i in q.property("plastic_internal_parameter")]
        for i in range(3):
            for j in range(3):
                numpy.testing.assert_allclose(stress_of(q)[i, j], check[i, j], atol=1e-10)
        for f, new, before in zip(q.property("plastic_yield_function"), internal, old, strict=True):
            assert numpy.all(value(f) <= 1e-9)
            assert numpy.all(new >= before)
            assert numpy.all(numpy.abs(value(f) * (new - before)) < 1e-12)
        old = internal
    assert all(numpy.any(i > 0) for i in internal)


def test_dependent_surfaces_give_the_stress_of_one(solid, model):
    same = model("PlasticSimpleTester", c=1, strength=10)
    with numpy.errstate(divide="raise", invalid="raise"):
        q = solid("a b", {"a": same, "b": same}).step(*STRETCH)
        q.property("stress")
    assert stress_of(q)[0, 0] == pytest.approx(10.0)
    assert q.property("plastic_linear_dependence_encountered") == 1.0
    assert sum(value(i) for i in q.property("plastic_internal_parameter")) == pytest.approx(
        (elastic(STRETCH)[0, 0] - 10) / (LAME + 2 * SHEAR)
    )


def test_a_surface_that_the_return_to_another_violates_is_added(solid, model):
    surfaces = {
        "a": model("PlasticSimpleTester", c=1, a=-1, strength=1),
        "b": model("PlasticSimpleTester", a=1, strength=13),
    }
    q = solid("a b", surfaces).step(*STRETCH)
    assert elastic(STRETCH)[1, 1] < 13
    assert stress_of(q)[1, 1] == pytest.approx(13.0)
    assert stress_of(q)[0, 0] == pytest.approx(14.0)
    assert q.property("plastic_constraints_added") == 1.0


def test_steps_that_fail_are_cut(solid, metal, model):
    """With a power law of hardening and few iterations one step is too much, but several are not."""
    steep = model("HardeningPowerRule", value_0=10, epsilon0=1e-6, exponent=0.2)
    whole = solid("j2", {**metal, "Y": steep}).step(*STRETCH)
    parts = solid("j2", {**metal, "Y": steep}, max_NR_iterations=4, min_stepsize=1e-3).step(*STRETCH)
    assert float(whole.property("plastic_NR_iterations")) > 4
    check_equal(stress_of(parts), stress_of(whole), 1e-9)  # radial loading: the path does not matter
    failed = solid("j2", {**metal, "Y": steep}, max_NR_iterations=3, min_stepsize=1).step(*STRETCH)
    assert math.isnan(stress_of(failed)[0, 0])


def test_failures_can_be_ignored(solid, metal):
    drive = solid("j2", metal, max_NR_iterations=0, min_stepsize=1, ignore_failures="true")
    drive.step((1e-3, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    q = drive.step(*STRETCH)
    assert stress_of(q)[0, 0] == pytest.approx((LAME + 2 * SHEAR) * 1e-3)


def test_the_transverse_direction_is_the_z_axis_of_the_models(solid, model, constant):
    laws = {"T": constant(5.0), "w": model("PlasticWeakPlaneTensile", tensile_strength="T")}
    q = solid("w", laws, transverse_direction="1 2 -2").step(*SKEW)
    n = numpy.array([1.0, 2.0, -2.0]) / 3
    stress = numpy.array(stress_of(q).c)
    trial = numpy.array(elastic(SKEW).c)
    assert n @ trial @ n > 5.0
    gamma = (n @ trial @ n - 5.0) / (LAME + 2 * SHEAR)
    want = trial - gamma * (LAME * numpy.eye(3) + 2 * SHEAR * numpy.outer(n, n))
    numpy.testing.assert_allclose(stress, want, atol=1e-10)


def test_mistakes(solid, metal):
    with pytest.raises(DeckError, match="'Y' is no model of plasticity but a TensorMechanicsHardening"):
        solid("Y", metal).step(*STRETCH).property("stress")
    with pytest.raises(DeckError, match="must not be zero"):
        solid("j2", metal, transverse_direction="0 0 0")
