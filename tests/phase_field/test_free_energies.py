"""Free energies of mixtures and phases: values by hand."""

from __future__ import annotations

import math

import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field import materials


def test_two_phases(make):
    given = {"A": 2.0, "B": 5.0, "dA/dc": 0.5, "dB/dc": 3.0, "d^2B/dc^2": 7.0, "h": 0.25, "dh/deta": 2.0,
             "d^2h/deta^2": -4.0, "g": 0.1, "dg/deta": 0.2, "d^2g/deta^2": 0.3}
    names = {"fa_name": "A", "fb_name": "B", "coupled_variables": "c", "eta": "eta", "W": 10}
    found = make(materials.DerivativeTwoPhaseMaterial, **names).properties(SamplePoints({}, properties=given))
    assert found["F"] == pytest.approx(0.25 * 5.0 + 0.75 * 2.0 + 1.0)
    assert found["dF/deta"] == pytest.approx(2.0 * 3.0 + 2.0)
    assert found["d^2F/deta^2"] == pytest.approx(-4.0 * 3.0 + 3.0)
    assert found["dF/dc"] == pytest.approx(0.25 * 3.0 + 0.75 * 0.5)
    assert found["d^2F/dc^2"] == pytest.approx(0.25 * 7.0)
    assert found["d^2F/dcdeta"] == pytest.approx(2.0 * 2.5)
    assert found["d^3F/dcdeta^2"] == pytest.approx(-4.0 * 2.5)
    assert found["d^3F/dc^2deta"] == pytest.approx(2.0 * 7.0)
    with pytest.raises(DeckError, match="order parameter 'c'"):
        make(materials.DerivativeTwoPhaseMaterial, **{**names, "eta": "c"})


def test_several_phases(make):
    given = {"A": 2.0, "B": 5.0, "dA/dc": 0.5, "dB/dc": 3.0, "d^2B/dc^2": 7.0, "ha": 0.25, "hb": 0.5,
             "dha/da": 2.0, "dhb/db": 4.0, "d^2hb/db^2": -6.0, "g": 0.1, "dg/da": 0.2, "d^2g/dadb": 0.3}
    names = {"fi_names": "A B", "hi_names": "ha hb", "etas": "a b", "coupled_variables": "c", "W": 10}
    material = make(materials.DerivativeMultiPhaseMaterial, **names)
    found = material.properties(SamplePoints({}, properties=given))
    assert found["F"] == pytest.approx(0.25 * 2.0 + 0.5 * 5.0 + 1.0)
    assert found["dF/da"] == pytest.approx(2.0 * 2.0 + 2.0)
    assert found["dF/dc"] == pytest.approx(0.25 * 0.5 + 0.5 * 3.0)
    assert found["d^2F/dadb"] == pytest.approx(3.0)
    assert found["d^2F/dbdc"] == pytest.approx(4.0 * 3.0)
    assert found["d^2F/dc^2"] == pytest.approx(0.5 * 7.0)
    assert found["d^3F/db^2dc"] == pytest.approx(-6.0 * 3.0)
    assert found["d^3F/dadbdc"] == 0.0
    with pytest.raises(DeckError, match="needs 2 entries"):
        make(materials.DerivativeMultiPhaseMaterial, **{**names, "hi_names": "ha"})
    with pytest.raises(DeckError, match="order parameter 'b'"):
        make(materials.DerivativeMultiPhaseMaterial, **{**names, "coupled_variables": "b"})


def test_regular_solution(make):
    material = make(materials.RegularSolutionFreeEnergy, c="c", T="temp", omega=0.2, kB=1e-3)
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
    plain = make(materials.RegularSolutionFreeEnergy, c="c")
    assert set(plain.provides()) == {"F", "dF/dc", "d^2F/dc^2", "d^3F/dc^3"}
    assert plain.properties(SamplePoints(fields, dual=False))["d^2F/dc^2"] == pytest.approx(
        -0.2 + 8.6173324e-5 * 300.0 / (0.25 * 0.75))


def test_regular_solution_beyond_its_range(make):
    """With `log_tol` ln x goes on as its cubic Taylor polynomial about 0.1, at c = -0.1 too."""
    given = {"c": "c", "omega": 0.2, "kB": 1e-3, "T": 400, "derivative_order": 1, "log_tol": 0.1}
    material = make(materials.RegularSolutionFreeEnergy, **given)

    def log(x):
        return math.log(0.1) + (x - 0.1) / 0.1 - (x / 0.1 - 1) ** 2 / 2 + (x / 0.1 - 1) ** 3 / 3

    found = material.properties(SamplePoints({"c": {"value": -0.1}}, dual=False))
    assert found["F"] == pytest.approx(-0.2 * 0.1 * 1.1 + 0.4 * (-0.1 * log(-0.1) + 1.1 * math.log(1.1)))
