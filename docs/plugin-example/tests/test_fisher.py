"""The plugin's own tests: the terms alone, and then the decks."""

import math
from pathlib import Path

import alces
import pytest
from alces.hit import DeckErrors
from alces.physics.sample import SamplePoints, partial_errors
from alces.physics.testing import make
from alces_example_fisher import ArrheniusRate, LogisticGrowth

DECK = Path(__file__).parent.parent / "front.i"


def test_growth_at_one_point():
    kernel = make(LogisticGrowth, variable="u", rate="r", capacity=2)
    q = SamplePoints({"u": {"value": 0.5}}, properties={"r": 3.0}, dual=False)
    assert kernel.value(q) == pytest.approx(-3.0 * 0.5 * 0.75)
    assert kernel.flux(q) is None


def test_derivatives_are_exact():
    kernel = make(LogisticGrowth, variable="u", rate="r")
    material = make(ArrheniusRate, prefactor=1e8, activation_energy=5e4, temperature="T")
    fields = {"u": {"value": 0.3}, "T": {"value": 305.0}}
    assert partial_errors(kernel.value, fields, materials=(material,)) < 1e-12


def test_rate_doubles_where_arrhenius_says_so():
    # r(T2)/r(T1) = exp(E/R (1/T1 - 1/T2)) = 2 for E = R ln 2 / (1/300 - 1/310)
    energy = 8.31446261815324 * math.log(2) / (1 / 300 - 1 / 310)
    rate = [
        make(ArrheniusRate, prefactor=1e5, activation_energy=energy, temperature=t).properties(
            SamplePoints({})
        )["r"]
        for t in (300, 310)
    ]
    assert rate[1] / rate[0] == pytest.approx(2.0, rel=1e-12)


def test_range_is_checked():
    with pytest.raises(DeckErrors, match="must satisfy capacity > 0"):
        make(LogisticGrowth, variable="u", capacity=-1)


def test_front_is_the_exact_wave():
    results = alces.load(str(DECK)).run(write=False)
    assert results["error"][-1] < 5e-3
    speed = (results["front"][-1] - results["front"][0]) / 5.0
    assert float(speed) == pytest.approx(5 / math.sqrt(6), rel=1e-3)


def test_uniform_population_grows_logistically():
    problem = alces.load(
        str(DECK),
        "ICs/start/function=0.1",
        "Mesh/nx=2",
        "temperature=320",
        "Executioner/dt=0.01",
        "Executioner/end_time=2",
    )
    u = float(problem.run(write=False)["u"][-1].mean())
    r = math.exp(50e3 / 8.31446261815324 * (1 / 310 - 1 / 320))
    assert u == pytest.approx(1 / (1 + 9 * math.exp(-r * 2)), rel=1e-4)
