"""Initial conditions: geometry worked out by hand."""

from __future__ import annotations

import math

import alces_core as core
import numpy
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints


def at(ic, x=0.0, y=0.0, z=0.0, **options):
    given = {"x": numpy.array([[x]]), "y": numpy.array([[y]]), "z": numpy.array([[z]])}
    return float(numpy.broadcast_to(ic.value(SamplePoints({}, **given, **options)), (1, 1))[0, 0])


def test_constant_and_function(make):
    assert at(make(core.ConstantIC, variable="u", value=-0.05)) == -0.05
    ic = make(core.FunctionIC, variable="u", function="f", scaling_factor=2)
    assert at(ic, x=3.0, functions={"f": lambda x, y, z, t: x * x}) == 18.0


def test_circle_with_cosine_edge(make):
    ic = make(core.SmoothCircleIC, variable="u", x1=1, y1=2, radius=5, invalue=0.9, outvalue=0.1, int_width=2)
    assert at(ic, 1, 2) == pytest.approx(0.9)
    assert at(ic, 1 + 3.99, 2) == pytest.approx(0.9)
    assert at(ic, 1 + 5, 2) == pytest.approx(0.5)
    assert at(ic, 1 + 5.5, 2) == pytest.approx(0.1 + 0.8 * (1 + math.cos(0.75 * math.pi)) / 2)
    assert at(ic, 1 + 3, 2 + 5.2) == pytest.approx(0.1)


def test_sharp_circle_and_column(make):
    params = {"variable": "u", "x1": 0, "y1": 0, "radius": 1, "invalue": 1, "outvalue": 0}
    sphere, column = (
        make(core.SmoothCircleIC, **params),
        make(core.SmoothCircleIC, **params, **{"3D_spheres": "false"}),
    )
    assert [at(sphere, 0.9), at(sphere, 1.1), at(sphere, 0.9, z=0.9), at(column, 0.9, z=0.9)] == [1, 0, 0, 1]


def test_tanh_profile(make):
    ic = make(
        core.SmoothCircleIC,
        variable="u",
        x1=0,
        y1=0,
        radius=5,
        invalue=1,
        outvalue=-1,
        int_width=2,
        profile="TANH",
    )
    assert at(ic, 4.0) == pytest.approx(math.tanh(1.0))
    with pytest.raises(DeckError, match="above zero"):
        make(core.SmoothCircleIC, variable="u", x1=0, y1=0, radius=5, invalue=1, outvalue=-1, profile="TANH")


def test_several_circles_keep_the_value_nearest_to_the_inside(make):
    ic = make(
        core.SpecifiedSmoothCircleIC,
        variable="u",
        x_positions="0 6",
        y_positions="0 0",
        radii="2 2",
        invalue=-0.8,
        outvalue=1,
        int_width=2,
    )
    assert at(ic, 0) == pytest.approx(-0.8)
    assert at(ic, 6) == pytest.approx(-0.8)
    assert at(ic, 2.5) == pytest.approx(1 - 1.8 * (1 + math.cos(0.75 * math.pi)) / 2)
    assert at(ic, 3) == pytest.approx(1.0)
    with pytest.raises(DeckError, match="'x_positions' has 2"):
        make(
            core.SpecifiedSmoothCircleIC,
            variable="u",
            x_positions="0 6",
            y_positions="0",
            radii="2 2",
            invalue=1,
            outvalue=0,
        )


def test_box(make):
    box = {"variable": "u", "x1": 1, "y1": 0, "x2": 3, "y2": 2, "inside": 1, "outside": -0.8}
    sharp = make(core.BoundingBoxIC, **box)
    assert [at(sharp, 1, 0), at(sharp, 3, 2), at(sharp, 2, 2.01), at(sharp, 0.99, 1)] == [1, 1, -0.8, -0.8]
    smooth = make(core.BoundingBoxIC, **box, int_width=0.5)
    expected = 0.5 * (math.tanh(0) - math.tanh(-8)) * 0.5 * (math.tanh(4) - math.tanh(-4))
    assert at(smooth, 1, 1) == pytest.approx(-0.8 + 1.8 * expected)


def test_boxes(make):
    ic = make(
        core.MultiBoundingBoxIC,
        variable="u",
        corners="0 0 0  4 4 0  1 1 0",
        opposite_corners="2 2 0  3 3 0  5 5 0",
        inside="1 2 3",
        outside=0.1,
    )
    assert [at(ic, 1.5, 1.5), at(ic, 3.5, 3.5), at(ic, 4.5, 4.5), at(ic, 0.9, 4)] == [1, 2, 3, 0.1]
    with pytest.raises(DeckError, match="needs one value, or 2"):
        make(
            core.MultiBoundingBoxIC,
            variable="u",
            corners="0 0 0 1 1 0",
            opposite_corners="1 1 0 2 2 0",
            inside="1 2 3",
        )


def test_cross(make):
    """Bars of length 0.75 and width 0.125 in the unit square, margin and transition 1/32 each."""
    ic = make(core.CrossIC, variable="u", x1=0, y1=0, x2=2, y2=1, average=0.5, amplitude=0.25)
    b = 1 / 32

    def unit(x, y):
        return at(ic, 2 * x, y)

    assert unit(0.5, 0.5) == pytest.approx(0.75)
    assert unit(0.5 + 0.374, 0.5) == pytest.approx(0.75)
    assert unit(0.5, 0.5 - 0.375 - 1.5 * b) == pytest.approx(
        0.5
    )  # the middle of the transition at the end of a bar
    assert unit(0.75, 0.5 + 0.0625 + 1.5 * b) == pytest.approx(0.5)  # and at its edge
    assert unit(0.75, 0.5 + 0.0625 + 1.25 * b) == pytest.approx(0.5 + 0.25 * (1 - 6 / 16 + 4 / 64))
    assert unit(0.9, 0.9) == pytest.approx(0.25)
    corner = 0.5 + 0.0625 + 3 * b  # centre of the rounding of an inward corner, whose radius is 3/32
    assert unit(corner, corner) == pytest.approx(0.25)
    s = 1.5 * b / math.sqrt(2)  # 1.5/32 from the centre: 1.5/32 from the edge, the middle of the transition
    assert unit(corner - s, corner - s) == pytest.approx(0.5)
    s = 1.5 * b / math.sqrt(2)  # outward corner of a bar, 1.5/32 away along the diagonal
    assert unit(0.875 + s, 0.5625 + s) == pytest.approx(0.5)


def test_superellipsoid(make):
    ic = make(
        core.SmoothSuperellipsoidIC,
        variable="u",
        x1=0,
        y1=0,
        a=4,
        b=2,
        c=1,
        n=2,
        invalue=1,
        outvalue=0,
        int_width=0.4,
    )
    assert at(ic, 0, 0) == 1.0
    assert at(ic, 4.0, 0) == pytest.approx(0.5)
    assert at(ic, 0, 1.9) == pytest.approx((1 + math.cos(0.25 * math.pi)) / 2)
    assert at(ic, 4 * math.cos(1.0), 2 * math.sin(1.0)) == pytest.approx(0.5)
    square = make(
        core.SmoothSuperellipsoidIC, variable="u", x1=0, y1=0, a=1, b=1, c=1, n=50, invalue=1, outvalue=0
    )
    assert [at(square, 0.95, 0.95), at(square, 1.05, 0)] == [1.0, 0.0]


def noise(make, scale=1.0, **params):
    n = 200
    x, y = numpy.meshgrid(numpy.linspace(-1, 1, n) * scale, numpy.linspace(0, 3, n) * scale)
    q = SamplePoints({}, x=x, y=y, z=numpy.zeros((n, n)))
    return make(core.RandomIC, variable="u", **params).value(q)


@pytest.mark.parametrize("scale", [1.0, 1e-6, 1e4])
def test_random_is_uniform_and_uncorrelated(make, scale):
    v = noise(make, scale)
    assert v.min() >= 0.0 and v.max() < 1.0
    counts, _ = numpy.histogram(v, 10, (0, 1))
    assert ((counts - 4000) ** 2 / 4000).sum() < 30  # chi squared, 9 degrees of freedom
    for shift in ((0, 1), (1, 0), (1, 1), (0, 2)):
        other = numpy.roll(v, shift, (0, 1))
        assert abs(numpy.corrcoef(v.ravel(), other.ravel())[0, 1]) < 0.02


def test_random_depends_on_position_and_seed_only(make):
    v, other = noise(make, seed=1), noise(make, seed=2)
    assert abs(numpy.corrcoef(v.ravel(), other.ravel())[0, 1]) < 0.02
    ic = make(core.RandomIC, variable="u", seed=1)
    assert at(ic, -1.0, 0.0) == v[0, 0]
    scaled = noise(make, seed=1, min=-0.06, max=-0.04)
    assert scaled == pytest.approx(-0.06 + 0.02 * v)
    with pytest.raises(DeckError, match="above min"):
        make(core.RandomIC, variable="u", min=1, max=1)
