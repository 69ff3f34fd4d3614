"""Functions from tables, splines and repetition, against closed forms."""

from __future__ import annotations

import numpy
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces.physics.testing import make as make_at
from alces_core import further as core

X = numpy.linspace(-0.5, 2.5, 31)[None]
GRID = """# f = 1 + 2 x + 3 t + x t
AXIS X
0 1 2
AXIS T

0 4
DATA
1 3 5
13 19
25
"""


def at(**place):
    return SamplePoints({}, **{"x": X, "y": 0.25 + 0.0 * X, "z": 0.0 * X, "t": 1.0, **place})


@pytest.fixture
def file(tmp_path, monkeypatch):
    def written(text, name="data.txt"):
        monkeypatch.chdir(tmp_path)
        (tmp_path / name).write_text(text)
        return name

    return written


def slopes(function, q, step=1e-6):
    """Central differences of a function along x, y and z."""
    out = []
    for axis in "xyz":
        moved = [at(x=q.x, y=q.y, z=q.z, t=q.t) for _ in range(2)]
        for points, sign in zip(moved, (1.0, -1.0), strict=True):
            setattr(points, axis, getattr(q, axis) + sign * step)
        out.append((function.value(moved[0]) - function.value(moved[1])) / (2.0 * step))
    return out


def assert_gradient(function, q, atol=1e-6):
    for have, want in zip(function.gradient(q), slopes(function, q), strict=True):
        numpy.testing.assert_allclose(have + 0.0 * q.x, want, atol=atol)


def test_multilinear(make, file):
    f = make(core.PiecewiseMultilinear, data_file=file(GRID))
    x = numpy.clip(X, 0.0, 2.0)
    numpy.testing.assert_allclose(f.value(at(t=3.0)), 1 + 2 * x + 9 + 3 * x, rtol=1e-14)
    numpy.testing.assert_allclose(f.value(at(t=9.0)), 1 + 2 * x + 12 + 4 * x, rtol=1e-14)  # beyond the end
    assert_gradient(f, at(x=X + 0.013, t=3.0))
    fields = {"u": {"value": numpy.array([[0.3, 1.7, 2.4]])}}
    assert partial_errors(lambda q: f.value(SamplePoints({}, x=q.value("u"), t=1.0)), fields) < 1e-12


def test_one_grid_position(make, file):
    f = make(core.PiecewiseMultilinear, data_file=file("AXIS Y\n3\nDATA\n7\n"))
    assert f.value(at()) == pytest.approx(7.0 + 0.0 * X)
    assert [float(numpy.max(numpy.abs(g))) for g in f.gradient(at())] == [0, 0, 0]


def test_multiconstant(make, file):
    name = file("AXIS X\n0 0.5 1\nAXIS Y\n-0.5 0 0.5\nDATA\n0 1 2 3 4 5 6 7 8\n")
    f = make(core.PiecewiseMulticonstant, data_file=name, direction="left right")
    x = numpy.array([[-1, 0, 0.4, 0.5, 0.9, 1.0, 7]])
    y = numpy.array([[-9, -0.5, -0.4, 0.0, 0.1, 0.5, 7]])
    assert f.value(at(x=x, y=y)).tolist() == [[0, 0, 3, 4, 7, 8, 8]]
    assert list(f.gradient(at())) == [0, 0, 0]
    with pytest.raises(DeckError, match="one entry for each of the 2 axes"):
        make(core.PiecewiseMulticonstant, data_file=name, direction="left")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("AXIS W\n1 2\nDATA\n1 2", "expected 'AXIS X'"),
        ("AXIS X\n1 2\nAXIS X\n1 2\nDATA\n1 2 3 4", "given twice"),
        ("AXIS X\n2 1\nDATA\n1 2", "must rise, but 1 follows 2"),
        ("AXIS X\n1 2\nDATA\n1 2 3", "has 2 points, but 3 values"),
        ("AXIS X\n1 two\nDATA\n1 2", "'two' is not a number"),
        ("AXIS X\n1 2\n", "no line 'DATA'"),
        ("DATA\n1 2\n", "no axis"),
    ],
)
def test_grids_that_do_not_fit(make, file, text, message):
    with pytest.raises(DeckError, match=message):
        make(core.PiecewiseMultilinear, data_file=file(text))


def test_missing_file(make):
    with pytest.raises(DeckError, match="cannot read"):
        make(core.PiecewiseMultilinear, data_file="nowhere.txt")


TABLE = {"x": "0 1 3", "y": "0 1 3", "z": "0 0 0  0 1 3  0 5 7"}


@pytest.mark.parametrize("source", ["lists", "file", "headed file"])
def test_bilinear(make, file, source):
    rows = "0,0,0,0\n1,0,1,3\n3,0,5,7\n"
    given = TABLE if source == "lists" else {
        "data_file": file({"file": "0,1,3\n", "headed file": "T,0,1,3\n"}[source] + rows)}
    f = make(core.PiecewiseBilinear, axis=0, scale_factor=2, **given)
    x = numpy.array([[-1.0, 0.5, 2.0, 9.0]])
    assert f.value(at(x=x, t=1.0)) == pytest.approx(2 * numpy.array([[0, 0.5, 2, 3]]))
    assert f.value(at(x=x, t=2.0)) == pytest.approx(2 * numpy.array([[0, 1.5, 4, 5]]))


def test_bilinear_axes(make):
    plane = make(core.PiecewiseBilinear, xaxis=2, yaxis=0, **TABLE)
    q = SamplePoints({}, x=numpy.array([[2.0]]), y=9.0, z=numpy.array([[1.0]]), t=0.1)
    assert plane.value(q) == pytest.approx(3.0)
    falling = make(core.PiecewiseBilinear, yaxis=2, **TABLE)  # x of the table is time
    assert falling.value(SamplePoints({}, x=0.0, y=0.0, z=numpy.array([[2.0]]), t=3.0)) == pytest.approx(5.0)
    round_ = make(core.PiecewiseBilinear, xaxis=0, yaxis=1, radial="true", **TABLE)
    q = SamplePoints({}, x=numpy.array([[0.6]]), y=numpy.array([[0.8]]), z=0.0, t=3.0)
    assert round_.value(q) == pytest.approx(5.0)


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"axis": 0, "y": "0 1", "z": "1 2"}, "either x, y and z, or data_file"),
        ({**TABLE}, "give 'axis'"),
        ({**TABLE, "axis": 0, "yaxis": 1}, "excludes"),
        ({**TABLE, "xaxis": 0, "radial": "true"}, "needs 'xaxis' and 'yaxis'"),
        ({**TABLE, "xaxis": 1, "yaxis": 1}, "must differ"),
        ({**TABLE, "axis": 0, "z": "1 2"}, "9 points, but 2 values"),
        ({**TABLE, "axis": 3}, "out of range"),
    ],
)
def test_tables_that_do_not_fit(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(core.PiecewiseBilinear, **params)


def test_spline_reproduces_a_cubic(make):
    f = make(core.SplineFunction, x="0 0.7 1 2", y="0 -0.357 0 6", yp1=-1, ypn=11, component=1)
    y = X[:, ::-1]  # y^3 - y, also beyond both ends
    numpy.testing.assert_allclose(f.value(at(y=y)), y**3 - y, atol=1e-13)
    numpy.testing.assert_allclose(f.gradient(at(y=y))[1], 3 * y**2 - 1, atol=1e-13)
    assert f.gradient(at(y=y))[0] == 0.0


def test_natural_spline(make):
    """Between (0, 0), (1, 1), (2, 0) with free ends: (3 x - x^3)/2 up to the middle."""
    f = make(core.SplineFunction, x="0 1 2", y="0 1 0")
    x = numpy.array([[0.0, 0.25, 1.0, 1.75]])
    half = numpy.array([[0.0, 0.25, 1.0, 0.25]])
    numpy.testing.assert_allclose(f.value(at(x=x)), (3 * half - half**3) / 2, rtol=1e-14)
    assert_gradient(f, at())
    for wrong, message in (({"x": "0 0", "y": "1 2"}, "must rise"), ({"x": "0", "y": "1"}, "two points"),
                           ({"x": "0 1", "y": "1"}, "x has 2 entries")):
        with pytest.raises(DeckError, match=message):
            make(core.SplineFunction, **wrong)


CUBES = {"x1": "0 2 4", "x2": "0 2 4 6", "y": "0 16 128 432 8 24 136 440 64 80 192 496", "yx11": "0 0 0 0",
         "yx1n": "48 48 48 48", "yx21": "0 0 0", "yx2n": "216 216 216"}


@pytest.mark.parametrize(("normal", "axes"), [("z", "xy"), ("x", "yz"), ("y", "xz")])
def test_bicubic_spline(make, normal, axes):
    f = make(core.BicubicSplineFunction, normal_component=normal, **CUBES)
    a, b = numpy.meshgrid(numpy.linspace(0, 4, 5), numpy.linspace(0, 6, 7))
    q = at(**{"x": 0 * a, "y": 0 * a, "z": 0 * a, axes[0]: a, axes[1]: b})
    numpy.testing.assert_allclose(f.value(q), a**3 + 2 * b**3, atol=1e-12)
    gradient = f.gradient(q)
    numpy.testing.assert_allclose(gradient["xyz".index(axes[0])], 3 * a**2, atol=1e-12)
    numpy.testing.assert_allclose(gradient["xyz".index(axes[1])], 6 * b**2, atol=1e-12)


def test_bicubic_spline_with_slopes_that_vary(make):
    """x^2 (1 + y): the slope at the far edge is 4 (1 + y)."""
    f = make(core.BicubicSplineFunction, x1="0 1 2", x2="0 1 3", y="0 0 0 1 2 4 4 8 16", yx11="0 0 0",
             yx1n="4 8 16")
    q = at(x=numpy.linspace(0, 2, 9)[None], y=numpy.linspace(0, 3, 9)[None])
    numpy.testing.assert_allclose(f.value(q), q.x**2 * (1 + q.y), atol=1e-13)
    for wrong, message in (({"yx11": "1"}, "needs 3 slopes"), ({"y": "1 2"}, "needs 9 values"),
                           ({"x1": "0 0 2"}, "must rise")):
        with pytest.raises(DeckError, match=message):
            make(core.BicubicSplineFunction, **{"x1": "0 1 2", "x2": "0 1 3", "y": "0 " * 9, **wrong})


def test_coarsened(make):
    """A bend of 1 stays, one of 0.05 goes at a tolerance of 0.1; the ends stay."""
    f = make(core.CoarsenedPiecewiseLinear, x="0 1 2 3 4", y="0 0.05 0 1 0", epsilon=0.1)
    assert (f.table.x, f.table.y) == ([0, 2, 3, 4], [0, 0, 1, 0])
    for finer in ({"epsilon": 0.1, "y_scale": 10}, {"epsilon": 0.04}):
        all_ = make(core.CoarsenedPiecewiseLinear, x="0 1 2 3 4", y="0 0.05 0 1 0", **finer)
        assert all_.table.x == [0, 1, 2, 3, 4]
    steep = make(core.CoarsenedPiecewiseLinear, x="0 1 2 3 4", y="0 0.05 0 1 0", epsilon=0.1, x_scale=0.001)
    assert steep.table.x == [0, 3, 4]


def test_periodic(make):
    line = make_at(core.SplineFunction, "line", x="0 10", y="0 10")  # f = x
    f = make(core.PeriodicFunction, base_function="line", period_x=0.75)
    q = at()
    q._functions["line"] = line
    numpy.testing.assert_allclose(f.value(q), X % 0.75, atol=1e-14)
    numpy.testing.assert_allclose(f.gradient(q)[0], 1.0)
    clock = make(core.PeriodicFunction, base_function="t", period_time=2)
    q._functions["t"] = lambda x, y, z, t: t + 100 * z
    assert clock.value(at_time(q, -0.5)) == pytest.approx(1.5 + 0.0 * X)
    with pytest.raises(DeckError, match="repeat itself"):
        make(core.PeriodicFunction, name="f", base_function="f")


def at_time(q, t):
    q.t = t
    return q


def test_columns_of_a_file(make, file):
    name = file("x, y, z\n0, 1, 5\n2, 3, 9\n")
    from alces_core import PiecewiseLinear

    second = {"data_file": name, "format": "columns", "y_index_in_file": 2}
    f = make(PiecewiseLinear, xy_in_file_only="false", **second)
    assert f.table.y == [5, 9]
    with pytest.raises(DeckError, match="3 columns, not two"):
        make(PiecewiseLinear, **second)
    with pytest.raises(DeckError, match="only 3 columns"):
        make(PiecewiseLinear, xy_in_file_only="false", **{**second, "y_index_in_file": 3})
