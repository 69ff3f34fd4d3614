"""Functions: values, gradients, tables from files, messages."""

from __future__ import annotations

import math

import alces_core as core
import numpy
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints


def at(f, x=0.0, y=0.0, t=0.0, **functions):
    return f.value(SamplePoints({}, x=x, y=y, t=t, functions=functions))


def test_parsed_function_and_its_gradient(make):
    f = make(core.ParsedFunction, value="a*sin(pi*x)*y^2 + t + g", vars="a g", vals="3 g")
    g = make(core.ParsedFunction, expression="x*y")
    q = SamplePoints({}, x=0.25, y=2.0, t=7.0, functions={"g": g})
    s = math.sin(0.25 * math.pi)
    assert f.value(q) == pytest.approx(12 * s + 7 + 0.5)
    gradient = list(f.gradient(q))
    assert gradient == pytest.approx([12 * math.pi * math.cos(0.25 * math.pi) + 2.0, 12 * s + 0.25, 0.0])


def test_parsed_function_on_arrays(make):
    f = make(core.ParsedFunction, expression="r := sqrt(x*x+y*y); if(r < 1, r, 1)")
    x = numpy.array([[0.3, 3.0]])
    assert at(f, x=x, y=0.4 * x / 0.3) == pytest.approx(numpy.array([[0.5, 1.0]]))


@pytest.mark.parametrize(
    ("params", "message"),
    [
        (
            {"expression": "x + foo"},
            r"parameter 'expression': unknown in the formula: 'foo' \(known: x, y, z, t\)",
        ),
        ({"expression": "x + * 2"}, r"at character 5.*in 'x \+ \* 2'"),
        (
            {"expression": "a", "symbol_names": "a b", "symbol_values": "1"},
            "has 1 entries, but 'symbol_names' needs 2",
        ),
        ({"expression": "t", "symbol_names": "t", "symbol_values": "1"}, "'t' has a meaning already"),
    ],
)
def test_mistakes_in_formulas(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(core.ParsedFunction, **params)


def test_mistakes_point_at_the_formula(make):
    with pytest.raises(DeckError) as caught:
        make(core.ParsedFunction, expression="x + foo")
    assert (caught.value.location.file, caught.value.location.line) == ("deck.i", 3)


def test_parsed_grad_function(make):
    f = make(
        core.ParsedGradFunction, expression="c*x", grad_x="c", grad_y="t", symbol_names="c", symbol_values="4"
    )
    q = SamplePoints({}, x=2.0, t=5.0)
    assert f.value(q) == 8.0
    assert list(f.gradient(q)) == [4.0, 5.0, 0.0]


def test_constant_and_linear_combination(make):
    one, two = make(core.ConstantFunction, value=3), make(core.ParsedFunction, expression="x^2")
    both = make(core.LinearCombinationFunction, functions="one two", w="2 -1")
    q = SamplePoints({}, x=3.0, functions={"one": one, "two": two})
    assert both.value(q) == -3.0
    assert list(both.gradient(q)) == [-6.0, 0.0, 0.0]
    with pytest.raises(DeckError, match="has 1 entries"):
        make(core.LinearCombinationFunction, functions="one two", w="2")


def test_piecewise_linear_in_time(make):
    f = make(core.PiecewiseLinear, x="0 1 3", y="0 2 -2", scale_factor=10)
    assert [at(f, t=t) for t in (-1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 9.0)] == pytest.approx(
        [0, 0, 10, 20, 0, -20, -20]
    )
    more = make(core.PiecewiseLinear, xy_data="0 0 1 2 3 -2", extrap="true")
    assert [at(more, t=t) for t in (-1.0, 4.0)] == pytest.approx([-2, -4])


def test_piecewise_linear_along_an_axis(make):
    f = make(core.PiecewiseLinear, x="0 1 3", y="0 2 -2", axis="y")
    y = numpy.array([[-1.0, 0.5, 1.0, 2.0, 3.0, 5.0]])
    q = SamplePoints({}, y=y)
    assert f.value(q) == pytest.approx(numpy.array([[0, 1, 2, 0, -2, -2]]))
    slope = f.gradient(q)
    assert slope[0] == 0.0
    assert slope[1] == pytest.approx(numpy.array([[0, 2, -2, -2, 0, 0]]))
    assert list(make(core.PiecewiseLinear, x="0 1", y="0 1").gradient(q)) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("left", [10, 10, 10, 20, 20, 30]),
        ("right", [10, 20, 30, 30, 30, 30]),
        ("left_inclusive", [10, 10, 20, 20, 30, 30]),
        ("right_inclusive", [10, 20, 20, 30, 30, 30]),
    ],
)
def test_piecewise_constant(make, direction, expected):
    """Before all points, between the first two, on the second, between, on the last, beyond."""
    where = [-1.0, 0.5, 1.0, 1.5, 2.0, 3.0]
    in_time = make(core.PiecewiseConstant, x="0 1 2", y="10 20 30", direction=direction)
    assert [at(in_time, t=t) for t in where] == expected
    in_space = make(core.PiecewiseConstant, x="0 1 2", y="10 20 30", direction=direction, axis="x")
    assert at(in_space, x=numpy.array([where])) == pytest.approx(numpy.array([expected]))


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("columns", "time, load\n# seconds\n0, 1\n2, 5\n"),
        ("rows", "0, 2\n1, 5\n"),
    ],
)
def test_table_from_a_file(make, tmp_path, layout, text):
    (tmp_path / "load.csv").write_text(text)
    f = make(core.PiecewiseLinear, data_file=tmp_path / "load.csv", format=layout)
    assert at(f, t=0.5) == 2.0


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"x": "0 1 1", "y": "0 1 2"}, "x must rise, but 1 follows 1"),
        ({"x": "0 1", "y": "0 1 2"}, "x has 2 entries, y has 3"),
        ({"xy_data": "0 1 2"}, "needs pairs"),
        ({"x": "0", "xy_data": "0 1"}, "give either"),
        ({"data_file": "nowhere.csv"}, "cannot read 'nowhere.csv'"),
    ],
)
def test_mistakes_in_tables(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(core.PiecewiseLinear, **params)
