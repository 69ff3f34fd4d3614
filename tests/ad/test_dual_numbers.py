"""Partials of every function and operator against complex step; which keys exist; comparisons."""

from __future__ import annotations

import math

import numpy
import pytest
from alces import ad
from alces.ad import Dual, partials, value
from scipy import special

STEP = 1e-30
rng = numpy.random.default_rng(7)


def between(low, high):
    return rng.uniform(low, high, (5, 4))


def complex_step(f, *args):
    """Value of f and, per argument, its derivative by complex step: exact to rounding for analytic f."""
    slopes = []
    for i in range(len(args)):
        stepped = [a + 1j * STEP if i == k else a for k, a in enumerate(args)]
        slopes.append(numpy.imag(f(*stepped)) / STEP)
    return f(*args), slopes


def assert_partials(f, *args, reference=None):
    """f(Duals with keys 0, 1, ...) has the values and partials that complex step gives, to 1e-12."""
    want, slopes = complex_step(reference or f, *args)
    got = f(*(Dual(a, {k: 1.0}) for k, a in enumerate(args)))
    numpy.testing.assert_allclose(value(got), want, rtol=1e-12)
    assert sorted(partials(got)) == list(range(len(args)))
    for k, slope in enumerate(slopes):
        have = numpy.broadcast_to(partials(got)[k], numpy.shape(want))
        numpy.testing.assert_allclose(have, slope, rtol=1e-12, atol=1e-12 * numpy.abs(slope).max())


ANALYTIC = {
    "exp": (-3, 3),
    "log": (0.1, 9),
    "sqrt": (0.1, 9),
    "sin": (-4, 4),
    "cos": (-4, 4),
    "tan": (-1.4, 1.4),
    "sinh": (-3, 3),
    "cosh": (-3, 3),
    "tanh": (-3, 3),
    "asin": (-0.9, 0.9),
    "acos": (-0.9, 0.9),
    "atan": (-5, 5),
    "asinh": (-5, 5),
    "acosh": (1.1, 6),
    "atanh": (-0.9, 0.9),
    "norm_sqrt": (0.1, 9),
}
NUMPY_NAMES = {
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "asinh": "arcsinh",
    "acosh": "arccosh",
    "atanh": "arctanh",
    "norm_sqrt": "sqrt",
}


@pytest.mark.parametrize("name", sorted(ANALYTIC))
def test_elementary_function(name):
    reference = getattr(numpy, NUMPY_NAMES.get(name, name))
    x = between(*ANALYTIC[name])
    assert_partials(getattr(ad, name), x, reference=reference)
    numpy.testing.assert_array_equal(getattr(ad, name)(x), reference(x))  # plain arrays stay plain
    assert isinstance(float(getattr(ad, name)(0.5 if name != "acosh" else 1.5)), float)


def test_erf():
    x = between(-3, 3)
    got = ad.erf(Dual(x, {3: 2.0}))
    numpy.testing.assert_allclose(got.v, special.erf(x), rtol=1e-14)
    _, (slope,) = complex_step(special.erf, x)
    numpy.testing.assert_allclose(got.d[3], 2.0 * slope, rtol=1e-12)
    assert ad.erf(0.0) == 0.0


def test_atan2_turns_all_the_way():
    angle = numpy.linspace(-math.pi + 0.01, math.pi, 41)[None, :]
    y, x = 2.0 * numpy.sin(angle), 2.0 * numpy.cos(angle)
    got = ad.atan2(Dual(y, {0: 1.0}), Dual(x, {1: 1.0}))
    numpy.testing.assert_allclose(got.v, angle, rtol=1e-13, atol=1e-14)
    numpy.testing.assert_allclose(got.d[0], x / 4.0, atol=1e-15)
    numpy.testing.assert_allclose(got.d[1], -y / 4.0, atol=1e-15)
    numpy.testing.assert_array_equal(ad.atan2(Dual(y, {0: 1.0}), x).d[0], got.d[0])
    numpy.testing.assert_array_equal(ad.atan2(y, Dual(x, {1: 1.0})).d[1], got.d[1])
    at_origin = ad.atan2(Dual(0.0, {0: 1.0}), Dual(0.0, {1: 1.0}))
    assert numpy.isfinite([float(at_origin.d[0]), float(at_origin.d[1])]).all()


OPERATORS = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b,
    "pow": lambda a, b: a**b,
    "mixed": lambda a, b: (a * b - 2.0 * a / b + b**2) * a**3 - b**-1.5 / a,
    "shared": lambda a, b: (a + b) * (a - b) / (a * b + 1.0),
    "negative": lambda a, b: -a * +b,
}


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_operator_between_duals(name):
    assert_partials(OPERATORS[name], between(0.3, 3), between(0.3, 3))


@pytest.mark.parametrize("name", sorted(OPERATORS))
@pytest.mark.parametrize("other", ["array", "float", "int"])
def test_operator_with_plain_numbers_on_both_sides(name, other):
    b = {"array": between(0.3, 3), "float": 1.7, "int": 2}[other]
    assert_partials(lambda a: OPERATORS[name](a, b), between(0.3, 3))
    assert_partials(lambda a: OPERATORS[name](b, a), between(0.3, 3))


@pytest.mark.parametrize("exponent", [0, 1, 2, 3, -1, 0.5, -2.5])
def test_power_with_a_constant_exponent(exponent):
    x = between(0.3, 3)
    got = Dual(x, {0: 1.0}) ** exponent
    numpy.testing.assert_allclose(numpy.broadcast_to(got.v, x.shape), x**exponent, rtol=1e-14)
    numpy.testing.assert_allclose(
        numpy.broadcast_to(got.d[0], x.shape), exponent * x ** (exponent - 1.0), rtol=1e-13
    )


def test_small_powers_at_zero_and_below():
    x = numpy.array([[-2.0, 0.0, 1.5]])
    for n in (0, 1, 2, 3, 4):
        numpy.testing.assert_allclose(
            numpy.broadcast_to((Dual(x, {0: 1.0}) ** n).d[0], x.shape), n * x ** (n - 1.0) if n else 0.0 * x
        )
    got = ad.power(Dual(x, {0: 1.0}), 2)
    numpy.testing.assert_array_equal(got.d[0], 2 * x)


def test_power_of_zero_with_a_dual_exponent_is_finite():
    got = ad.power(Dual(numpy.array([[0.0, 2.0]]), {0: 1.0}), Dual(numpy.array([[2.0, 3.0]]), {1: 1.0}))
    numpy.testing.assert_allclose(got.v, [[0.0, 8.0]])
    numpy.testing.assert_allclose(got.d[0], [[0.0, 12.0]])
    numpy.testing.assert_allclose(got.d[1], [[0.0, 8.0 * math.log(2.0)]])
    assert ad.power(2.0, 3.0) == 8.0


def test_equal_keys_are_summed():
    x = between(0.5, 2)
    a, b = Dual(x, {0: 1.0, 4: 2.0}), Dual(x + 1.0, {4: 3.0, 8: 1.0})
    for f in (lambda p, q: p + q, lambda p, q: p - q, lambda p, q: p * q, lambda p, q: p / q):
        got = f(a, b)
        assert sorted(got.d) == [0, 4, 8]
        (want, (da, db)) = complex_step(f, x, x + 1.0)
        numpy.testing.assert_allclose(numpy.broadcast_to(got.d[4], x.shape), 2.0 * da + 3.0 * db, rtol=1e-12)
        numpy.testing.assert_allclose(got.v, want)
    assert a.d == {0: 1.0, 4: 2.0}  # operands are not changed


def test_arrays_on_the_left_defer_to_duals():
    x = between(0.5, 2)
    for got in (
        x * Dual(x, {0: 1.0}),
        x + Dual(x, {0: 1.0}),
        x / Dual(x, {0: 1.0}),
        numpy.float64(2) - Dual(x, {0: 1.0}),
    ):
        assert isinstance(got, Dual) and list(got.d) == [0]


# -- which keys exist depends on operations, never on numbers -----------------------------------
def test_choices_keep_the_partials_of_both_sides():
    x, y = Dual(numpy.array([[1.0, 3.0]]), {0: 1.0}), Dual(numpy.array([[2.0, 2.0]]), {1: 5.0})
    for f, slope_x, slope_y in (
        (ad.maximum, [0, 1], [5, 0]),
        (ad.minimum, [1, 0], [0, 5]),
        (lambda a, b: ad.where(value(a) > 0, a, b), [1, 1], [0, 0]),
        (lambda a, b: ad.where(value(a) < 0, a, b), [0, 0], [5, 5]),
    ):
        got = f(x, y)
        assert sorted(got.d) == [0, 1]
        numpy.testing.assert_array_equal(got.d[0], [slope_x])
        numpy.testing.assert_array_equal(got.d[1], [slope_y])
    numpy.testing.assert_array_equal(ad.maximum(x, y).v, [[2.0, 3.0]])
    numpy.testing.assert_array_equal(ad.minimum(x, 2.5).v, [[1.0, 2.5]])


@pytest.mark.parametrize("x", [-1.0, 0.5, 2.0])
def test_clip_keeps_its_key_on_either_side(x):
    got = ad.clip(Dual(numpy.full((2, 2), x), {0: 3.0}), 0.0, 1.0)
    assert list(got.d) == [0]
    numpy.testing.assert_array_equal(got.v, numpy.clip(numpy.full((2, 2), x), 0.0, 1.0))
    numpy.testing.assert_array_equal(got.d[0], numpy.full((2, 2), 3.0 if 0 <= x <= 1 else 0.0))


def test_times_zero_array_keeps_the_key():
    got = Dual(between(-1, 1), {0: 1.0}) * numpy.zeros((5, 4)) * Dual(numpy.zeros((5, 4)), {1: 1.0})
    assert sorted(got.d) == [0, 1]


def test_abs_sign_floor_ceil():
    x = numpy.array([[-1.5, 0.0, 2.5]])
    got = ad.abs(Dual(x, {0: 1.0}))
    numpy.testing.assert_array_equal(got.v, [[1.5, 0.0, 2.5]])
    numpy.testing.assert_array_equal(got.d[0], [[-1.0, 0.0, 1.0]])
    for name, want in (("sign", [[-1, 0, 1]]), ("floor", [[-2, 0, 2]]), ("ceil", [[-1, 0, 3]])):
        got = getattr(ad, name)(Dual(x, {0: 1.0}))
        assert not isinstance(got, Dual)
        numpy.testing.assert_array_equal(got, want)


def test_norm_sqrt_has_no_infinite_slope_at_zero():
    got = ad.norm_sqrt(Dual(numpy.array([[0.0, 4.0]]), {0: 1.0}))
    numpy.testing.assert_array_equal(got.v, [[0.0, 2.0]])
    numpy.testing.assert_array_equal(got.d[0], [[0.0, 0.25]])


# -- comparisons --------------------------------------------------------------------------------
def test_comparisons_look_at_values():
    a, b = Dual(numpy.array([[1.0, 2.0, 3.0]]), {0: 1.0}), Dual(numpy.array([[2.0, 2.0, 2.0]]), {1: 1.0})
    for got, want in (
        (a < b, [1, 0, 0]),
        (a <= b, [1, 1, 0]),
        (a > b, [0, 0, 1]),
        (a >= b, [0, 1, 1]),
        (a == b, [0, 1, 0]),
        (a != b, [1, 0, 1]),
        (a < 2.0, [1, 0, 0]),
        (a > 2.0, [0, 0, 1]),
        (a.v == b, [0, 1, 0]),
    ):
        numpy.testing.assert_array_equal(got, [numpy.array(want, dtype=bool)])
    with pytest.raises(TypeError):
        hash(a)


def test_value_and_partials_of_plain_numbers():
    assert value(2.5) == 2.5 and partials(2.5) == {}
    assert value(Dual(1.0, {0: 2.0})) == 1.0 and "keys=[0]" in repr(Dual(1.0, {0: 2.0}))
