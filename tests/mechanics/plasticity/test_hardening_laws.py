"""Hardening laws: values and slopes."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Dual, partials, value
from alces.hit import DeckError

LAWS = {
    "HardeningConstant": ({"value": 3}, lambda q: 3.0),
    "HardeningCubic": (
        {"value_0": 1, "value_residual": 3, "internal_0": 0.1, "internal_limit": 0.5},
        lambda q: 1 + 2 * (3 * (x := min(max((q - 0.1) / 0.4, 0), 1)) ** 2 - 2 * x**3),
    ),
    "HardeningExponential": (
        {"value_0": 1, "value_residual": 3, "rate": 2},
        lambda q: 3 - 2 * math.exp(-2 * q),
    ),
    "HardeningGaussian": (
        {"value_0": 1, "value_residual": 3, "internal_0": 0.1, "rate": 5},
        lambda q: 3 - 2 * math.exp(-2.5 * max(q - 0.1, 0) ** 2),
    ),
    "HardeningPowerRule": (
        {"value_0": 2, "epsilon0": 0.3, "exponent": 0.4},
        lambda q: 2 * (q / 0.3 + 1) ** 0.4,
    ),
}


@pytest.mark.parametrize("name", LAWS)
@pytest.mark.parametrize("internal", [0.0, 0.05, 0.3, 0.45, 2.0])
def test_value_and_slope(model, name, internal):
    parameters, formula = LAWS[name]
    law = model(name, **parameters)
    result = law.value(Dual(numpy.array(internal), {0: 1.0}))
    assert value(result) == pytest.approx(formula(internal), rel=1e-13)
    slope = (formula(internal + 1e-6) - formula(internal - 1e-6)) / 2e-6
    assert partials(result).get(0, 0.0) == pytest.approx(slope, abs=1e-8)


def test_the_value_goes_from_the_first_to_the_residual_one(model):
    for name in ("HardeningCubic", "HardeningExponential", "HardeningGaussian"):
        law = model(name, value_0=1, value_residual=3, **({} if name == "HardeningCubic" else {"rate": 9}))
        assert law.value(0.0) == pytest.approx(1.0)
        assert law.value(50.0) == pytest.approx(3.0)


def test_without_a_residual_value_nothing_hardens(model):
    for name in ("HardeningCubic", "HardeningExponential", "HardeningGaussian"):
        assert model(name, value_0=4).value(0.7) == pytest.approx(4.0)


def test_degrees_become_radians(model):
    assert model("HardeningConstant", value=90, convert_to_radians="true").value(0.0) == math.pi / 2


def test_a_cubic_needs_room(model):
    with pytest.raises(DeckError, match="must be above internal_0"):
        model("HardeningCubic", value_0=1, internal_0=1)
