"""Postprocessors: integrands, reductions and general ones on a made-up run."""

from __future__ import annotations

import math

import alces_core as core
import numpy
import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints

FIELDS = {"u": {"value": -2.0, "grad": (3.0, -4.0)}, "v": {"value": 8.0}}


@pytest.mark.parametrize(
    ("cls", "params", "integrand", "reduction"),
    [
        (core.ElementIntegralVariablePostprocessor, {"variable": "u"}, -2.0, "integral"),
        (core.ElementAverageValue, {"variable": "u"}, -2.0, "average"),
        (core.ElementIntegralMaterialProperty, {"mat_prop": "P"}, -7.0, "integral"),
        (core.ElementAverageMaterialProperty, {"mat_prop": "P"}, -7.0, "average"),
        (core.ElementExtremeMaterialProperty, {"mat_prop": "P", "value_type": "min"}, -7.0, "minimum"),
        (core.ElementExtremeMaterialProperty, {"mat_prop": "P", "value_type": "max_abs"}, 7.0, "maximum"),
        (core.ElementExtremeValue, {"variable": "u"}, -2.0, "maximum"),
        (core.ElementExtremeValue, {"variable": "u", "value_type": "max_abs"}, 2.0, "maximum"),
        (core.NodalExtremeValue, {"variable": "u", "value_type": "min"}, -2.0, "minimum"),
        (core.NodalMaxValue, {"variable": "u"}, -2.0, "maximum"),
        (core.AverageNodalVariableValue, {"variable": "u"}, -2.0, "average"),
        (core.NodalSum, {"variable": "u"}, -2.0, "sum"),
        (core.NodalL2Error, {"variable": "u", "function": "f"}, 25.0, "sum"),
        (core.ElementL2Norm, {"variable": "u"}, 4.0, "integral"),
        (core.ElementL2Error, {"variable": "u", "function": "f"}, 25.0, "integral"),
        (core.ElementL2Difference, {"variable": "u", "other_variable": "v"}, 100.0, "integral"),
        (core.ElementH1SemiError, {"variable": "u", "function": "f"}, 20.0, "integral"),
        (core.ElementH1Error, {"variable": "u", "function": "f"}, 45.0, "integral"),
        (core.FunctionElementIntegral, {"function": "f"}, 3.0, "integral"),
        (core.VolumePostprocessor, {}, 1.0, "integral"),
        (core.AreaPostprocessor, {"boundary": "top"}, 1.0, "integral"),
        (core.SideIntegralVariablePostprocessor, {"variable": "v", "boundary": "top"}, 8.0, "integral"),
        (core.SideAverageValue, {"variable": "v", "boundary": "top"}, 8.0, "average"),
        (
            core.SideDiffusiveFluxIntegral,
            {"variable": "u", "diffusivity": "P", "boundary": "top"},
            -28.0,
            "integral",
        ),
        (
            core.SideDiffusiveFluxAverage,
            {"variable": "u", "diffusivity": "P", "boundary": "top"},
            -28.0,
            "average",
        ),
    ],
)
def test_integrands(make, cls, params, integrand, reduction):
    f = make(core.ParsedFunction, expression="x")
    pp = make(cls, **params)
    q = SamplePoints(FIELDS, properties={"P": -7.0}, functions={"f": f}, x=3.0, normal=(0.0, 1.0, 0.0))
    assert value(pp.integrand(q)) == pytest.approx(integrand)
    assert pp.reduction == reduction


@pytest.mark.parametrize(
    ("cls", "params"),
    [
        (core.ElementL2Norm, {}),
        (core.ElementL2Error, {"function": "f"}),
        (core.ElementH1Error, {"function": "f"}),
        (core.ElementH1SemiError, {"function": "f"}),
        (core.NodalL2Error, {"function": "f"}),
        (core.ElementL2Difference, {"other_variable": "v"}),
    ],
)
def test_norms_are_square_roots(make, cls, params):
    assert make(cls, variable="u", **params).finish(25.0) == 5.0


def test_point_and_node(make):
    pp = make(core.PointValue, variable="u", point="0.5 0.25 0")
    assert pp.p.point == (0.5, 0.25, 0.0)
    assert value(pp.integrand(SamplePoints(FIELDS))) == -2.0
    node = make(core.NodalVariableValue, variable="u", nodeid=7, scale_factor=3)
    q = SamplePoints({"u": {"value": numpy.array([[10.0], [20.0], [30.0]])}}, dual=False)
    q.node_numbers = numpy.array([[5], [7], [9]])
    assert node.finish(node.integrand(q).max()) == 60.0
    q.node_numbers = numpy.array([[1], [2], [3]])
    with pytest.raises(DeckError, match="no node 7"):
        node.finish(node.integrand(q).max())


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.TimestepSize, {}, 0.25),
        (core.TimePostprocessor, {}, 1.5),
        (core.NumDOFs, {}, 47.0),
        (core.NumDOFs, {"system": "NL"}, 40.0),
        (core.NumDOFs, {"system": "AUX"}, 7.0),
        (core.NumNodes, {}, 20.0),
        (core.NumElems, {}, 12.0),
        (core.NumVars, {}, 2.0),
        (core.NumVars, {"system": "auxiliary"}, 1.0),
        (core.NumNonlinearIterations, {}, 4.0),
        (core.NumLinearIterations, {}, 33.0),
        (core.FunctionValuePostprocessor, {"function": "f", "point": "3 0 0", "scale_factor": 2}, 36.0),
        (core.FunctionValuePostprocessor, {"function": "f", "time": 4}, 40.0),
        (
            core.ParsedPostprocessor,
            {
                "expression": "a^2 - k*b + t",
                "pp_names": "a b",
                "use_t": "true",
                "constant_names": "k",
                "constant_expressions": "2",
            },
            9 - 10 + 1.5,
        ),
        (core.ParsedPostprocessor, {"function": "s + b", "pp_names": "a b", "pp_symbols": "s b"}, 8.0),
        (core.DifferencePostprocessor, {"value1": "a", "value2": "b"}, -2.0),
        (core.ScalePostprocessor, {"value": "a", "scaling_factor": 4}, 12.0),
        (core.LinearCombinationPostprocessor, {"pp_names": "a b", "pp_coefs": "2 -1", "b": 10}, 11.0),
        (core.Receiver, {"default": 6.5}, 6.5),
        (core.TimeIntegratedPostprocessor, {"value": "a"}, 100 + 0.25 * (1 + 3) / 2),
        (core.CumulativeValuePostprocessor, {"postprocessor": "a"}, 103.0),
        (core.ChangeOverTimePostprocessor, {"postprocessor": "a"}, 2.0),
        (core.ChangeOverTimePostprocessor, {"postprocessor": "b", "compute_relative_change": "true"}, -0.5),
        (core.ChangeOverTimePostprocessor, {"postprocessor": "b", "take_absolute_value": "true"}, 5.0),
        (core.TimeExtremeValue, {"postprocessor": "a"}, 100.0),
        (core.TimeExtremeValue, {"postprocessor": "a", "value_type": "min"}, 3.0),
        (core.TimeExtremeValue, {"postprocessor": "-105", "value_type": "abs_max"}, 105.0),
        (core.TimeExtremeValue, {"postprocessor": "-2", "value_type": "abs_min"}, 2.0),
    ],
)
def test_general(make, status, cls, params, expected):
    s = status(
        time=1.5,
        dt=0.25,
        step=3,
        newton_iterations=4,
        linear_iterations=33,
        now={"a": 3.0, "b": 5.0},
        before={"a": 1.0, "b": 10.0, "x": 100.0},
        counts={"nodes": 20, "cells": 12, "dofs": 40, "variables": 2, "auxiliary dofs": 7,
                "auxiliary variables": 1},
    )
    assert make(cls, **params).compute(s) == pytest.approx(expected)


def test_extremes_start_with_the_first_value(make, status):
    late = make(core.TimeExtremeValue, postprocessor="a", value_type="min")
    early = make(
        core.TimeExtremeValue, postprocessor="a", value_type="min", execute_on="INITIAL TIMESTEP_END"
    )
    assert late.compute(status(step=1, now={"a": 3.0})) == 3.0
    assert early.compute(status(step=0, now={"a": 3.0})) == 3.0
    assert early.compute(status(step=1, now={"a": 4.0}, before={"x": 3.0})) == 3.0


def test_relative_change_from_nothing(make, status):
    pp = make(core.ChangeOverTimePostprocessor, postprocessor="a", compute_relative_change="true")
    assert pp.compute(status(now={"a": 3.0})) == math.inf
    assert pp.compute(status(now={"a": 0.0})) == 0.0
