"""Initial conditions that are shapes: geometry worked out by hand."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_phase_field import ics


def at(ic, x=0.0, y=0.0, z=0.0, **options):
    given = {"x": numpy.array([[x]]), "y": numpy.array([[y]]), "z": numpy.array([[z]])}
    return float(numpy.broadcast_to(ic.value(SamplePoints({}, **given, **options)), (1, 1))[0, 0])


def test_circle_with_cosine_edge(make):
    ic = make(ics.SmoothCircleIC, variable="u", x1=1, y1=2, radius=5, invalue=0.9, outvalue=0.1, int_width=2)
    assert at(ic, 1, 2) == pytest.approx(0.9)
    assert at(ic, 1 + 3.99, 2) == pytest.approx(0.9)
    assert at(ic, 1 + 5, 2) == pytest.approx(0.5)
    assert at(ic, 1 + 5.5, 2) == pytest.approx(0.1 + 0.8 * (1 + math.cos(0.75 * math.pi)) / 2)
    assert at(ic, 1 + 3, 2 + 5.2) == pytest.approx(0.1)


def test_sharp_circle_and_column(make):
    params = {"variable": "u", "x1": 0, "y1": 0, "radius": 1, "invalue": 1, "outvalue": 0}
    sphere, column = (
        make(ics.SmoothCircleIC, **params),
        make(ics.SmoothCircleIC, **params, **{"3D_spheres": "false"}),
    )
    assert [at(sphere, 0.9), at(sphere, 1.1), at(sphere, 0.9, z=0.9), at(column, 0.9, z=0.9)] == [1, 0, 0, 1]


def test_tanh_profile(make):
    ic = make(
        ics.SmoothCircleIC,
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
        make(ics.SmoothCircleIC, variable="u", x1=0, y1=0, radius=5, invalue=1, outvalue=-1, profile="TANH")


def test_several_circles_keep_the_value_nearest_to_the_inside(make):
    ic = make(
        ics.SpecifiedSmoothCircleIC,
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
            ics.SpecifiedSmoothCircleIC,
            variable="u",
            x_positions="0 6",
            y_positions="0",
            radii="2 2",
            invalue=1,
            outvalue=0,
        )


def test_boxes(make):
    ic = make(
        ics.MultiBoundingBoxIC,
        variable="u",
        corners="0 0 0  4 4 0  1 1 0",
        opposite_corners="2 2 0  3 3 0  5 5 0",
        inside="1 2 3",
        outside=0.1,
    )
    assert [at(ic, 1.5, 1.5), at(ic, 3.5, 3.5), at(ic, 4.5, 4.5), at(ic, 0.9, 4)] == [1, 2, 3, 0.1]
    with pytest.raises(DeckError, match="needs one value, or 2"):
        make(
            ics.MultiBoundingBoxIC,
            variable="u",
            corners="0 0 0 1 1 0",
            opposite_corners="1 1 0 2 2 0",
            inside="1 2 3",
        )


def test_cross(make):
    """Bars of length 0.75 and width 0.125 in the unit square, margin and transition 1/32 each."""
    ic = make(ics.CrossIC, variable="u", x1=0, y1=0, x2=2, y2=1, average=0.5, amplitude=0.25)
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
        ics.SmoothSuperellipsoidIC,
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
        ics.SmoothSuperellipsoidIC, variable="u", x1=0, y1=0, a=1, b=1, c=1, n=50, invalue=1, outvalue=0
    )
    assert [at(square, 0.95, 0.95), at(square, 1.05, 0)] == [1.0, 0.0]


def test_thumb(make):
    ic = make(ics.ThumbIC, variable="u", xcoord=5, width=4, height=10, invalue=1, outvalue=-1)
    x, y = numpy.array([[5.0, 6.9, 7.1, 5.0, 6.9, 5.0]]), numpy.array([[0.0, 9.0, 9.0, 11.9, 11.9, 12.1]])
    assert ic.value(SamplePoints({}, x=x, y=y)).tolist() == [[1, 1, -1, 1, -1, -1]]


BOXES = {"variable": "u", "inside": "1 3", "outside": 7}
NESTED = {"smaller_coordinate_corners": "4 4 0 2 2 0", "larger_coordinate_corners": "6 6 0 8 8 0", **BOXES}
APART = {"smaller_coordinate_corners": "0 0 0 5 0 0", "larger_coordinate_corners": "2 2 0 8 2 0", **BOXES}


def along_x(ic, y, *x):
    return ic.value(SamplePoints({}, x=numpy.array([x]), y=numpy.full((1, len(x)), y)))[0].tolist()


def test_sharp_boxes(make):
    assert along_x(make(ics.NestedBoundingBoxIC, **NESTED), 5.0, 5, 6, 6.1, 8, 8.1) == [1, 1, 3, 3, 7]
    assert along_x(make(ics.IsolatedBoundingBoxIC, **APART), 1.0, 0, 2, 3, 5, 9) == [1, 1, 7, 3, 7]
    assert along_x(make(ics.IsolatedBoundingBoxIC, **APART), 2.1, 0, 6) == [7, 7]


def test_smooth_boxes(make):
    """Half-way between the values on a face; the step is tanh(2 pi x / int_width)."""
    nested = make(ics.NestedBoundingBoxIC, **NESTED, int_width=0.5)
    assert along_x(nested, 5.0, 5, 6, 7, 8, 8.6) == pytest.approx([1, 2, 3, 5, 7], abs=1e-6)
    apart = make(ics.IsolatedBoundingBoxIC, **APART, int_width=0.5)
    part = 0.5 * (1.0 - math.tanh(0.2 * math.pi * 2.0))
    assert along_x(apart, 1.0, 2, 2.1, 5) == pytest.approx([4, 7 - 6 * part, 5], abs=1e-5)


def test_boxes_that_do_not_fit(make):
    meeting = make(ics.IsolatedBoundingBoxIC, **{**APART, "larger_coordinate_corners": "6 2 0 8 2 0"},
                   int_width=0.1)
    with pytest.raises(DeckError, match="boxes 1 and 2 overlap"):
        along_x(meeting, 1.0, 0.0)
    with pytest.raises(DeckError, match="needs one value, or 2"):
        make(ics.NestedBoundingBoxIC, **{**NESTED, "inside": "1 2 3"})
    with pytest.raises(DeckError, match="needs 2 points"):
        make(ics.NestedBoundingBoxIC, **{**NESTED, "larger_coordinate_corners": "6 6 0"})


def test_several_superellipsoids(make):
    params = {"variable": "u", "x_positions": "0 10", "y_positions": "0 0", "z_positions": "0 0", "as": "2 4",
              "bs": "1 4", "cs": "1 1", "ns": "2 4", "invalue": 1, "outvalue": -1}
    sharp = make(ics.SpecifiedSmoothSuperellipsoidIC, **params)
    assert along_x(sharp, 0.0, 0, 1.9, 2.1, 6.1, 13.9, 14.1) == [1, 1, -1, 1, 1, -1]
    # |x/4|^4 + |y/4|^4 = 1 at x = y = 4 / 2^(1/4) = 3.36 from the centre of the second
    assert along_x(sharp, 3.3, 13.3, 13.5) == [1, -1]
    smooth = make(ics.SpecifiedSmoothSuperellipsoidIC, **params, int_width=1)
    assert along_x(smooth, 0.0, 2.0, 2.25) == pytest.approx([0.0, math.cos(0.75 * math.pi)])
    with pytest.raises(DeckError, match="needs 2 entries"):
        make(ics.SpecifiedSmoothSuperellipsoidIC, **{**params, "bs": "1"})
    with pytest.raises(DeckError, match="above zero"):
        make(ics.SpecifiedSmoothSuperellipsoidIC, **{**params, "ns": "2 0"})
