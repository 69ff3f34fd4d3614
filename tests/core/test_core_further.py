"""The less common objects of the core: hand-computed values."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Tensor, Vector, value
from alces.hit import DeckError
from alces.physics import StepReport
from alces.physics.sample import SamplePoints, partial_errors
from alces_core import further as core
from alces_phase_field import further as phase

FIELDS = {
    "u": {"value": 2.0, "grad": (3.0, -1.0), "dot": 5.0},
    "w": {"value": 0.5, "grad": (1.0, 4.0)},
}
OPTIONS = {
    "properties": {
        "L": 3.0, "kappa_op": 0.5, "P": 7.0, "mask": 0.25, "eps": 2.0, "deps": -0.5, "Qheat": 8.617343e-5,
        "dF/dw": 11.0, "dmu/du": 4.0, "dkappa_op/du": 6.0, "gamma": 1.5, "h1": 0.6, "h2": 0.7, "dh1/du": 9.0,
        "D": Tensor([[1.0, 2.0, 0.0], [3.0, 4.0, 0.0], [0.0, 0.0, 1.0]]), "V": Vector(2.0, 5.0, 1.0),
    },
    "functions": {"f": lambda x, y, z, t: 10.0 + t, "pp": 4.0},
    "t": 1.0,
}
ETAS = {"h_names": "h1 h2", "etas": "u w"}


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
        (phase.ACInterfaceKobayashi1, {}, [-3.0, -9.0, 0.0]),
        (phase.ACInterfaceKobayashi2, {}, [36.0, -12.0, 0.0]),
        (phase.LaplacianSplit, {"c": "w"}, [1.0, 4.0, 0.0]),
        (phase.SimpleACInterface, {}, [4.5, -1.5, 0.0]),
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
        (phase.CoupledAllenCahn, {"f_name": "F", "v": "w"}, 33.0),
        # f0 = 1/4 + (16/4 - 4/2) + (1/64 - 1/8) + 1.5 * 4 / 4 = 3.640625, times L dmu/du
        (phase.ACBarrierFunction, {"v": "w", "gamma": "gamma"}, 12.0 * 3.640625),
        (phase.ACKappaFunction, {"v": "w"}, 0.5 * 3.0 * 6.0 * (10.0 + 17.0)),
        (phase.ACKappaFunction, {}, 0.5 * 3.0 * 6.0 * 10.0),
        (phase.SwitchingFunctionConstraintLagrange, {**ETAS, "epsilon": 0.1}, 0.1),
        (phase.SwitchingFunctionConstraintEta, {"h_name": "h1", "lambda": "w"}, 4.5),
        (phase.SwitchingFunctionPenalty, {**ETAS, "penalty": 10}, 2.0 * 10.0 * 0.3 * 9.0),
        (core.MaterialPropertyValue, {"prop_name": "P"}, 5.0),
        (core.MaterialPropertyValue, {"prop_name": "P", "positive": "false"}, -5.0),
    ],
)
def test_values(make, cls, params, expected):
    assert value(make(cls, variable="u", **params).value(points())) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("cls", "params", "message"),
    [
        (phase.CoupledAllenCahn, {"f_name": "3", "v": "w"}, "not the number 3"),
        (phase.SwitchingFunctionPenalty, {"h_names": "h1", "etas": "w"}, "'u' is not among them"),
        (phase.SwitchingFunctionPenalty, {"h_names": "h1", "etas": "u w"}, "needs 1 entries"),
        (phase.SwitchingFunctionConstraintLagrange, {"h_names": "h1 h2", "etas": "u"}, "needs 2 entries"),
    ],
)
def test_kernels_that_do_not_fit(make, cls, params, message):
    with pytest.raises(DeckError, match=message):
        make(cls, variable="u", **params)


@pytest.mark.parametrize("angle", [0.0, 0.4, 2.0, -2.9])
def test_interface_orientation(make, angle):
    options = {"op": "u", "mode_number": 5, "reference_angle": 30, "eps_bar": 0.1}
    material = make(phase.InterfaceOrientationMaterial, **options)
    gradient = (7.0 * math.cos(angle), 7.0 * math.sin(angle))
    found = material.properties(SamplePoints({"u": {"grad": gradient}}, dual=False))
    turned = 5.0 * (angle - math.pi / 6.0)
    assert found["eps"] == pytest.approx(0.1 * (1.0 + 0.04 * math.cos(turned)))
    assert found["deps"] == pytest.approx(-0.1 * 0.04 * 5.0 * math.sin(turned))


def test_interface_orientation_without_a_gradient(make):
    material = make(phase.InterfaceOrientationMaterial, op="u")
    for slope, cosine in ((0.0, -1.0), (1e-6, 1.0), (-1e-6, 1.0)):  # angles 0, 90, -90 degrees from 90
        found = material.properties(SamplePoints({"u": {"grad": (0.0, slope)}}, dual=False))
        assert found["eps"] == pytest.approx(0.01 * (1.0 + 0.04 * cosine))


def test_multi_barrier(make):
    fields = {"u": {"value": 2.0}, "w": {"value": 0.5}}
    found = make(phase.MultiBarrierFunctionMaterial, etas="u w").properties(SamplePoints(fields, dual=False))
    assert found == {"g": 4.0625, "dg/du": 12.0, "d^2g/du^2": 26.0, "dg/dw": 0.0, "d^2g/dw^2": -1.0}
    wells = make(phase.MultiBarrierFunctionMaterial, etas="u w", well_only="true")
    found = wells.properties(SamplePoints(fields, dual=False))
    assert (found["g"], found["d^2g/du^2"], found["d^2g/dw^2"]) == (4.0, 26.0, 0.0)


def test_two_phases(make):
    given = {"A": 2.0, "B": 5.0, "dA/dc": 0.5, "dB/dc": 3.0, "d^2B/dc^2": 7.0, "h": 0.25, "dh/deta": 2.0,
             "d^2h/deta^2": -4.0, "g": 0.1, "dg/deta": 0.2, "d^2g/deta^2": 0.3}
    names = {"fa_name": "A", "fb_name": "B", "coupled_variables": "c", "eta": "eta", "W": 10}
    found = make(core.DerivativeTwoPhaseMaterial, **names).properties(SamplePoints({}, properties=given))
    assert found["F"] == pytest.approx(0.25 * 5.0 + 0.75 * 2.0 + 1.0)
    assert found["dF/deta"] == pytest.approx(2.0 * 3.0 + 2.0)
    assert found["d^2F/deta^2"] == pytest.approx(-4.0 * 3.0 + 3.0)
    assert found["dF/dc"] == pytest.approx(0.25 * 3.0 + 0.75 * 0.5)
    assert found["d^2F/dc^2"] == pytest.approx(0.25 * 7.0)
    assert found["d^2F/dcdeta"] == pytest.approx(2.0 * 2.5)
    assert found["d^3F/dcdeta^2"] == pytest.approx(-4.0 * 2.5)
    assert found["d^3F/dc^2deta"] == pytest.approx(2.0 * 7.0)
    with pytest.raises(DeckError, match="order parameter 'c'"):
        make(core.DerivativeTwoPhaseMaterial, **{**names, "eta": "c"})


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


def test_thumb(make):
    ic = make(core.ThumbIC, variable="u", xcoord=5, width=4, height=10, invalue=1, outvalue=-1)
    x, y = numpy.array([[5.0, 6.9, 7.1, 5.0, 6.9, 5.0]]), numpy.array([[0.0, 9.0, 9.0, 11.9, 11.9, 12.1]])
    assert ic.value(SamplePoints({}, x=x, y=y)).tolist() == [[1, 1, -1, 1, -1, -1]]


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


def test_several_phases(make):
    given = {"A": 2.0, "B": 5.0, "dA/dc": 0.5, "dB/dc": 3.0, "d^2B/dc^2": 7.0, "ha": 0.25, "hb": 0.5,
             "dha/da": 2.0, "dhb/db": 4.0, "d^2hb/db^2": -6.0, "g": 0.1, "dg/da": 0.2, "d^2g/dadb": 0.3}
    names = {"fi_names": "A B", "hi_names": "ha hb", "etas": "a b", "coupled_variables": "c", "W": 10}
    found = make(core.DerivativeMultiPhaseMaterial, **names).properties(SamplePoints({}, properties=given))
    assert found["F"] == pytest.approx(0.25 * 2.0 + 0.5 * 5.0 + 1.0)
    assert found["dF/da"] == pytest.approx(2.0 * 2.0 + 2.0)
    assert found["dF/dc"] == pytest.approx(0.25 * 0.5 + 0.5 * 3.0)
    assert found["d^2F/dadb"] == pytest.approx(3.0)
    assert found["d^2F/dbdc"] == pytest.approx(4.0 * 3.0)
    assert found["d^2F/dc^2"] == pytest.approx(0.5 * 7.0)
    assert found["d^3F/db^2dc"] == pytest.approx(-6.0 * 3.0)
    assert found["d^3F/dadbdc"] == 0.0
    with pytest.raises(DeckError, match="has 1 entries"):
        make(core.DerivativeMultiPhaseMaterial, **{**names, "hi_names": "ha"})
    with pytest.raises(DeckError, match="order parameter 'b'"):
        make(core.DerivativeMultiPhaseMaterial, **{**names, "coupled_variables": "b"})


BOXES = {"variable": "u", "inside": "1 3", "outside": 7}
NESTED = {"smaller_coordinate_corners": "4 4 0 2 2 0", "larger_coordinate_corners": "6 6 0 8 8 0", **BOXES}
APART = {"smaller_coordinate_corners": "0 0 0 5 0 0", "larger_coordinate_corners": "2 2 0 8 2 0", **BOXES}


def along_x(ic, y, *x):
    return ic.value(SamplePoints({}, x=numpy.array([x]), y=numpy.full((1, len(x)), y)))[0].tolist()


def test_sharp_boxes(make):
    assert along_x(make(core.NestedBoundingBoxIC, **NESTED), 5.0, 5, 6, 6.1, 8, 8.1) == [1, 1, 3, 3, 7]
    assert along_x(make(core.IsolatedBoundingBoxIC, **APART), 1.0, 0, 2, 3, 5, 9) == [1, 1, 7, 3, 7]
    assert along_x(make(core.IsolatedBoundingBoxIC, **APART), 2.1, 0, 6) == [7, 7]


def test_smooth_boxes(make):
    """Half-way between the values on a face; the step is tanh(2 pi x / int_width)."""
    nested = make(core.NestedBoundingBoxIC, **NESTED, int_width=0.5)
    assert along_x(nested, 5.0, 5, 6, 7, 8, 8.6) == pytest.approx([1, 2, 3, 5, 7], abs=1e-6)
    apart = make(core.IsolatedBoundingBoxIC, **APART, int_width=0.5)
    part = 0.5 * (1.0 - math.tanh(0.2 * math.pi * 2.0))
    assert along_x(apart, 1.0, 2, 2.1, 5) == pytest.approx([4, 7 - 6 * part, 5], abs=1e-5)


def test_boxes_that_do_not_fit(make):
    meeting = make(core.IsolatedBoundingBoxIC, **{**APART, "larger_coordinate_corners": "6 2 0 8 2 0"},
                   int_width=0.1)
    with pytest.raises(DeckError, match="boxes 1 and 2 overlap"):
        along_x(meeting, 1.0, 0.0)
    with pytest.raises(DeckError, match="needs one value, or 2"):
        make(core.NestedBoundingBoxIC, **{**NESTED, "inside": "1 2 3"})
    with pytest.raises(DeckError, match="needs 2 points"):
        make(core.NestedBoundingBoxIC, **{**NESTED, "larger_coordinate_corners": "6 6 0"})


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


def test_several_superellipsoids(make):
    params = {"variable": "u", "x_positions": "0 10", "y_positions": "0 0", "z_positions": "0 0", "as": "2 4",
              "bs": "1 4", "cs": "1 1", "ns": "2 4", "invalue": 1, "outvalue": -1}
    sharp = make(core.SpecifiedSmoothSuperellipsoidIC, **params)
    assert along_x(sharp, 0.0, 0, 1.9, 2.1, 6.1, 13.9, 14.1) == [1, 1, -1, 1, 1, -1]
    # |x/4|^4 + |y/4|^4 = 1 at x = y = 4 / 2^(1/4) = 3.36 from the centre of the second
    assert along_x(sharp, 3.3, 13.3, 13.5) == [1, -1]
    smooth = make(core.SpecifiedSmoothSuperellipsoidIC, **params, int_width=1)
    assert along_x(smooth, 0.0, 2.0, 2.25) == pytest.approx([0.0, math.cos(0.75 * math.pi)])
    with pytest.raises(DeckError, match="has 1 entries"):
        make(core.SpecifiedSmoothSuperellipsoidIC, **{**params, "bs": "1"})
    with pytest.raises(DeckError, match="above zero"):
        make(core.SpecifiedSmoothSuperellipsoidIC, **{**params, "ns": "2 0"})


def test_regular_solution(make):
    material = make(core.RegularSolutionFreeEnergy, c="c", T="temp", omega=0.2, kB=1e-3)
    fields = {"c": {"value": 0.25}, "temp": {"value": 400.0}}
    found = material.properties(SamplePoints(fields, dual=False))
    mixing = 0.25 * math.log(0.25) + 0.75 * math.log(0.75)
    assert found["F"] == pytest.approx(0.2 * 0.25 * 0.75 + 0.4 * mixing)
    assert found["dF/dc"] == pytest.approx(0.2 * 0.5 + 0.4 * math.log(1.0 / 3.0))
    assert found["d^2F/dc^2"] == pytest.approx(-0.4 + 0.4 / (0.25 * 0.75))
    assert found["dF/dtemp"] == pytest.approx(1e-3 * mixing)
    assert found["d^2F/dcdtemp"] == pytest.approx(1e-3 * math.log(1.0 / 3.0))
    for name in material.provides():
        assert partial_errors(lambda q, name=name: material.properties(q)[name], fields) < 1e-12
    plain = make(core.RegularSolutionFreeEnergy, c="c")
    assert set(plain.provides()) == {"F", "dF/dc", "d^2F/dc^2", "d^3F/dc^3"}
    assert plain.properties(SamplePoints(fields, dual=False))["d^2F/dc^2"] == pytest.approx(
        -0.2 + 8.6173324e-5 * 300.0 / (0.25 * 0.75))


def test_forcing_function(make):
    aux = make(core.ForcingFunctionAux, variable="a", function="f")
    assert aux.value(SamplePoints({"a": {"old": 3.0}}, functions={"f": 5.0}, dt=0.5)) == 5.5
