"""Values: the functions against known values, IEEE behaviour, arrays, and what is called how often."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest
from alces.expr import FUNCTIONS, REQUIRED, ExpressionError, parse
from alces.expr import floatmath as floats

numpy_math = SimpleNamespace(
    **{name: getattr(np, name) for name in REQUIRED if hasattr(np, name)},
    **{
        own: getattr(np, theirs)
        for own, theirs in {
            "asin": "arcsin",
            "acos": "arccos",
            "atan": "arctan",
            "atan2": "arctan2",
            "asinh": "arcsinh",
            "acosh": "arccosh",
            "atanh": "arctanh",
        }.items()
        if not hasattr(np, own)
    },
    erf=np.vectorize(math.erf, otypes=[float]),
)

KNOWN = [
    ("abs(-2.5)", 2.5),
    ("acos(0)", math.pi / 2),
    ("acosh(cosh(1.5))", 1.5),
    ("asin(1)", math.pi / 2),
    ("asinh(1)", 0.881373587019543),
    ("atan(1)", math.pi / 4),
    ("atan2(1, -1)", 3 * math.pi / 4),
    ("atanh(0.5)", 0.549306144334055),
    ("cbrt(-27)", -3.0),
    ("cbrt(0)", 0.0),
    ("ceil(-1.5)", -1.0),
    ("cos(pi/3)", 0.5),
    ("cosh(1)", 1.543080634815244),
    ("cot(pi/4)", 1.0),
    ("csc(pi/6)", 2.0),
    ("erf(1)", 0.842700792949715),
    ("erfc(1)", 0.157299207050285),
    ("exp(1)", math.e),
    ("exp2(10)", 1024.0),
    ("floor(-1.5)", -2.0),
    ("hypot(3, -4)", 5.0),
    ("int(2.5)", 3.0),
    ("int(-2.5)", -3.0),
    ("int(2.4)", 2.0),
    ("log(e^2)", 2.0),
    ("log10(1000)", 3.0),
    ("log2(8)", 3.0),
    ("max(2, 3)", 3.0),
    ("min(2, 3)", 2.0),
    ("plog(2, 0.1)", math.log(2.0)),
    ("sec(pi/3)", 2.0),
    ("sign(-3)", -1.0),
    ("sign(0)", 0.0),
    ("sin(pi/6)", 0.5),
    ("sinh(-1)", -1.175201193643801),
    ("sqrt(2)", 1.414213562373095),
    ("tan(pi/4)", 1.0),
    ("tanh(0.5)", 0.462117157260010),
    ("trunc(-1.7)", -1.0),
    ("trunc(1.7)", 1.0),
    # log(0.1) + (0-0.1)/0.1 - (0.1)^2/(2*0.1^2) + (-0.1)^3/(3*0.1^3) = log(0.1) - 1 - 1/2 - 1/3
    ("plog(0, 0.1)", math.log(0.1) - 11 / 6),
    ("plog(-0.1, 0.1)", math.log(0.1) - 2 - 2 - 8 / 3),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_values(text: str, expected: float) -> None:
    assert parse(text).evaluate({}) == pytest.approx(expected, rel=1e-14, abs=1e-15)


def test_every_function_has_a_known_value() -> None:
    assert set(FUNCTIONS) == {text.split("(")[0] for text, _ in KNOWN}


@pytest.mark.parametrize("text", [text for text, _ in KNOWN])
def test_arrays_give_what_floats_give(text: str) -> None:
    """Every argument replaced by an array of two equal values."""
    expression = parse(text)
    if any(arg.op != "number" for arg in expression.args):
        expression = parse(f"{expression.op}({', '.join(str(arg.constant()) for arg in expression.args)})")
    arguments = {f"v{i}": np.full(2, arg.constant()) for i, arg in enumerate(expression.args)}
    result = parse(f"{expression.op}({', '.join(arguments)})").evaluate(arguments, numpy_math)
    assert result.shape == (2,)
    np.testing.assert_allclose(result, expression.evaluate({}), rtol=1e-14)


def test_required_names_are_the_documented_ones() -> None:
    documented = (
        "exp log sqrt sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh erf floor ceil abs "
        "sign maximum minimum where power"
    )
    assert set(REQUIRED) == set(documented.split())
    assert all(hasattr(floats, name) for name in REQUIRED)


def test_piecewise_on_arrays() -> None:
    x = np.array([-2.0, -0.5, 0.5, 2.0])
    inside = parse("if(x > -1 & x < 1, x^2, 1)").evaluate({"x": x}, numpy_math)
    np.testing.assert_array_equal(inside, [1.0, 0.25, 0.25, 1.0])
    outside = parse("!(x > -1 & x < 1)").evaluate({"x": x}, numpy_math)
    np.testing.assert_array_equal(outside, [1.0, 0.0, 0.0, 1.0])
    counted = parse("(x > 0) + 2*(x > 1) + (x | 0)").evaluate({"x": x}, numpy_math)
    np.testing.assert_array_equal(counted, [1.0, 1.0, 2.0, 4.0])


def test_branch_not_taken_does_not_spoil_the_value() -> None:
    x = np.array([-1.0, 0.0, 1.0])
    with np.errstate(all="ignore"):
        result = parse("if(x > 0, log(x), 5)").evaluate({"x": x}, numpy_math)
    np.testing.assert_array_equal(result, [5.0, 5.0, 0.0])
    assert parse("if(x > 0, 1/x, 5)").evaluate({"x": 0.0}) == 5.0


def test_plog_is_finite_and_silent_below_zero() -> None:
    x = np.array([-1.0, 0.0, 1.0])
    with np.errstate(all="raise"):
        result = parse("plog(x, 0.5)").evaluate({"x": x}, numpy_math)
    # u = (x - 0.5)/0.5: -3, -1 -> log(0.5) + u - u^2/2 + u^3/3
    np.testing.assert_allclose(result, [math.log(0.5) - 16.5, math.log(0.5) - 11 / 6, 0.0], rtol=1e-15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/x", math.inf),
        ("-1/x", -math.inf),
        ("1/(-x)", -math.inf),
        ("x^-1", math.inf),
        ("x^-0.5", math.inf),
        ("log(x)", -math.inf),
        ("exp(1000 + x)", math.inf),
        ("exp(-1000 + x)", 0.0),
        ("sinh(x - 1000)", -math.inf),
        ("10^(400 + x)", math.inf),
        ("atanh(1 + x)", math.inf),
        ("csc(x)", math.inf),
    ],
)
def test_ieee_results_of_floats(text: str, expected: float) -> None:
    assert parse(text).evaluate({"x": 0.0}) == expected


@pytest.mark.parametrize(
    "text", ["x/x", "sqrt(x - 1)", "log(x - 1)", "(x - 1)^0.5", "asin(2 + x)", "x % x", "sin(1/x)"]
)
def test_undefined_is_nan(text: str) -> None:
    assert math.isnan(parse(text).evaluate({"x": 0.0}))


def test_nan_passes_through_max_and_min() -> None:
    for text in ("max(x, 1)", "max(1, x)", "min(x, 1)", "min(1, x)"):
        assert math.isnan(parse(text).evaluate({"x": math.nan})), text


def test_small_whole_powers_are_products() -> None:
    """A namespace without `power` suffices, and the base needs nothing but * and /."""
    nothing = SimpleNamespace()
    for exponent in (-8, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8):
        assert parse(f"x^({exponent})").evaluate({"x": 2.0}, nothing) == 2.0**exponent
    with pytest.raises(AttributeError, match="power"):
        parse("x^9").evaluate({"x": np.array(2.0)}, nothing)
    assert parse("x^9").evaluate({"x": 2.0}) == 512.0


def test_shared_parts_are_computed_once() -> None:
    calls: list[float] = []

    def counting_exp(x: float) -> float:
        calls.append(x)
        return math.exp(x)

    value = parse("exp(x) + exp(x)^2 + 1/exp(x) + exp(y)").evaluate(
        {"x": 0.0, "y": 1.0}, SimpleNamespace(exp=counting_exp)
    )
    assert value == pytest.approx(3.0 + math.e)
    assert sorted(calls) == [0.0, 1.0]


def test_whole_number_values_are_taken_as_floats() -> None:
    result = parse("x^3 / 2").evaluate({"x": 3})
    assert isinstance(result, float)
    assert result == 13.5


def test_missing_value_names_the_nearest() -> None:
    with pytest.raises(
        ExpressionError, match=r"no value for the name 'temprature'.*did you mean 'temperature'"
    ):
        parse("2*temprature").evaluate({"temperature": 1.0, "x": 2.0})


def test_substitute_replaces_all_at_once() -> None:
    swapped = parse("x - 2*y").substitute({"x": parse("y"), "y": parse("x + 1")})
    assert swapped is parse("y - 2*(x + 1)")
