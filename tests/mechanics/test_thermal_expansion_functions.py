"""Thermal expansion by functions of temperature."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import exp, value
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.materials.compute_dilatation_thermal_expansion_function_eigenstrain import (
    ComputeDilatationThermalExpansionFunctionEigenstrain,
)
from alces_mechanics.materials.compute_instantaneous_thermal_expansion_function_eigenstrain import (
    ComputeInstantaneousThermalExpansionFunctionEigenstrain,
)
from alces_mechanics.materials.compute_mean_thermal_expansion_function_eigenstrain import (
    ComputeMeanThermalExpansionFunctionEigenstrain,
)

COMMON = {"temperature": "T", "eigenstrain_name": "thermal", "stress_free_temperature": 300}
FUNCTIONS = {"f": lambda x, y, z, t: 1e-5 * t + 0.0 * x, "g": lambda x, y, z, t: exp(0.001 * t)}


def strain(m, temperature, **options):
    q = SamplePoints({"T": {"value": temperature}}, functions=FUNCTIONS, dual=False, **options)
    t = m.properties(q)["thermal"]
    numbers = [[float(value(a)) for a in row] for row in t.c]
    assert numbers == numpy.diag(numpy.diag(numbers)).tolist()
    assert numbers[0][0] == numbers[1][1] == numbers[2][2]
    return numbers[0][0]


def test_dilatation(make):
    m = make(ComputeDilatationThermalExpansionFunctionEigenstrain, dilatation_function="f", **COMMON)
    assert strain(m, 400.0) == pytest.approx(1e-3)
    assert strain(m, 300.0) == 0.0


def test_mean_coefficient(make):
    """alpha(T) = 1e-5 T counted from 200: d = 1e-5 T (T - 200), 0.8 at 400 and 0.3 at 300 ... in 1e0."""
    m = make(
        ComputeMeanThermalExpansionFunctionEigenstrain,
        thermal_expansion_function="f",
        thermal_expansion_function_reference_temperature=200,
        **COMMON,
    )
    assert strain(m, 400.0) == pytest.approx((0.8 - 0.3) / 1.3)


def test_instantaneous_coefficient_adds_up(make):
    """The trapezoidal rule is exact for alpha = 1e-5 T: strain = 1e-5 (T^2 - 300^2)/2 over any steps."""
    m = make(
        ComputeInstantaneousThermalExpansionFunctionEigenstrain, thermal_expansion_function="f", **COMMON
    )
    states = m.state()
    for temperature in (340.0, 320.0, 500.0):
        q = SamplePoints({"T": {"value": temperature}}, functions=FUNCTIONS, states=states, dual=False)
        made = m.properties(q)
        assert float(made["thermal"][0, 0]) == pytest.approx(0.5e-5 * (temperature**2 - 300.0**2))
        states = {name: made[name] for name in states}


def test_function_sees_temperature_and_not_time(make):
    m = make(ComputeDilatationThermalExpansionFunctionEigenstrain, dilatation_function="g", **COMMON)
    assert strain(m, 500.0, t=77.0, x=3.0) == pytest.approx(math.exp(0.5) - math.exp(0.3))


def test_partials(make):
    common = {**COMMON, "thermal_expansion_function": "g"}
    makers = [
        make(ComputeDilatationThermalExpansionFunctionEigenstrain, dilatation_function="g", **COMMON),
        make(
            ComputeMeanThermalExpansionFunctionEigenstrain,
            thermal_expansion_function_reference_temperature=200,
            **common,
        ),
        make(ComputeInstantaneousThermalExpansionFunctionEigenstrain, **common),
    ]
    for m in makers:
        error = partial_errors(
            lambda q, m=m: m.properties(q)["thermal"],
            {"T": {"value": 410.0}},
            functions=FUNCTIONS,
            states=m.state(),
        )
        assert error < 1e-13
