"""Initial conditions: geometry worked out by hand."""

from __future__ import annotations

import math

import alces_core as core
import numpy
import pytest
from alces.hit import DeckError, DeckErrors
from alces.physics.sample import SamplePoints


def at(ic, x=0.0, y=0.0, z=0.0, **options):
    given = {"x": numpy.array([[x]]), "y": numpy.array([[y]]), "z": numpy.array([[z]])}
    return float(numpy.broadcast_to(ic.value(SamplePoints({}, **given, **options)), (1, 1))[0, 0])


def test_constant_and_function(make):
    assert at(make(core.ConstantIC, variable="u", value=-0.05)) == -0.05
    ic = make(core.FunctionIC, variable="u", function="f", scaling_factor=2)
    assert at(ic, x=3.0, functions={"f": lambda x, y, z, t: x * x}) == 18.0


def test_box(make):
    box = {"variable": "u", "x1": 1, "y1": 0, "x2": 3, "y2": 2, "inside": 1, "outside": -0.8}
    sharp = make(core.BoundingBoxIC, **box)
    assert [at(sharp, 1, 0), at(sharp, 3, 2), at(sharp, 2, 2.01), at(sharp, 0.99, 1)] == [1, 1, -0.8, -0.8]
    smooth = make(core.BoundingBoxIC, **box, int_width=0.5)
    expected = 0.5 * (math.tanh(0) - math.tanh(-8)) * 0.5 * (math.tanh(4) - math.tanh(-4))
    assert at(smooth, 1, 1) == pytest.approx(-0.8 + 1.8 * expected)


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


INTEGRAL = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
  xmax = 2
[]
[Variables]
  [u]
  []
[]
[ICs]
  [u]
    type = IntegralPreservingFunctionIC
    variable = u
    function = '%s'
    magnitude = 550
    integral = %s
  []
[]
[Postprocessors]
  [of_f]
    type = FunctionElementIntegral
    function = '%s'
    execute_on = INITIAL
  []
  [of_u]
    type = ElementIntegralVariablePostprocessor
    variable = u
    execute_on = INITIAL
  []
  [side]
    type = FunctionSideIntegral
    boundary = left
  []
[]
[Problem]
  solve = false
  kernel_coverage_check = false
[]
[Executioner]
  type = Steady
[]
"""


def test_given_integral(problem):
    made = problem(INTEGRAL % ("1 + 3*x", "of_f", "1 + 3*x"))
    data = made.run(write=False)
    numpy.testing.assert_allclose(data.u[0], 550 / 8 * (1 + 3 * data.node_x))
    assert float(data.of_u[0]) == pytest.approx(550)


@pytest.mark.parametrize(
    ("function", "integral", "message"),
    [("x - 1", "of_f", "is zero"), ("x", "side", "'side' has no value yet"), ("x", "no", "does not exist")],
)
def test_integrals_that_do_not_fit(problem, function, integral, message):
    with pytest.raises((DeckError, DeckErrors), match=message):
        problem(INTEGRAL % (function, integral, function))
