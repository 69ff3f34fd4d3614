"""Yield functions against formulas in principal stresses; the flow against the gradient of its potential."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Dual, Tensor, partials, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints

PHI, PSI, C = 0.5, 0.2, 10.0
STRESS = ((4.0, 1.3, -0.7), (1.3, -3.0, 0.9), (-0.7, 0.9, -8.0))
VOIGT = ((0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1))


@pytest.fixture
def q(constant):
    laws = {"c": constant(C), "phi": constant(PHI), "psi": constant(PSI), "tan": constant(math.tan(PHI))}
    laws["tan_psi"] = constant(math.tan(PSI))
    return SamplePoints({}, user_objects=laws)


def coulomb(model, **more):
    given = {"cohesion": "c", "friction_angle": "phi", "dilation_angle": "psi", "mc_tip_smoother": 0}
    return model("PlasticMohrCoulomb", **{**given, **more})


def cone(model, kind="PlasticDruckerPrager", **more):
    return model(kind, mc_cohesion="c", mc_friction_angle="phi", **{"mc_dilation_angle": "psi", **more})


def weak_plane(model, **more):
    given = {"tan_friction_angle": "tan", "tan_dilation_angle": "tan_psi", "smoother": 0}
    return model("PlasticWeakPlaneShear", cohesion="c", **{**given, **more})


ASSOCIATIVE = {
    "J2": lambda m: m("PlasticJ2", yield_strength="c"),
    "IsotropicSD": lambda m: m("PlasticIsotropicSD", yield_strength="c", b=-0.2, c=-0.779422863),
    "MeanCap": lambda m: m("PlasticMeanCap", strength="c", a=-1.5),
    "Tensile": lambda m: m("PlasticTensile", tensile_strength="c", tensile_tip_smoother=1),
    "Tensile cap": lambda m: m("PlasticTensile", tensile_strength="c", tensile_tip_smoother=0.5,
                               tip_scheme="cap", cap_start=-6, cap_rate=0.8, tensile_edge_smoother=5),
    "MohrCoulomb": lambda m: coulomb(m, dilation_angle="phi", mc_tip_smoother=1),
    "MohrCoulomb edges": lambda m: coulomb(m, dilation_angle="phi", mc_edge_smoother=2),
    "MohrCoulomb cap": lambda m: coulomb(m, dilation_angle="phi", tip_scheme="cap", cap_start=-5,
                                         cap_rate=0.3),
    **{
        f"DruckerPrager {s}": lambda m, s=s: cone(m, mc_dilation_angle="phi", mc_interpolation_scheme=s)
        for s in ("outer_tip", "inner_tip", "lode_zero", "inner_edge", "native")
    },
    "hyperbolic": lambda m: cone(m, "PlasticDruckerPragerHyperbolic", mc_dilation_angle="phi", smoother=3),
    "WeakPlaneShear": lambda m: weak_plane(m, tan_dilation_angle="tan", smoother=0.3),
    "WeakPlaneShear cap": lambda m: weak_plane(m, tan_dilation_angle="tan", tip_scheme="cap", cap_start=-9,
                                               cap_rate=0.5),
    "WeakPlaneTensile": lambda m: m("PlasticWeakPlaneTensile", tensile_strength="c"),
    "SimpleTester": lambda m: m("PlasticSimpleTester", a=1, b=2, c=3, d=4, e=5, f=6, strength=1),
}  # fmt: skip


def gradient(model, q, sign=1.0):
    """df/dstress from the numbers' own partials, as nine components."""
    seeds = [Dual(numpy.array(sign * STRESS[i][j]), {k: 1.0}) for k, (i, j) in enumerate(VOIGT)]
    d = partials(model.yield_function(q, Tensor.symmetric(*seeds), 0.1))
    return Tensor.symmetric(*(d.get(k, 0.0) * (1.0 if k < 3 else 0.5) for k in range(6)))


def check_equal(a, b, factor=1.0):
    for i in range(3):
        for j in range(3):
            assert value(a[i, j]) == pytest.approx(factor * value(b[i, j]), rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("sign", [1.0, -1.0])
@pytest.mark.parametrize("name", ASSOCIATIVE)
def test_associative_flow_is_normal_to_the_yield_surface(model, q, name, sign):
    made = ASSOCIATIVE[name](model)
    stress = Tensor([[numpy.array(sign * a) for a in row] for row in STRESS])
    check_equal(made.flow(q, stress, 0.1), gradient(made, q, sign))


def test_other_flow_is_normal_to_the_surface_with_the_dilation_angle(model, q):
    stress = Tensor(STRESS)
    check_equal(coulomb(model).flow(q, stress, 0.0), gradient(coulomb(model, friction_angle="psi"), q))
    flat = cone(model).flow(q, stress, 0.0)
    q2 = SamplePoints(
        {}, user_objects={n: q.user_object({"phi": "psi"}.get(n, n)) for n in ("c", "phi", "psi")}
    )
    check_equal(flat, gradient(cone(model), q2))
    sliding = weak_plane(model, tan_friction_angle="tan_psi")
    check_equal(weak_plane(model).flow(q, stress, 0.0), gradient(sliding, q))
    metal = {"yield_strength": "c", "b": -0.2, "c": 0.7}
    isochoric = model("PlasticIsotropicSD", associative="false", **metal).flow(q, stress, 0.0)
    assert isochoric.trace() == pytest.approx(0.0, abs=1e-13)
    sd = model("PlasticIsotropicSD", **metal)
    check_equal(sd.flow(q, stress, 0.0).deviator(), isochoric, sd._a)


def diagonal(*principal):
    return Tensor.diagonal(*map(numpy.array, principal))


@pytest.mark.parametrize("principal", [(7.0, 2.0, -9.0), (-1.0, -20.0, -8.0)])
def test_pyramids_in_principal_stresses(model, q, principal):
    """At Lode angles that are far from the edges."""
    high, low = max(principal), min(principal)
    want = 0.5 * (high - low) + 0.5 * (high + low) * math.sin(PHI) - C * math.cos(PHI)
    assert coulomb(model).yield_function(q, diagonal(*principal), 0.0) == pytest.approx(want, rel=1e-13)
    tensile = model("PlasticTensile", tensile_strength="c", tensile_tip_smoother=0)
    assert tensile.yield_function(q, diagonal(*principal), 0.0) == pytest.approx(high - C, rel=1e-12)


def test_tension_is_no_edge_of_the_tensile_pyramid(model, q):
    tensile = model("PlasticTensile", tensile_strength="c", tensile_tip_smoother=0)
    stress = diagonal(12.0, 0.0, 0.0)
    assert tensile.yield_function(q, stress, 0.0) == pytest.approx(12.0 - C, rel=1e-13)
    check_equal(tensile.flow(q, stress, 0.0), Tensor.diagonal(1.0, 0.0, 0.0))


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_rounded_edges_join_smoothly(model, q, sign):
    """Value, slope and curvature along a circle about the axis are continuous at the transition angle."""
    made = coulomb(model, mc_edge_smoother=20)

    def f(degrees):
        angle = math.radians(degrees)
        turns = (angle + 2 * math.pi / 3, angle, angle - 2 * math.pi / 3)
        return float(made.yield_function(q, diagonal(*(10 * math.sin(a) for a in turns)), 0.0))

    def differences(start, h=0.1):
        a, b, c = f(start), f(start + h), f(start + 2 * h)
        return a, (b - a) / h, (a - 2 * b + c) / h**2

    inside, outside = differences(sign * 20 - 0.2), differences(sign * 20)
    for a, b, tolerance in zip(inside, outside, (0.3, 0.02, 0.01), strict=True):
        assert a == pytest.approx(b, abs=tolerance)
    assert f(20.0) == pytest.approx(f(20.0 - 1e-9), abs=1e-7)


def test_mohr_coulomb_knows_the_unconfined_strength(model, q):
    strength = 2 * C * math.cos(PHI) / (1 - math.sin(PHI))
    made = coulomb(model, mc_edge_smoother=29.9)
    assert made.yield_function(q, diagonal(-strength, 0.0, 0.0), 0.0) == pytest.approx(0.0, abs=0.05)


@pytest.mark.parametrize(("scheme", "compression"), [("outer_tip", True), ("inner_tip", False)])
def test_cones_touch_the_tips_of_the_pyramid(model, q, scheme, compression):
    sine, cosine = math.sin(PHI), math.cos(PHI)
    stress = -2 * C * cosine / (1 - sine) if compression else 2 * C * cosine / (1 + sine)
    made = cone(model, mc_interpolation_scheme=scheme)
    assert made.yield_function(q, diagonal(stress, 0.0, 0.0), 0.0) == pytest.approx(0.0, abs=1e-12)


def test_cones_touch_the_faces_of_the_pyramid(model, q):
    shear = C * math.cos(PHI)  # pure shear has the Lode angle zero
    made = cone(model, mc_interpolation_scheme="lode_zero")
    assert made.yield_function(q, diagonal(shear, 0.0, -shear), 0.0) == pytest.approx(0.0, abs=1e-12)
    inner = cone(model, mc_interpolation_scheme="inner_edge")
    angle = math.atan(-math.sin(PHI) / math.sqrt(3))  # where K is largest
    principal = [math.sin(angle + turn) for turn in (2 * math.pi / 3, 0.0, -2 * math.pi / 3)]
    high, _, low = principal
    size = 2 * C * math.cos(PHI) / (high - low + (high + low) * math.sin(PHI))
    f = inner.yield_function(q, diagonal(*(size * a for a in principal)), 0.0)
    assert f == pytest.approx(0.0, abs=1e-12)


def test_the_native_cone_takes_cohesion_and_angle_as_they_are(model, q):
    f = cone(model, mc_interpolation_scheme="native").yield_function(q, diagonal(-3.0, -3.0, -3.0), 0.0)
    assert f == pytest.approx(-9 * math.tan(PHI) - C)


def test_strength_differential_in_biaxial_tension(model):
    """Equal tension in two directions with a strength of 300: known to be 1078.4286."""
    made = model("PlasticIsotropicSD", yield_strength="c", b=-0.2, c=-0.779422863)
    q = SamplePoints({}, user_objects={"c": model("HardeningConstant", value=300)})
    assert made.yield_function(q, diagonal(1078.42859, 1078.42859, 0.0), 0.0) == pytest.approx(0.0, abs=1e-5)


def test_planes(model, q):
    stress = Tensor(STRESS)
    shear = math.hypot(0.7, 0.9)
    f = weak_plane(model).yield_function(q, stress, 0.0)
    assert f == pytest.approx(shear - 8 * math.tan(PHI) - C)
    tensile = model("PlasticWeakPlaneTensile", tensile_strength="c")
    assert tensile.yield_function(q, stress, 0.0) == -18.0
    tester = model("PlasticSimpleTester", a=1, b=2, c=3, d=4, e=5, f=6, strength=1)
    assert tester.yield_function(q, stress, 0.0) == pytest.approx(-3 - 16 + 12 + 5.2 - 3.5 + 5.4 - 1)


@pytest.mark.parametrize("name", ASSOCIATIVE)
def test_without_stress_everything_is_finite(model, q, name):
    made, zero = ASSOCIATIVE[name](model), diagonal(0.0, 0.0, 0.0)
    assert math.isfinite(made.yield_function(q, zero, 0.0))
    assert all(math.isfinite(value(a)) for row in made.flow(q, zero, 0.0).c for a in row)


def test_bad_parameters(model, q):
    with pytest.raises(DeckError, match=r"must be below 5\.19"):
        model("PlasticIsotropicSD", yield_strength="c", b=0, c=6)
    with pytest.raises(DeckError, match=r"must be above -0\.57"):
        model("PlasticIsotropicSD", yield_strength="c", b=-2, c=0)
    other = SamplePoints({}, user_objects={"c": model("PlasticJ2", yield_strength="c")})
    with pytest.raises(DeckError, match="'c' is no hardening law but a TensorMechanicsPlasticJ2"):
        ASSOCIATIVE["J2"](model).yield_function(other, diagonal(1.0, 0.0, 0.0), 0.0)
