"""How far two final states are from each other."""

from __future__ import annotations

import numpy
import pytest


def test_fields_by_their_size_and_numbers_by_those_of_their_unit(bench) -> None:
    difference = bench("whole_run").difference
    one = {"u": numpy.array([4.0, -2.0]), "scalar gain|A": numpy.array(100.0),
           "scalar error|A": numpy.array(0.0), "scalar area|m^2": numpy.array(2.0)}
    other = one | {"u": numpy.array([4.0, -2.1]), "scalar error|A": numpy.array(1e-3)}
    assert difference(one, other) == pytest.approx(
        {"difference of fields": 0.1 / 4.0, "difference of postprocessors": 1e-5})
    other |= {"scalar area|m^2": numpy.array(2.1)}
    assert difference(one, other)["difference of postprocessors"] == pytest.approx(0.05)
    nothing = {"v": numpy.zeros(3)}
    assert difference(nothing, nothing) == {"difference of fields": 0.0, "difference of postprocessors": 0.0}


def test_a_lost_number_is_no_agreement(bench) -> None:
    state, lost = {"u": numpy.array([1.0])}, {"u": numpy.array([numpy.nan])}
    assert numpy.isnan(bench("whole_run").difference(state, lost)["difference of fields"])
