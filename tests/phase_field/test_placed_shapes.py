"""Initial conditions that place shapes: three grains, circles of files, on lattices and at random places."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_phase_field import ics
from alces_phase_field.twister import uniform

BOUNDS = ((0.0, 0.0, 0.0), (100.0, 80.0, 0.0))


def points(x, y, bounds=BOUNDS, dim=2, z=0.0, **fields):
    x, y = numpy.broadcast_arrays(numpy.atleast_2d(x).astype(float), numpy.atleast_2d(y).astype(float))
    fields = {name: {"value": value} for name, value in fields.items()}
    return SamplePoints(fields, x=x, y=y, z=z + 0.0 * x, dim=dim, mesh_bounds=bounds, dual=False)


def test_boundaries_of_the_initial_state(make):
    ic = make(ics.BndsCalcIC, variable="bnds", op_num=2, var_name_base="gr")
    assert ic.value(points(0, 0, gr0=0.5, gr1=0.4)) == pytest.approx(0.41)
    assert make(ics.BndsCalcIC, variable="bnds", v="a").value(points(0, 0, a=0.5)) == 0.25
    with pytest.raises(DeckError, match="must name order parameters"):
        make(ics.BndsCalcIC, variable="bnds")


def test_two_round_grains(make):
    q = points([25, 44, 46, 75, 50, 25], [40, 40, 40, 59, 40, 61])
    found = [
        make(ics.Tricrystal2CircleGrainsIC, variable="u", op_num=3, op_index=i).value(q)[0].tolist()
        for i in range(3)
    ]
    assert found == [[0, 0, 1, 0, 1, 1], [1, 1, 0, 0, 0, 0], [0, 0, 0, 1, 0, 0]]
    with pytest.raises(DeckError, match="must be 3"):
        make(ics.Tricrystal2CircleGrainsIC, variable="u", op_num=2, op_index=0)


@pytest.mark.parametrize(
    "thetas", [(135, 135), (135, 100), (30, 60), (200, 50), (50, 200), (90, 90), (170, 185)]
)
def test_triple_junction(make, thetas):
    """Grains by the angle from straight down, to the left for the first and to the right for the second."""
    angles = numpy.arange(0.5, 360.0, 3.7)
    x, y = 60.0 + 5.0 * numpy.sin(numpy.radians(angles)), 30.0 - 5.0 * numpy.cos(numpy.radians(angles))
    q = points(x, y)
    params = {"variable": "u", "op_num": 3, "theta1": thetas[0], "theta2": thetas[1], "junction": "60 30 0"}
    found = [make(ics.TricrystalTripleJunctionIC, **params, op_index=i).value(q)[0] for i in (1, 2, 3)]
    right, left = angles < thetas[1], 360.0 - angles < thetas[0]
    for values, expected in zip(found, (left, right, ~(left | right)), strict=True):
        assert (values == numpy.where(expected, 1.0, 0.0)).all()


def test_triple_junctions_that_do_not_fit(make):
    params = {"variable": "u", "op_num": 3, "op_index": 3}
    assert make(ics.TricrystalTripleJunctionIC, **params).value(points(50, 60)) == 1.0  # above the middle
    for wrong, message in (({"theta1": 200, "theta2": 200}, "less than 360"), ({"op_num": 2}, "must be 3")):
        with pytest.raises(DeckError, match=message):
            make(ics.TricrystalTripleJunctionIC, **{**params, **wrong})
    with pytest.raises(DeckError, match="not in the mesh"):
        make(ics.TricrystalTripleJunctionIC, **params, junction="200 0 0").value(points(0, 0))


def test_circles_of_a_file(make, tmp_path):
    path = tmp_path / "circles.txt"
    path.write_text("# circles\nx, y, z, r\n10, 20, 0, 4\n50, 20, 0, 8\n")
    given = {"variable": "u", "invalue": 1, "outvalue": 0, "file_name": str(path)}
    ic = make(ics.SmoothCircleFromFileIC, **given)
    assert ic.value(points([13, 15, 57, 59], 20))[0].tolist() == [1, 0, 1, 0]
    path.write_text("x y z\n1 2 3\n")
    with pytest.raises(DeckError, match="no column 'r'"):
        make(ics.SmoothCircleFromFileIC, **given)


CIRCLES = {"variable": "u", "invalue": 1, "outvalue": 0, "radius": 3}


def test_circles_at_random_places(make):
    ic = make(
        ics.MultiSmoothCircleIC,
        **CIRCLES,
        numbub=8,
        bubspac=12,
        radius_variation=0.5,
        radius_variation_type="uniform",
    )
    placed = ic.circles(points(0, 0))
    numbers = uniform(12345)
    assert [r for *_, r in placed] == [3 * (1 + 0.5 * (1 - 2 * next(numbers))) for _ in range(8)]
    assert placed[0][:3] == (100 * next(numbers), 80 * next(numbers), 0.0)
    assert all(math.dist(a[:3], b[:3]) >= 12.0 for i, a in enumerate(placed) for b in placed[:i])
    x, y, _, r = placed[3]
    assert ic.value(points([x, x + 0.99 * r, x + 1.01 * r], y))[0].tolist() == [1, 1, 0]
    other = make(ics.MultiSmoothCircleIC, **CIRCLES, numbub=8, bubspac=12, rand_seed=1)
    assert other.circles(points(0, 0))[0][:2] != placed[0][:2]
    spread = make(
        ics.MultiSmoothCircleIC,
        **CIRCLES,
        numbub=400,
        bubspac=0,
        radius_variation=0.3,
        radius_variation_type="normal",
    )
    radii = numpy.array([r for *_, r in spread.circles(points(0, 0))])
    assert radii.mean() == pytest.approx(3.0, abs=0.06) and radii.std() == pytest.approx(0.3, abs=0.05)


def test_random_circles_that_do_not_fit(make):
    with pytest.raises(DeckError, match="must be given where"):
        make(ics.MultiSmoothCircleIC, **CIRCLES, numbub=8, bubspac=12, radius_variation=0.5)
    with pytest.raises(DeckError, match="no place found in 50 tries"):
        make(ics.MultiSmoothCircleIC, **CIRCLES, numbub=9, bubspac=90, numtries=50).value(points(0, 0))
    with pytest.raises(DeckError, match="needs 2 numbers"):
        make(ics.LatticeSmoothCircleIC, **CIRCLES, circles_per_side="3").value(points(0, 0))


def test_circles_on_a_lattice(make):
    q = points(0, 0, bounds=((-10.0, 0.0, 0.0), (90.0, 80.0, 0.0)))
    ic = make(ics.LatticeSmoothCircleIC, **CIRCLES, circles_per_side="2 4")
    assert [c[:2] for c in ic.circles(q)] == [(x, y) for x in (15, 65) for y in (10, 30, 50, 70)]
    space = SamplePoints({}, dim=3, mesh_bounds=((0, 0, 0), (10, 10, 10)))
    assert len(make(ics.LatticeSmoothCircleIC, **CIRCLES, circles_per_side="2 3 4").circles(space)) == 24
    wide = make(ics.LatticeSmoothCircleIC, **{**CIRCLES, "radius": 11}, circles_per_side="2 4", int_width=2)
    assert {y for _, y, _, _ in wide.circles(q)} == {13, 30, 50, 67}  # away from the sides
    shaken = make(
        ics.LatticeSmoothCircleIC, **CIRCLES, circles_per_side="2 4", pos_variation=5, avoid_bounds="false"
    )
    shifts = [(a[0] - b[0], a[1] - b[1]) for a, b in zip(shaken.circles(q), ic.circles(q), strict=True)]
    assert all(abs(d) <= 5.0 for pair in shifts for d in pair) and len(set(shifts)) == 8


BODIES = {
    "variable": "u",
    "invalue": 1,
    "outvalue": 0.1,
    "numbub": "3 2",
    "bubspac": "10 25",
    "semiaxis_a": "7 5",
    "semiaxis_b": "10 8",
    "semiaxis_c": "1 1",
    "exponent": "2 3",
}


def test_superellipsoids_at_random_places(make):
    ic = make(ics.MultiSmoothSuperellipsoidIC, **BODIES, prevent_overlap="true", check_extremes="true")
    placed = ic._placed.__wrapped__(box_of(points(0, 0)))
    assert [s.axes for s in placed] == [(7, 10, 1)] * 3 + [(5, 8, 1)] * 2
    for i, a in enumerate(placed):
        for b in placed[:i]:
            assert math.dist(a.center, b.center) >= (10, 25)[i > 2]
            assert not ic._overlap(box_of(points(0, 0)), a, b)
    x, y, _ = placed[4].center
    assert ic.value(points([x, x + 4.9, x + 3.5], [y, y, y + 7.0]))[0].tolist()[:2] == [1.0, 1.0]


def box_of(q):
    from alces_phase_field.box import Box

    return Box.of(q)


@pytest.mark.parametrize("kind", ["uniform", "normal"])
def test_superellipsoids_of_random_size(make, kind):
    varied = {f"semiaxis_{a}_variation": "0.2 0.1" for a in "abc"}
    params = {**BODIES, **varied, "semiaxis_variation_type": kind}
    box = box_of(points(0, 0))
    together = make(ics.MultiSmoothSuperellipsoidIC, **params, vary_axes_independently="false")
    for shape in together._placed(box)[:3]:
        a, b = (
            (shape.axes[0] / 7 - 1, shape.axes[1] / 10 - 1)
            if kind == "uniform"
            else (shape.axes[0] - 7, shape.axes[1] - 10)
        )
        assert a == pytest.approx(b) and a != 0.0
    alone = make(ics.MultiSmoothSuperellipsoidIC, **params)._placed(box)[0]
    assert alone.axes[0] / 7 != pytest.approx(alone.axes[1] / 10)


def test_superellipsoids_that_do_not_fit(make):
    with pytest.raises(DeckError, match="needs 2 entries"):
        make(ics.MultiSmoothSuperellipsoidIC, **{**BODIES, "exponent": "2"})
    with pytest.raises(DeckError, match="needs 2 entries"):
        make(ics.MultiSmoothSuperellipsoidIC, **BODIES, semiaxis_variation_type="normal")
    crowd = make(ics.MultiSmoothSuperellipsoidIC, **{**BODIES, "numbub": "99 0"}, prevent_overlap="true")
    with pytest.raises(DeckError, match="no place found"):
        crowd.value(points(0, 0))
