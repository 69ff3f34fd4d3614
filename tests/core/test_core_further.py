"""The less common objects of the core: hand-computed values."""

from __future__ import annotations

import math

import pytest
from alces.ad import Tensor, Vector, value
from alces.hit import DeckError
from alces.physics import StepReport
from alces.physics.sample import SamplePoints
from alces_core import further as core

FIELDS = {
    "u": {"value": 2.0, "grad": (3.0, -1.0), "dot": 5.0},
    "w": {"value": 0.5, "grad": (1.0, 4.0)},
}
OPTIONS = {
    "properties": {
        "P": 7.0, "mask": 0.25, "Qheat": 8.617343e-5,
        "D": Tensor([[1.0, 2.0, 0.0], [3.0, 4.0, 0.0], [0.0, 0.0, 1.0]]), "V": Vector(2.0, 5.0, 1.0),
    },
    "functions": {"f": lambda x, y, z, t: 10.0 + t, "pp": 4.0},
    "t": 1.0,
}


def points(**more):
    return SamplePoints(FIELDS, **{**OPTIONS, **more})


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.ConservativeAdvection, {"velocity": "0.5 -1 0"}, [-1.0, 2.0, 0.0]),
        (core.MatAnisoDiffusion, {}, [1.0, 5.0, 0.0]),
        (core.MatAnisoDiffusion, {"v": "w"}, [9.0, 19.0, 0.0]),
        # P Q c / (k T^2) grad T with Q = k: 7 * 2 / 0.25 * (1, 4), and with c = w: 7 * 0.5 / 0.25
        (core.SoretDiffusion, {"T": "w", "diff_name": "P"}, [56.0, 224.0, 0.0]),
        (core.SoretDiffusion, {"T": "w", "diff_name": "P", "c": "w"}, [14.0, 56.0, 0.0]),
    ],
)
def test_fluxes(make, cls, params, expected):
    kernel = make(cls, variable="u", **params)
    assert [value(c) for c in kernel.flux(points())] == pytest.approx(expected)
    assert kernel.value(points()) is None


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.MaskedBodyForce, {"mask": "mask", "value": 2, "function": "f", "postprocessor": "pp"}, -22.0),
        (core.MaterialPropertyValue, {"prop_name": "P"}, 5.0),
        (core.MaterialPropertyValue, {"prop_name": "P", "positive": "false"}, -5.0),
    ],
)
def test_values(make, cls, params, expected):
    assert value(make(cls, variable="u", **params).value(points())) == pytest.approx(expected)


SIDE = {"boundary": "top"}


@pytest.mark.parametrize(
    ("cls", "params", "integrand", "reduction"),
    [
        (core.ElementL1Error, {"variable": "u", "function": "f"}, 9.0, "integral"),
        (core.SideExtremeValue, {"variable": "u", **SIDE}, 2.0, "maximum"),
        (core.SideExtremeValue, {"variable": "u", "value_type": "min", **SIDE}, 2.0, "minimum"),
        (core.FunctionSideIntegral, {"function": "f", **SIDE}, 11.0, "integral"),
        (core.NodalL2Norm, {"variable": "u"}, 4.0, "sum"),
        (core.VariableInnerProduct, {"variable": "u", "second_variable": "w"}, 1.0, "integral"),
        (core.ElementAverageTimeDerivative, {"variable": "u"}, 5.0, "average"),
        (core.ElementVectorL2Error, {"var_x": "u", "var_y": "w", "function_x": "f"}, 81.25, "integral"),
        # (3, 4, 12) from (1, 1, 5): arm (2, 3, 7), of which 7 along the axis
        (core.PolarMomentOfInertia, {"origin": "1 1 5", "direction": "0 0 -9", **SIDE}, 13.0, "integral"),
        (core.GreaterThanLessThanPostprocessor, {"variable": "u", "value": 1}, 1.0, "sum"),
        (core.GreaterThanLessThanPostprocessor, {"variable": "u", "value": 2}, 0.0, "sum"),
        (core.GreaterThanLessThanPostprocessor, {"variable": "w", "value": 1, "comparator": "less"}, 1.0,
         "sum"),
        (core.SideVectorDiffusivityFluxIntegral, {"variable": "u", "diffusivity": "V", **SIDE},
         -(2.0 * 3.0 * 0.6 - 5.0 * 0.8), "integral"),
    ],
)
def test_integrands(make, cls, params, integrand, reduction):
    pp = make(cls, **params)
    q = points(x=3.0, y=4.0, z=12.0, normal=(0.6, 0.8, 0.0))
    assert value(pp.integrand(q)) == pytest.approx(integrand)
    assert pp.reduction == reduction


def test_roots_of_sums(make):
    assert make(core.NodalL2Norm, variable="u").finish(25.0) == 5.0
    assert make(core.ElementVectorL2Error, var_x="u", function_y="f").finish(9.0) == 3.0


def test_postprocessors_that_do_not_fit(make):
    with pytest.raises(DeckError, match="'function_x', 'function_y', 'function_z'"):
        make(core.ElementVectorL2Error, var_x="u")
    with pytest.raises(DeckError, match="must not be zero"):
        make(core.PolarMomentOfInertia, origin="0 0 0", direction="0 0 0", boundary="top")


def test_general_postprocessors(make, status):
    s = status(now={"a": 3.0, "b": -4.0})
    assert make(core.RelativeDifferencePostprocessor, value1="a", value2="b").compute(s) == 1.75
    assert make(core.RelativeDifferencePostprocessor, value1="a", value2="0").compute(s) == 3.0
    assert make(core.EmptyPostprocessor).compute(s) == 0.0


@pytest.mark.parametrize(
    ("kind", "results"),  # of 1 with 1, 2, 0.5, and 1.05 at a tolerance of 0.1
    [
        ("equals", [1, 0, 0, 1]),
        ("greater_than_equals", [1, 0, 1, 1]),
        ("less_than_equals", [1, 1, 0, 1]),
        ("greater_than", [0, 0, 1, 0]),
        ("less_than", [0, 1, 0, 0]),
    ],
)
def test_comparison(make, status, kind, results):
    params = {"value_a": 1, "comparison_type": kind, "absolute_tolerance": 0.1}
    others = [1, 2, 0.5, 1.05]
    found = [make(core.PostprocessorComparison, value_b=b, **params).compute(status()) for b in others]
    assert found == results


def test_auxiliary_values(make):
    magnitude = make(core.VectorMagnitudeAux, variable="a", x="3", y="4", z="12")
    assert [magnitude.value(SamplePoints({}, dim=dim)) for dim in (1, 2, 3)] == [3.0, 5.0, 13.0]
    velocity = {f"newmark_velocity_{axis}": v for axis, v in zip("xyz", (1, 2, 3), strict=True)}
    assert make(core.KineticEnergyAux, variable="a", density="P", **velocity).value(points()) == 49.0
    assert value(make(core.DivergenceAux, variable="a", u="u", v="w").value(points())) == 7.0


def test_sine_ramps(make):
    ramp = {"variable": "u", "boundary": "top", "initial": 1, "final": 5, "duration": 3}
    half = 1.0 + 4.0 * 0.5  # sin(pi/6) at a third of the duration
    assert make(core.SinDirichletBC, **ramp).value(points()) == pytest.approx(half)
    assert make(core.SinDirichletBC, **ramp).value(points(t=3.0)) == 5.0
    assert make(core.SinNeumannBC, **ramp).value(points()) == pytest.approx(-half)
    assert value(make(core.ConvectiveFluxBC, rate=2, **ramp).value(points())) == pytest.approx(-2.0)
    plain = make(core.ConvectiveFluxBC, variable="u", boundary="top")
    assert value(plain.value(points())) == pytest.approx(7500.0 * (2.0 - 500.0))


def test_beam_radiation_and_known_solution(make):
    where = {"variable": "u", "boundary": "top"}
    beam = make(core.DirectionalFluxBC, illumination_flux="-3 0 0", function="f", **where)
    assert beam.value(points()) == -33.0
    assert beam.value(points(normal=(-1.0, 0.0, 0.0))) == 0.0
    hot = make(core.FunctionRadiativeBC, emissivity_function="f", Tinfinity=1,
               stefan_boltzmann_constant=0.1, **where)
    assert value(hot.value(points())) == pytest.approx(0.1 * 11.0 * 15.0)

    class Known:
        def gradient(self, q):
            return Vector(2.0, 9.0)

    bc = make(core.FunctionGradientNeumannBC, exact_solution="f", coeff=3, **where)
    assert bc.value(points(functions={"f": Known()})) == -6.0


def test_product_of_functions(make):
    class Line:
        def value(self, q):
            return 2.0 * q.x

        def gradient(self, q):
            return Vector(2.0, 0.0)

    product = make(core.CompositeFunction, functions="f f 5", scale_factor=3)
    q = SamplePoints({}, functions={"f": Line()}, x=7.0)
    assert product.value(q) == 3.0 * 14.0 * 14.0 * 5.0
    assert list(product.gradient(q)) == [3.0 * 5.0 * 8.0 * 7.0, 0.0, 0.0]
    with pytest.raises(DeckError, match="of itself"):
        make(core.CompositeFunction, name="g", functions="f g")


def test_time_steps(make):
    report = StepReport(3, 2.0, 0.5, 4, 4, False, lambda f, t: 0.0, lambda p: 0.25)
    log = make(core.LogConstantDT, log_dt=math.log10(1.25), first_dt=0.1)
    assert (log.first(report), log.next(report)) == (0.1, pytest.approx(0.5))
    assert make(core.LogConstantDT, log_dt=3, first_dt=0.1).next(report) == 1.0
    steps = make(core.PostprocessorDT, postprocessor="pp", scale=4, offset=0.5)
    assert (steps.first(report), steps.next(report)) == (1.5, 1.5)
    assert make(core.PostprocessorDT, postprocessor="pp", dt=9).first(report) == 9.0


def test_tensor_of_functions(make):
    named = {"tensor_name": "T"}
    diagonal = make(core.GenericFunctionRankTwoTensor, tensor_functions="f 2 3", **named)
    tensor = diagonal.properties(points())["T"]
    assert [[tensor[i, j] for j in range(3)] for i in range(3)] == [[11, 0, 0], [0, 2, 0], [0, 0, 3]]
    full = make(core.GenericFunctionRankTwoTensor, tensor_functions="1 2 3 4 5 6 7 8 f", **named)
    tensor = full.properties(points())["T"]
    assert [[tensor[i, j] for j in range(3)] for i in range(3)] == [[1, 4, 7], [2, 5, 8], [3, 6, 11]]
    with pytest.raises(DeckError, match="1, 3, 6 or 9 entries"):
        make(core.GenericFunctionRankTwoTensor, tensor_functions="1 2", **named)


def test_forcing_function(make):
    aux = make(core.ForcingFunctionAux, variable="a", function="f")
    assert aux.value(SamplePoints({"a": {"old": 3.0}}, functions={"f": 5.0}, dt=0.5)) == 5.5
