"""Voronoi grains, grain-boundary indicator, nuclei and mixtures."""

import math

import numpy as np
import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.functions.grain_boundary_function import GrainBoundaryFunction
from alces_phase_field.ics.multi_nucleus_ic import MultiNucleusIC
from alces_phase_field.materials.grain_boundary_indicator import GrainBoundaryIndicator
from alces_phase_field.materials.grain_boundary_mixture import GrainBoundaryMixture
from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial
from alces_phase_field.materials.two_phase_mixture import TwoPhaseMixture
from alces_phase_field.materials.variable_gradient_material import VariableGradientMaterial
from alces_phase_field.postprocessors.element_material_quantile import ElementMaterialQuantile
from alces_phase_field.userobjects.voronoi_grains import VoronoiGrains

X = np.array([[0.5, 0.53, 0.555, 0.6, 0.1]])
Y = np.full_like(X, 0.3)


def points(grains, x=X, y=Y):
    return SamplePoints({}, x=x, y=y, user_objects={"grains": grains})


def test_distance_to_the_plane_between_two_seeds(make):
    grains = make(VoronoiGrains, seeds="0.2 0.9  0.8 0.9")
    found = grains.nearest(points(grains))
    assert found.boundary == pytest.approx(np.abs(X - 0.5), abs=1e-14)
    assert found.grain[:, 1:] == pytest.approx(np.array([[1, 1, 1, 0]]))
    assert found.distance[0, 4] == pytest.approx(math.hypot(0.1, 0.6))


def test_distance_among_many_seeds_against_all_pairs(make):
    """The same from sorting all distances, point by point."""
    rng = np.random.default_rng(3)
    seeds, x, y = rng.random((36, 2)), rng.random((5, 4)), rng.random((5, 4))
    grains = make(VoronoiGrains, seeds=" ".join(f"{v!r}" for v in seeds.ravel().tolist()))
    found = grains.nearest(points(grains, x, y))
    for i in np.ndindex(x.shape):
        distance = np.hypot(seeds[:, 0] - x[i], seeds[:, 1] - y[i])
        a, b = np.argsort(distance)[:2]
        plane = (distance[b] ** 2 - distance[a] ** 2) / (2 * np.hypot(*(seeds[a] - seeds[b])))
        assert found.grain[i] == a
        assert found.boundary[i] == pytest.approx(plane, rel=1e-9)


def test_ramp_profile(make):
    """beta = clip((0.055 - |x - 0.5|)/0.03, 0, 1): full in a core of 50 nm, 1/2 at 40 nm from the plane."""
    grains = make(VoronoiGrains, seeds="0.2 0.3  0.8 0.3")
    material = make(GrainBoundaryIndicator, grains="grains", gb_width=0.08, ramp_half_width=0.015)
    x = np.array([[0.5, 0.525, 0.54, 0.547, 0.555, 0.7]])
    found = material.properties(points(grains, x, 0.0 * x))
    beta = np.array([[1.0, 1.0, 0.5, 8 / 30, 0.0, 0.0]])
    assert found["beta"] == pytest.approx(beta, abs=1e-12)
    assert found["h_beta"] == pytest.approx(beta**3 * (6 * beta**2 - 15 * beta + 10), abs=1e-12)
    assert found["grain"][0, -1] == 1
    assert material.static


def test_tanh_profile_leaves_a_gap_in_the_middle(make):
    """With zeta = 20 nm, 1 - h(beta) in the middle is about 10 (1 - beta)^3 = 6e-5."""
    grains = make(VoronoiGrains, seeds="0.2 0.3  0.8 0.3")
    material = make(
        GrainBoundaryIndicator, grains="grains", gb_width=0.08, ramp_half_width=0.02, profile="tanh"
    )
    found = material.properties(points(grains, np.array([[0.5, 0.54]]), np.array([[0.3, 0.3]])))
    assert found["beta"] == pytest.approx(np.array([[1 / (1 + math.exp(-4)), 0.5]]))
    assert 1 - found["h_beta"][0, 0] == pytest.approx(5.67e-5, rel=0.01)


def test_function_gives_the_same_indicator_at_nodes(make):
    grains = make(VoronoiGrains, seeds="0.2 0.3  0.8 0.3")
    function = make(GrainBoundaryFunction, grains="grains", gb_width=0.08, ramp_half_width=0.015)
    assert function.value(points(grains, np.array([0.54, 0.1]), 0.0)) == pytest.approx([0.5, 0.0])


@pytest.mark.parametrize("profile", ["ramp", "tanh"])
@pytest.mark.parametrize("seeds", ["", "0.5 0.5"])
def test_fewer_than_two_seeds_have_no_boundary(make, seeds, profile):
    grains = make(VoronoiGrains, seeds=seeds)
    material = make(
        GrainBoundaryIndicator, grains="grains", gb_width=0.08, ramp_half_width=0.015, profile=profile
    )
    with np.errstate(all="raise"):
        found = material.properties(points(grains))
    assert (found["beta"] == 0.0).all() and (found["h_beta"] == 0.0).all() and found["beta"].shape == X.shape


def test_seeds_in_space(make):
    grains = make(VoronoiGrains, points="0 0 0; 0 0 2")
    q = SamplePoints(
        {}, x=np.zeros(1), y=np.zeros(1), z=np.array([0.7]), user_objects={"grains": grains}, dim=3
    )
    assert grains.nearest(q).boundary == pytest.approx([0.3])


def test_wrong_seeds_are_told(make):
    with pytest.raises(DeckError, match="pairs"):
        make(VoronoiGrains, seeds="0.1 0.2 0.3")
    with pytest.raises(DeckError, match="twice"):
        make(VoronoiGrains, seeds="0.1 0.2 0.1 0.2")
    with pytest.raises(DeckError, match="either"):
        make(VoronoiGrains, seeds="0.1 0.2", points="0 0 1")
    with pytest.raises(DeckError, match="pairs"):
        make(MultiNucleusIC, variable="eta", centers="0.1", radius=0.05, profile_width=0.02)


def test_nuclei(make):
    nuclei = make(MultiNucleusIC, variable="eta", centers="0.5 0.3  0.1 0.3", radius=0.05, profile_width=0.02)
    eta = nuclei.value(points(None))
    assert eta[0, 0] == pytest.approx(0.5 * (1 + math.tanh(2.5)))
    assert eta[0, 2] == pytest.approx(0.5 * (1 - math.tanh(0.25)))
    assert eta[0, 4] == pytest.approx(eta[0, 0])
    grains = make(VoronoiGrains, seeds="0.5 0.3")
    one = make(MultiNucleusIC, variable="eta", grains="grains", radius=0.05, profile_width=0.02)
    assert one.value(points(grains))[0, 4] == pytest.approx(0.5 * (1 - math.tanh(17.5)))
    none = make(MultiNucleusIC, variable="eta", radius=0.05, profile_width=0.02)
    assert (none.value(points(None)) == 0.0).all()


FIELDS = {"eta": {"value": np.array([[0.1, 0.5, 0.8]])}}


def test_two_phase_mixture(make):
    switch = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    mixture = make(TwoPhaseMixture, property_name="sigma", metal=1e8, electrolyte=1.0, eta="eta")
    q = SamplePoints({"eta": {"value": 0.5}}, materials=(switch, mixture), dual=False)
    assert q.property("sigma") == pytest.approx(0.5e8 + 0.5)
    assert q.property("dsigma/deta") == pytest.approx(1.875 * (1e8 - 1))
    for name in ("sigma", "dsigma/deta"):
        assert partial_errors(lambda q, n=name: q.property(n), FIELDS, materials=(switch, mixture)) < 1e-13


@pytest.mark.parametrize(
    "rule, expected, slope",
    [
        ("literal", 0.25 * 2.5 + 0.75 * 6.0, 0.75 * 1.875 * 8.0),
        ("metal_wins", 0.125 * 2.5 + 0.875 * 6.0, 0.875 * 1.875 * 8.0 - 1.875 * 0.25 * (2.5 - 6.0)),
    ],
)
def test_grain_boundary_mixture(make, rule, expected, slope):
    """h = 1/2, h(beta) = 1/4, values 10 (metal), 2 (electrolyte), 2.5 (boundary)."""
    switch = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    mixture = make(
        GrainBoundaryMixture,
        property_name="X",
        metal=10,
        electrolyte=2,
        grain_boundary=2.5,
        gb_in_dendrite=rule,
        eta="eta",
    )
    options = {"materials": (switch, mixture), "properties": {"h_beta": 0.25}}
    q = SamplePoints({"eta": {"value": 0.5}}, dual=False, **options)
    assert q.property("X") == pytest.approx(expected)
    assert q.property("dX/deta") == pytest.approx(slope)
    for name in ("X", "dX/deta"):
        assert partial_errors(lambda q, n=name: q.property(n), FIELDS, **options) < 1e-13


@pytest.mark.parametrize("rule, expected", [("literal", 2.5), ("metal_wins", 10.0)])
def test_metal_in_a_grain_boundary(make, rule, expected):
    mixture = make(
        GrainBoundaryMixture,
        property_name="X",
        metal=10,
        electrolyte=2,
        grain_boundary=2.5,
        gb_in_dendrite=rule,
        h_name=1.0,
        gb_weight_name=1.0,
    )
    assert value(SamplePoints({}, materials=(mixture,)).property("X")) == expected


def test_depleted_nuclei(make):
    """c = 1 - S eta with S = 0.4."""
    ions = make(
        MultiNucleusIC,
        variable="c",
        centers="0.5 0.3",
        radius=0.05,
        profile_width=0.02,
        invalue=0.6,
        outvalue=1,
    )
    assert ions.value(points(None))[0, 0] == pytest.approx(1 - 0.4 * 0.5 * (1 + math.tanh(2.5)))
    assert ions.value(points(None))[0, 4] == pytest.approx(1.0)


def test_gradient_norm(make):
    material = make(VariableGradientMaterial, variable="c", prop="grad_c")
    fields = {"c": {"grad": (3.0, 4.0)}}
    assert material.properties(SamplePoints(fields, dual=False))["grad_c"] == 5.0
    assert partial_errors(lambda q: material.properties(q)["grad_c"], fields) < 1e-14


def test_quantile_counts_only_masked_points(make):
    pp = make(ElementMaterialQuantile, mat_prop="i", mask="m", quantile=0.25)
    i, m = np.array([[9.0, 2.0, 3.0], [1.0, 8.0, 5.0]]), np.array([[0.0, 1.0, 1.0], [1.0, 0.0, 1.0]])
    collected = pp.integrand(SamplePoints({}, {"i": i, "m": m})).ravel()
    assert pp.finish(collected) == pytest.approx(1.75)  # of 1, 2, 3, 5
    assert pp.finish(np.full(4, np.nan)) == 0.0
    with pytest.raises(DeckError, match="out of range"):
        make(ElementMaterialQuantile, mat_prop="i", quantile=1.5)
