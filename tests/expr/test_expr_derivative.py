"""Derivatives against hand-worked results and against complex-step differentiation."""

from __future__ import annotations

import cmath
import math
from types import SimpleNamespace

import pytest
from alces.expr import FUNCTIONS, ExpressionError, parse
from alces.expr.derivative import PARTIALS
from alces.expr.nodes import make


class Step(complex):
    """A complex number ordered by its real part, for complex-step differentiation (Squire & Trapp 1998)."""

    def __lt__(self, other):
        return self.real < complex(other).real

    def __gt__(self, other):
        return self.real > complex(other).real

    def __ge__(self, other):
        return self.real >= complex(other).real


def _closed(operation: str):
    plain = getattr(complex, operation)
    return lambda self, *other: Step(plain(self, *(complex(o) for o in other)))


for _operation in ["add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "neg"]:
    setattr(Step, f"__{_operation}__", _closed(f"__{_operation}__"))


def _lift(function):
    return lambda *args: Step(function(*(complex(a) for a in args)))


def _erf(z: complex) -> complex:
    """Maclaurin series (Abramowitz & Stegun 7.1.5)."""
    term, total = z, z
    for n in range(1, 60):
        term *= -z * z / n
        total += term / (2 * n + 1)
    return 2 / math.sqrt(math.pi) * total


_LIFTED = [
    "exp",
    "log",
    "sqrt",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
]
STEP_MATH = SimpleNamespace(
    **{name: _lift(getattr(cmath, name)) for name in _LIFTED},
    erf=_lift(_erf),
    atan2=_lift(lambda y, x: cmath.atan(y / x)),  # for x > 0
    floor=_lift(lambda z: math.floor(z.real)),
    ceil=_lift(lambda z: math.ceil(z.real)),
    abs=_lift(lambda z: z if z.real >= 0 else -z),
    sign=_lift(lambda z: math.copysign(1.0, z.real)),
    maximum=_lift(lambda a, b: a if a.real > b.real else b),
    minimum=_lift(lambda a, b: a if a.real < b.real else b),
    where=lambda c, a, b: Step(a if c else b),
    power=_lift(lambda a, b: cmath.exp(b * cmath.log(a))),
)


def complex_step(text: str, name: str, values: dict[str, float]) -> float:
    """The derivative as Im f(x + ih) / h: no subtraction, so exact to rounding."""
    h = 1e-30
    steps = {key: Step(value, h if key == name else 0.0) for key, value in values.items()}
    return parse(text).evaluate(steps, STEP_MATH).imag / h


SMOOTH = [
    "x^3 - 2*x*y + y^2",
    "x^y",
    "2^x + x^2.5 + x^-3 + (x*y)^9",
    "x/y + y/x - 1/(x^2 + y)",
    "c := x*y; c^2*(1 - c)^2 + c*log(c) + (1 - c)*log(1 - c)",
    "exp(-x^2/(2*y^2))/sqrt(2*pi)",
    "abs(x - 2)*y + abs(x)",
    "acos(x)*asin(y) + atan(x*y)",
    "acosh(1 + x) + asinh(y*x) + atanh(x*y)",
    "atan2(x, y)*atan2(y, x^2)",
    "cbrt(x*y + 1)",
    "cos(x)*sin(y)/tan(x + y)",
    "cosh(x)*sinh(y) - tanh(x*y)",
    "cot(x) + csc(x*y) - sec(x)*y",
    "erf(x*y) + erfc(x^2)",
    "exp2(x*y) + log2(x) + log10(y + x)",
    "hypot(x, 2*y) + sqrt(x*y)",
    "plog(x, 0.01) + plog(x^2, 3)*y",
    "plog(x*y, y)",
    "max(x, y)*x + min(x, y)*y + max(x^2, 2) + min(1, x*y)",
    "if(x < y, x^2*y, x*y^3) + if(x > y & !(x = 3), sin(x), x)",
    "(5*x) % y + 2*y % x",
    "-x*-y - -x^2",
    "floor(3*x)*x + ceil(3*x)*y + int(x)*x^2 + trunc(5*x)*x + sign(x - 1)*x",
    "(x < y)*x + (x > 0)*x^2",
]
POINTS = [{"x": 0.31, "y": 0.83}, {"x": 0.77, "y": 0.41}]


@pytest.mark.parametrize("text", SMOOTH)
@pytest.mark.parametrize("name", ["x", "y"])
def test_against_complex_step(text: str, name: str) -> None:
    for values in POINTS:
        exact = complex_step(text, name, values)
        assert parse(text).derivative(name).evaluate(values) == pytest.approx(exact, rel=2e-13, abs=1e-14)


@pytest.mark.parametrize("text", SMOOTH)
def test_second_derivatives_against_complex_step(text: str) -> None:
    """The mixed and the pure second derivative: complex step through the printed first derivative."""
    first = str(parse(text).derivative("x"))
    for name in ("x", "y"):
        for values in POINTS:
            exact = complex_step(first, name, values)
            second = parse(first).derivative(name).evaluate(values)
            assert second == pytest.approx(exact, rel=2e-12, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("x^4", 4, "24"),
        ("x*x*x*x", 4, "24"),
        ("x^4", 5, "0"),
        ("3*x^2/3", 1, "2*x"),
        ("x*y + y", 1, "y"),
        ("1/x", 2, "2/x^3"),
        ("log(x)", 2, "-1/x^2"),
        ("x*log(x) + (1 - x)*log(1 - x)", 2, "1/x + 1/(1 - x)"),
        ("exp(x)", 7, "exp(x)"),
        ("sin(x)", 4, "sin(x)"),
        ("if(x < 0.5, x^2, 1 - x)", 1, "if(x < 0.5, 2*x, -1)"),
        ("floor(x) + (x > 1)", 1, "0"),
        ("y^2 + pi", 1, "0"),
        ("abs(x)", 1, "sign(x)"),
        ("2*(x + 3*(x + 4*x))", 1, "32"),
    ],
)
def test_simplified_results(text: str, order: int, expected: str) -> None:
    result = parse(text)
    for _ in range(order):
        result = result.derivative("x")
    assert result is parse(expected).simplified()


def test_plog_is_three_times_continuously_differentiable_at_eps() -> None:
    result = parse("plog(x, 0.2)")
    for expected in (5.0, -25.0, 250.0):  # 1/x, -1/x^2, 2/x^3 at 0.2
        result = result.derivative("x")
        assert result.evaluate({"x": 0.2}) == pytest.approx(expected, rel=1e-13)
        assert result.evaluate({"x": 0.2 - 1e-12}) == pytest.approx(expected, rel=1e-9)


def test_derivative_by_the_cutoff_of_plog() -> None:
    # d/db [log b + u/b - u^2/(2 b^2) + u^3/(3 b^3)], u = a - b, is -u^3/b^4: at a = 0 it is 1/b
    slope = parse("plog(a, b)").derivative("b")
    assert slope.evaluate({"a": 0.0, "b": 0.25}) == pytest.approx(4.0)
    assert slope.evaluate({"a": 1.0, "b": 0.25}) == 0.0


def test_every_function_has_a_derivative_rule() -> None:
    assert set(PARTIALS) | {"max", "min"} == set(FUNCTIONS)
    assert all(len(PARTIALS[name]) == FUNCTIONS[name].arity for name in PARTIALS)


@pytest.mark.parametrize("name", ["pi", "e", "x + y", "", "2"])
def test_only_free_names_can_be_differentiated_by(name: str) -> None:
    with pytest.raises(ExpressionError, match="cannot differentiate"):
        parse("x + y").derivative(name)


def test_missing_rule_is_loud() -> None:
    with pytest.raises(ExpressionError, match="no derivative is known for 'gamma'"):
        make("gamma", parse("x")).derivative("x")


def test_high_order_of_shared_parts_stays_small() -> None:
    result = parse("exp(-1/(1 - x^2))")
    for _ in range(6):
        result = result.derivative("x")
    assert len(result.order) < 2000
    # Even function with value 1/e at 0; f = e^-1 exp(-x^2 - x^4 - x^6 ...): the x^6 coefficient is
    # e^-1 (-1 + 1 - 1/6), times 6! = -120/e.
    assert result.evaluate({"x": 0.0}) == pytest.approx(-120.0 / math.e, rel=1e-12)
