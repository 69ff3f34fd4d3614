"""Grains from points and from random numbers, and voids on their boundaries."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_phase_field import ics, userobjects
from alces_phase_field.box import Box
from alces_phase_field.coloring import colors, neighbors
from alces_phase_field.twister import normal, uniform

BOUNDS = ((0.0, 0.0, 0.0), (10.0, 10.0, 0.0))


def points(x, y, dim=2, bounds=BOUNDS, z=0.0, **more):
    x, y = numpy.broadcast_arrays(numpy.atleast_2d(x).astype(float), numpy.atleast_2d(y).astype(float))
    return SamplePoints({}, x=x, y=y, z=z + 0.0 * x, dim=dim, mesh_bounds=bounds, dual=False, **more)


def test_twister():
    """The first numbers of MT19937 with seed 5489 are 3499211612 and 581869302."""
    numbers = uniform(5489)
    assert next(numbers) == 3499211612 * 2.0**-32 + 581869302 * 2.0**-64
    drawn = [next(numbers) for _ in range(4000)]
    assert abs(sum(drawn) / 4000 - 0.5) < 0.02 and 0.0 <= min(drawn) < max(drawn) < 1.0
    drawn = [normal(numbers) for _ in range(4000)]
    assert abs(sum(drawn) / 4000) < 0.05 and abs(sum(a * a for a in drawn) / 4000 - 1.0) < 0.1


def test_box():
    box = Box.of(points(0, 0), ("x",))
    assert list(box.between((1.0, 1.0, 0.0), (9.0, 9.0, 0.0))) == [-2.0, 8.0, 0.0]
    assert Box.of(points(0, 0)).random_point(iter([0.1, 0.2, 0.3])) == (1.0, 2.0, 0.0)


def test_neighbors_of_four_quarters():
    """2 x 2 cells: all meet in the middle; a row of four in a periodic box also meets around the end."""
    quarters = [(2.5, 2.5, 0.0), (7.5, 2.5, 0.0), (2.5, 7.5, 0.0), (7.5, 7.5, 0.0)]
    assert neighbors(quarters, Box.of(points(0, 0))) == [{0, 1, 2, 3} - {i} for i in range(4)]
    row = [(1.25 + 2.5 * i, 5.0, 0.0) for i in range(4)]
    assert neighbors(row, Box.of(points(0, 0))) == [{1}, {0, 2}, {1, 3}, {2}]
    assert neighbors(row, Box.of(points(0, 0), ("x",))) == [{1, 3}, {0, 2}, {1, 3}, {0, 2}]


def test_colors():
    ring = [{(i - 1) % 5, (i + 1) % 5} for i in range(5)]
    found = colors(ring, 3)
    assert all(found[i] != found[j] for i in range(5) for j in ring[i])
    assert colors([set() for _ in range(3)], 5) == [0, 1, 2]
    assert colors([{2}, {2}, {0, 1}], 2) == [0, 0, 1]  # the second had 1 at first
    for available in (1, 2):
        with pytest.raises(ValueError, match=f"{available} order parameters"):
            colors(ring, available)


def voronoi(make, tmp_path, centers, **params):
    (tmp_path / "grains.txt").write_text("x y z\n" + "\n".join(f"{x} {y} 0" for x, y in centers))
    given = {
        "op_num": len(centers),
        "var_name_base": "gr",
        "file_name": str(tmp_path / "grains.txt"),
        **params,
    }
    return make(userobjects.PolycrystalVoronoi, **given)


def orders(grains, *q):
    return [[float(a) for a in grains.order_parameter(points(*q), i)[0]] for i in range(len(grains.names))]


def test_sharp_grains(make, tmp_path):
    grains = voronoi(make, tmp_path, [(2, 5), (6, 5)])
    assert orders(grains, [0, 3.9, 4.1, 9.5], 5) == [[1, 1, 0, 0], [0, 0, 1, 1]]
    around = voronoi(make, tmp_path, [(2, 5), (6, 5)], periodic="x")
    assert orders(around, [0, 3.9, 4.1, 9.5], 5) == [[1, 1, 0, 1], [0, 0, 1, 0]]


def test_diffuse_grains(make, tmp_path):
    """Between two grains the profile is tanh(2 s/w), and both order parameters add up to 1."""
    grains = voronoi(make, tmp_path, [(2, 5), (6, 5)], int_width=1.5)
    x = numpy.array([3.0, 3.6, 4.0, 4.7, 5.4])
    first, second = orders(grains, x, 7.0)
    assert first == pytest.approx((0.5 - 0.5 * numpy.tanh(2.0 * (x - 4.0) / 1.5)).tolist())
    assert [a + b for a, b in zip(first, second, strict=True)] == pytest.approx([1.0] * 5)
    assert orders(grains, 2.0, 5.0) == [[1.0], [0.0]]  # farther than the width: no interface


def test_triple_junction_and_shared_order_parameters(make, tmp_path):
    """Four grains in a row with two order parameters: the profile is that of the near grain."""
    row = [(1.25 + 2.5 * i, 5.0) for i in range(4)]
    grains = voronoi(make, tmp_path, row, op_num=2, int_width=1)
    first, second = orders(grains, [1.25, 2.5, 3.75, 6.25, 8.75], 5.0)
    assert first == pytest.approx([1.0, 0.5, 0.0, 1.0, 0.0])
    assert second == pytest.approx([0.0, 0.5, 1.0, 0.0, 1.0])
    three = voronoi(make, tmp_path, [(2, 2), (8, 2), (5, 2 + 3 * math.sqrt(3))], int_width=1)
    middle = orders(three, 5.0, 2.0 + math.sqrt(3))
    assert [a for (a,) in middle] == pytest.approx([0.25] * 3)


def test_random_grains(make):
    params = {"op_num": 9, "var_name_base": "gr", "grain_num": 9}
    grains = make(userobjects.PolycrystalVoronoi, **params, rand_seed=102)
    q = points(*numpy.random.default_rng(1).uniform(0, 10, (2, 40)))
    numbers = uniform(102)
    assert grains.centers(grains.box(q))[0] == (10 * next(numbers), 10 * next(numbers), 0.0)
    values = numpy.array([grains.order_parameter(q, i)[0] for i in range(9)])
    assert (values.sum(axis=0) == 1.0).all() and set(values.ravel()) == {0.0, 1.0}
    other = make(userobjects.PolycrystalVoronoi, **params, rand_seed=103)
    assert other.centers(other.box(q)) != grains.centers(grains.box(q))
    flat = make(userobjects.PolycrystalVoronoi, **params, columnar_3D="true")
    box = Box((0.0, 0.0, 0.0), (1.0, 1.0, 4.0))
    assert {z for _, _, z in flat.centers(box)} == {2.0}


def test_grains_that_do_not_fit(make, tmp_path):
    with pytest.raises(DeckError, match="number of grains"):
        make(userobjects.PolycrystalVoronoi, op_num=2, var_name_base="gr")
    with pytest.raises(DeckError, match="must name order parameters"):
        make(userobjects.PolycrystalVoronoi, grain_num=2)
    few = voronoi(make, tmp_path, [(2, 5), (6, 5), (4, 9)], op_num=2)
    with pytest.raises(DeckError, match="2 order parameters were not found to be enough for 3 grains"):
        orders(few, 1, 1)
    (tmp_path / "bad.txt").write_text("x y\n1 2\n3\n")
    with pytest.raises(DeckError, match="column names"):
        make(
            userobjects.PolycrystalVoronoi, op_num=2, var_name_base="gr", file_name=str(tmp_path / "bad.txt")
        )
    (tmp_path / "bad.txt").write_text("x\n1\n")
    with pytest.raises(DeckError, match="columns x and y"):
        make(
            userobjects.PolycrystalVoronoi, op_num=2, var_name_base="gr", file_name=str(tmp_path / "bad.txt")
        )


def test_coloring_condition(make, tmp_path):
    grains = voronoi(make, tmp_path, [(2, 5), (6, 5)])
    ic = make(ics.PolycrystalColoringIC, variable="gr1", polycrystal_ic_uo="v", op_index=1)
    assert ic.value(points([1, 6], 5, user_objects={"v": grains}))[0].tolist() == [0.0, 1.0]


VOIDS = {
    "numbub": 5,
    "bubspac": 1.0,
    "radius": 0.4,
    "invalue": 1,
    "outvalue": 0.1,
    "polycrystal_ic_uo": "v",
    "op_num": 2,
    "rand_seed": 7,
}


def test_voids_are_on_boundaries(make, tmp_path):
    grains = voronoi(make, tmp_path, [(2, 5), (6, 5)], periodic="x")
    ic = make(ics.PolycrystalVoronoiVoidIC, variable="c", structure_type="voids", **VOIDS)
    placed = ic.circles(points(0, 0, user_objects={"v": grains}))
    assert len(placed) == 5 and {r for *_, r in placed} == {0.4}
    for x, y, _, _ in placed:
        assert min(abs(x - 4.0), abs(x - 9.0)) < 1e-9 and 0.0 <= y <= 10.0
    ys = sorted((x, y) for x, y, _, _ in placed)
    assert all(math.dist(a, b) >= 1.0 for i, a in enumerate(ys) for b in ys[:i])
    x, y = placed[0][:2]
    q = points([x, x - 0.41, 2.0], [y, y, 5.0], user_objects={"v": grains})
    assert ic.value(q)[0].tolist() == pytest.approx([1.0, 0.1, 0.1])
    solid = make(ics.PolycrystalVoronoiVoidIC, variable="gr0", structure_type="grains", **VOIDS)
    inside, beside, middle = solid.value(q)[0].tolist()
    assert (inside, middle) == (0.0, 1.0) and beside == float(grains.order_parameter(q, 0)[0][1])


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"invalue": 0.1}, "above 'outvalue'"),
        ({"numbub": 0}, "above zero"),
        ({"bubspac": 50}, "no place found in 1000 tries"),
    ],
)
def test_voids_that_do_not_fit(make, tmp_path, params, message):
    grains = voronoi(make, tmp_path, [(2, 5), (6, 5)])
    with pytest.raises(DeckError, match=message):
        make(ics.PolycrystalVoronoiVoidIC, variable="c", structure_type="voids", **{**VOIDS, **params}).value(
            points(0, 0, user_objects={"v": grains})
        )


def test_noise(make):
    """Continuous: different in each order parameter; discrete: exactly one of them is 1 at each point."""
    x, y = numpy.random.default_rng(1).uniform(0, 10, (2, 200))

    def at(kind):
        return numpy.array(
            [
                make(
                    ics.PolycrystalRandomIC, variable=f"gr{i}", op_num=4, op_index=i, random_type=kind
                ).value(points(x, y))[0]
                for i in range(4)
            ]
        )

    smooth, one = at("continuous"), at("discrete")
    assert smooth.min() >= 0.0 and smooth.max() < 1.0 and abs(numpy.corrcoef(smooth)[0, 1]) < 0.2
    assert (one.sum(axis=0) == 1.0).all() and (one.mean(axis=1) > 0.1).all()
