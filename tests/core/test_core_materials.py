"""Properties: constants, tables, formulas and their derivatives."""

from __future__ import annotations

import alces_core as core
import numpy
import pytest
from alces.ad import partials, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors


def get(q, name):
    return value(q.property(name))


def test_constants(make):
    m = make(core.GenericConstantMaterial, prop_names="a b", prop_values="1.5 -2")
    assert (m.provides(), m.static) == ({"a": "scalar", "b": "scalar"}, True)
    q = SamplePoints({}, materials=(m,))
    assert (get(q, "a"), get(q, "b")) == (1.5, -2.0)
    with pytest.raises(DeckError, match="has 1 entries, but 'prop_names' needs 2"):
        make(core.GenericConstantMaterial, prop_names="a b", prop_values="1")


def test_functions_and_vectors(make):
    m = make(core.GenericFunctionMaterial, prop_names="a b", prop_values="f 3")
    q = SamplePoints({}, materials=(m,), functions={"f": lambda x, y, z, t: x + t}, x=2.0, t=5.0)
    assert (get(q, "a"), get(q, "b")) == (7.0, 3.0)
    v = make(core.GenericConstantVectorMaterial, prop_names="a b", prop_values="1 2 3 4 5 6")
    assert v.provides()["a"] == "vector"
    assert list(SamplePoints({}, materials=(v,)).property("b")) == [4.0, 5.0, 6.0]


@pytest.mark.parametrize(
    ("values", "rows"),
    [
        ("2", [[2, 0, 0], [0, 2, 0], [0, 0, 2]]),
        ("1 2 3", [[1, 0, 0], [0, 2, 0], [0, 0, 3]]),
        ("1 2 3 4 5 6", [[1, 6, 5], [6, 2, 4], [5, 4, 3]]),
        ("1 2 3 4 5 6 7 8 9", [[1, 4, 7], [2, 5, 8], [3, 6, 9]]),
    ],
)
def test_constant_tensor(make, values, rows):
    m = make(core.GenericConstantRankTwoTensor, tensor_name="s", tensor_values=values)
    assert [list(r) for r in SamplePoints({}, materials=(m,)).property("s").c] == rows
    with pytest.raises(DeckError, match="1, 3, 6 or 9"):
        make(core.GenericConstantRankTwoTensor, tensor_name="s", tensor_values="1 2")


def test_double_well_and_its_derivatives(make):
    """F = (1 - c)^2 (1 + c)^2 = (1 - c^2)^2: F' = -4c(1 - c^2), F'' = 12c^2 - 4, F''' = 24c."""
    m = make(
        core.DerivativeParsedMaterial,
        coupled_variables="c",
        expression="(1 - c)^2 * (1 + c)^2",
        enable_jit="false",
    )
    assert list(m.provides()) == ["F", "dF/dc", "d^2F/dc^2", "d^3F/dc^3"]
    q = SamplePoints({"c": {"value": 0.5}}, materials=(m,))
    assert [get(q, n) for n in m.provides()] == pytest.approx([0.5625, -1.5, -1.0, 12.0])
    assert partials(q.property("dF/dc"))[q.key("c")] == pytest.approx(-1.0)


def test_two_variables(make):
    m = make(
        core.DerivativeParsedMaterial,
        f_name="G",
        args="eta c",
        function="A*c^2*eta^3",
        constant_names="B A",
        constant_expressions="2 B^2/2",
        derivative_order=2,
    )
    assert list(m.provides()) == ["G", "dG/dc", "dG/deta", "d^2G/dc^2", "d^2G/dcdeta", "d^2G/deta^2"]
    q = SamplePoints({"c": {"value": 3.0}, "eta": {"value": 2.0}}, materials=(m,))
    assert [get(q, n) for n in m.provides()] == pytest.approx([144, 96, 216, 32, 144, 216])


def test_derivatives_through_properties(make):
    """F = h(eta) c^2 with h = eta^3: d2F/dcdeta = 6 eta^2 c, d3F/deta3 = 6 c^2."""
    h = make(core.DerivativeParsedMaterial, property_name="h", coupled_variables="eta", expression="eta^3")
    f = make(
        core.DerivativeParsedMaterial,
        coupled_variables="c eta",
        expression="h*c^2",
        material_property_names="h(eta)",
    )
    fields = {"c": {"value": 0.5}, "eta": {"value": 2.0}}
    q = SamplePoints(fields, materials=(h, f))
    expected = {
        "F": 2.0,
        "dF/dc": 8.0,
        "dF/deta": 3.0,
        "d^2F/dcdeta": 12.0,
        "d^2F/deta^2": 3.0,
        "d^3F/deta^3": 1.5,
        "d^3F/dc^2deta": 24.0,
        "d^3F/dcdeta^2": 12.0,
    }
    assert {n: get(q, n) for n in expected} == pytest.approx(expected)
    assert partials(q.property("dF/dc")) == pytest.approx({q.key("c"): 16.0, q.key("eta"): 12.0})


def test_named_derivatives_of_properties(make):
    h = make(core.DerivativeParsedMaterial, property_name="h", coupled_variables="eta", expression="eta^3")
    f = make(
        core.DerivativeParsedMaterial,
        coupled_variables="eta",
        expression="dh + k + eta",
        material_property_names="dh:=D[h(eta), eta] k:=h",
        derivative_order=1,
    )
    q = SamplePoints({"eta": {"value": 2.0}}, materials=(h, f))
    assert get(q, "F") == pytest.approx(12 + 8 + 2)
    assert get(q, "dF/deta") == pytest.approx(12 + 1)  # d2h/deta2; k was not declared as a function of eta


def test_a_derivative_that_nobody_provides_is_missed_only_when_needed(make):
    d = make(core.GenericConstantMaterial, prop_names="D", prop_values="3")
    f = make(
        core.DerivativeParsedMaterial, coupled_variables="c", expression="D*c", material_property_names="D(c)"
    )
    q = SamplePoints({"c": {"value": 2.0}})
    properties = f.properties(SamplePoints({"c": {"value": 2.0}}, properties=d.properties(q)))
    assert value(properties["F"]) == 6.0
    with pytest.raises(KeyError, match="dD/dc"):
        properties["dF/dc"]


def test_other_symbols(make):
    m = make(
        core.ParsedMaterial,
        property_name="p",
        expression="x + 10*t + pp*q",
        postprocessor_names="pp",
        extra_symbols="x t",
        material_property_names="q",
    )
    points = SamplePoints({}, materials=(m,), properties={"q": 3.0}, functions={"pp": 7.0}, x=1.0, t=2.0)
    assert get(points, "p") == 42.0
    assert list(m.provides()) == ["p"]


def test_partials_agree_with_complex_step(make):
    rng = numpy.random.default_rng(5)
    fields = {n: {"value": rng.uniform(0.2, 0.8, (2, 4))} for n in ("c", "eta")}
    h = make(
        core.DerivativeParsedMaterial,
        property_name="h",
        coupled_variables="eta",
        expression="eta^3*(10-15*eta)",
    )
    f = make(
        core.DerivativeParsedMaterial,
        coupled_variables="c eta",
        material_property_names="h(eta)",
        expression="h*c*log(c) + (1 - h)*exp(c*eta) + tanh(c/eta)",
    )
    for name in ("F", "dF/dc", "d^2F/dcdeta", "d^3F/deta^3"):
        assert partial_errors(lambda q, name=name: q.property(name), fields, materials=(h, f)) < 1e-12


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"expression": "c + q", "coupled_variables": "c"}, r"unknown in the formula: 'q' \(known: c\)"),
        (
            {"expression": "foo(c)", "coupled_variables": "c"},
            "parameter 'expression': unknown function 'foo'",
        ),
        (
            {"expression": "1", "coupled_variables": "c", "constant_names": "c", "constant_expressions": "1"},
            "'c' is given by 'coupled_variables' already",
        ),
        ({"expression": "1", "material_property_names": "D[F,c]"}, "needs a name for the formula"),
        ({"expression": "1", "material_property_names": "F(c"}, "cannot read 'F\\(c'"),
        (
            {"expression": "1", "constant_names": "a", "constant_expressions": "b"},
            "unknown in the formula: 'b'",
        ),
    ],
)
def test_mistakes(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(core.ParsedMaterial, **params)


def test_table_of_a_variable(make):
    m = make(
        core.PiecewiseLinearInterpolationMaterial,
        property="k",
        variable="T",
        x="300 400 600",
        y="1 2 0",
        scale_factor=10,
    )
    q = SamplePoints({"T": {"value": numpy.array([[250.0, 350.0, 400.0, 500.0, 700.0]])}}, materials=(m,))
    assert get(q, "k") == pytest.approx(numpy.array([[10, 15, 20, 10, 0]]))
    assert get(q, "dk/dT") == pytest.approx(numpy.array([[0, 0.1, -0.1, -0.1, 0]]))
    assert partials(q.property("k"))[q.key("T")] == pytest.approx(get(q, "dk/dT"))


def test_tolerances(make):
    """log(c) and log(1 - c) see c within [0.01, 0.99]."""
    m = make(core.DerivativeParsedMaterial, property_name="F", coupled_variables="c d", derivative_order=1,
             expression="log(c) - log(1-c) + d", tol_names="c", tol_values=0.01, disable_fpoptimizer="true",
             enable_auto_optimize="false", enable_ad_cache="false", evalerror_behavior="exception")
    for c, seen in ((0.3, 0.3), (-5.0, 0.01), (0.0, 0.01), (1.0, 0.99), (7.0, 0.99)):
        fields = {"c": {"value": c}, "d": {"value": -9.0}}
        q = SamplePoints(fields, materials=(m,), dual=False)
        assert get(q, "F") == pytest.approx(numpy.log(seen / (1 - seen)) - 9.0)
        assert get(q, "dF/dc") == pytest.approx(1 / seen + 1 / (1 - seen))
        assert partial_errors(lambda q: m.properties(q)["F"], fields) < 1e-12
    for wrong, message in (({"tol_names": "d"}, "'d' is not among"),
                           ({"tol_values": "1 2"}, "has 2 entries"),
                           ({"evalerror_behavior": "abort"}, "not one of: nan, exception")):
        with pytest.raises(DeckError, match=message):
            make(core.ParsedMaterial, **{"expression": "c", "coupled_variables": "c", "tol_names": "c",
                                         "tol_values": 0.1, **wrong})
