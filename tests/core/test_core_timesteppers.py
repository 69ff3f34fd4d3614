"""Step lengths."""

from __future__ import annotations

import math

import alces_core as core
import pytest
from alces.hit import DeckError
from alces.physics import StepReport


def report(time=0.0, dt=0.0, newton=0, linear=0, cut=False, function=lambda name, t: 0.0):
    return StepReport(1, time, dt, newton, linear, cut, function, lambda name: 0.0)


def test_constant(make):
    s = make(core.ConstantDT, dt=0.5)
    assert s.first(report()) == 0.5
    assert [s.next(report(dt=d)) for d in (0.5, 0.1, 0.3)] == [0.5, 0.2, 0.5]
    assert s.after_failure(0.5) == 0.25
    assert make(core.ConstantDT, cutback_factor_at_failure=0.2).after_failure(1.0) == 0.2


def test_function(make):
    s = make(core.FunctionDT, function="f", min_dt=0.1, growth_factor=3)

    def f(name, t):
        return 0.02 + t

    assert s.first(report(function=f)) == 0.1
    assert s.next(report(1.0, 1.0, function=f)) == 1.02
    assert s.next(report(1.0, 0.1, function=f)) == pytest.approx(0.3)


def test_sequence(make):
    s = make(core.TimeSequenceStepper, time_sequence="0.5 2 3")
    assert s.first(report()) == 0.5
    assert s.next(report(0.5, 0.5)) == 1.5
    assert s.next(report(1.25, 0.75)) == 0.75  # a cut step: on to the same time
    assert s.next(report(2 - 1e-15, 0.75)) == pytest.approx(1.0)
    assert s.next(report(3.0, 1.0)) > 1e200
    more = make(core.TimeSequenceStepper, time_sequence="0.5 2 3", use_last_dt_after_last_t="true")
    assert more.next(report(7.0, 1.0)) == 1.0
    with pytest.raises(DeckError, match="2 follows 3"):
        make(core.TimeSequenceStepper, time_sequence="3 2")


@pytest.mark.parametrize(
    ("newton", "linear", "cut", "factor"),
    [
        (4, 10, False, 1.5),  # fewer than 6 - 1 Newton and 100 (6 - 1) linear iterations
        (5, 10, False, 1.0),
        (4, 500, False, 1.0),
        (7, 10, False, 1.0),
        (8, 10, False, 0.4),  # more than 6 + 1
        (4, 701, False, 0.4),  # more than 100 (6 + 1)
        (4, 10, True, 1.0),  # no growth after a cut
        (8, 10, True, 0.4),
    ],
)
def test_iterations(make, newton, linear, cut, factor):
    s = make(
        core.IterationAdaptiveDT,
        dt=1,
        optimal_iterations=6,
        iteration_window=1,
        linear_iteration_ratio=100,
        growth_factor=1.5,
        cutback_factor=0.4,
    )
    assert s.first(report()) == 1.0
    assert s.next(report(dt=10.0, newton=newton, linear=linear, cut=cut)) == pytest.approx(10 * factor)


def test_defaults_of_the_window(make):
    s = make(core.IterationAdaptiveDT, dt=1, optimal_iterations=11)  # window 3, ratio 25
    assert [s.next(report(dt=1.0, newton=n, linear=1)) for n in (7, 8, 14, 15)] == [2.0, 1.0, 1.0, 0.5]
    assert s.next(report(dt=1.0, newton=7, linear=200)) == 1.0
    free = make(core.IterationAdaptiveDT, dt=1)
    assert [free.next(report(dt=1.0, newton=99)), free.next(report(dt=1.0, cut=True))] == [2.0, 1.0]


def test_limiting_function(make):
    s = make(core.IterationAdaptiveDT, dt=4, timestep_limiting_function="f", max_function_change=1)
    assert s.first(report(function=lambda name, t: t)) == 1.0
    jump = s.first(report(function=lambda name, t: 5.0 if t > 0 else 0.0))
    assert 0 < jump < 1e-15
    assert math.isfinite(jump)


@pytest.mark.parametrize(
    "params",
    [{"iteration_window": 1}, {"max_function_change": 1}, {"timestep_limiting_function": "f"},
     {"force_step_every_function_point": "true"}, {"post_function_sync_dt": 1}],
)
def test_parameters_that_need_each_other(make, params):
    with pytest.raises(DeckError, match="needs '"):
        make(core.IterationAdaptiveDT, dt=1, **params)


def test_several_limits(make):
    """f rises by 2 per time, g by 5: steps of 0.5 and then of 0.125 change them by 1 at most."""
    slopes = {"f": 2.0, "g": 5.0}
    limits = {"timestep_limiting_function": "f g", "max_function_change": 1}
    seen = report(function=lambda name, t: slopes[name] * t)
    assert make(core.IterationAdaptiveDT, dt=4, **limits).first(seen) == 0.125
    short = StepReport(1, 0.0, 1.0, 0, 0, False, seen.function, lambda name: {"pp": 0.3}[name])
    s = make(core.IterationAdaptiveDT, dt=0.4, timestep_limiting_postprocessor="pp")
    assert (s.first(short), s.next(short)) == (0.4, 0.3)  # it has no value before the first step


def piecewise(f, knots, time, dt, **more):
    return StepReport(5, time, dt, 0, 0, False, f, lambda name: 0.4, knots=lambda name: knots, **more)


def test_points_of_limiting_functions(make):
    """A step ends at each of them (or passes one by the tolerance at most), the next one is short."""
    points = {"timestep_limiting_function": "f", "force_step_every_function_point": "true"}
    s = make(core.IterationAdaptiveDT, dt=4, **points)
    at = [piecewise(None, (0.0, 1.0, 3.0), t, 0.8) for t in (0.0, 0.2, 1.0, 1.5, 3.0)]
    assert [s.next(r) for r in at] == pytest.approx([1.0, 0.8, 1.6, 1.5, 1.6])
    assert s.first(at[0]) == 1.0
    assert s.next(piecewise(None, (1.0,), 0.0, 0.45, tolerance=0.2)) == 1.0
    short = make(core.IterationAdaptiveDT, dt=4, post_function_sync_dt=0.1, **points)
    assert [short.next(r) for r in at] == pytest.approx([0.1, 0.8, 0.1, 1.5, 0.1])


def test_change_of_piecewise_functions(make):
    """A ramp of slope 2 from t = 1 to 2: the lines to its points rise by 0.5 after these times."""
    s = make(core.IterationAdaptiveDT, dt=8, timestep_limiting_function="f", max_function_change=0.5)

    def f(name, t):
        return 2.0 * min(max(t - 1.0, 0.0), 1.0)

    steps = [s.next(piecewise(f, (1.0, 2.0), t, 0.7)) for t in (0.0, 0.8, 1.0, 1.9, 2.0)]
    assert steps == pytest.approx([0.5, 0.3, 0.25, 1.4, 1.4])


def test_steps_that_turn_out_too_long(make):
    limit = {"timestep_limiting_postprocessor": "a b", "reject_large_step": "true"}
    s = make(core.IterationAdaptiveDT, dt=4, reject_large_step_threshold=0.5, **limit)
    r = piecewise(None, (), 0.0, 1.0)
    assert [s.accepts(dt, r) for dt in (0.3, 0.8, 0.9)] == [True, True, False]
    tenth = make(core.IterationAdaptiveDT, dt=4, **limit)
    assert [tenth.accepts(dt, r) for dt in (3.9, 4.1)] == [True, False]
    assert s.accepts(9.0, report())  # the first step stays


TABLE = {"time_t": "0 1 3", "time_dt": "0.1 0.5 0.3"}


def test_table_of_steps(make):
    s = make(core.IterationAdaptiveDT, dt=9, growth_factor=3, **TABLE)
    assert s.first(report(0.5)) == pytest.approx(0.3)
    assert [s.next(report(t, 1.0)) for t in (1.0, 2.0, 7.0)] == pytest.approx([0.5, 0.4, 0.3])
    assert s.next(report(2.0, 0.1)) == pytest.approx(0.3)
    assert s.next(report(2.9, 1.0)) == pytest.approx(0.1)  # to the next time of the table
    free = make(core.IterationAdaptiveDT, dt=9, optimal_iterations=9, growth_factor=3, **TABLE)
    assert free.next(report(1.0, 0.1)) == pytest.approx(0.5)  # at a time of the table: its length
    assert free.next(report(1.2, 0.1)) == pytest.approx(0.3)  # elsewhere the solver's effort counts
    f = make(core.FunctionDT, growth_factor=2, **TABLE)
    assert (f.first(report(0.5)), f.next(report(1.0, 0.1))) == (pytest.approx(0.3), 0.2)
    steps = make(core.FunctionDT, interpolate="false", **TABLE)
    assert [steps.first(report(t)) for t in (0.0, 0.9, 1.0, 2.9, 9.0)] == [0.1, 0.1, 0.5, 0.5, 0.3]


@pytest.mark.parametrize(
    ("cls", "params", "message"),
    [
        (core.FunctionDT, {}, "either 'function', or 'time_t' and 'time_dt'"),
        (core.FunctionDT, {"function": "f", **TABLE}, "either 'function', or"),
        (core.FunctionDT, {"time_t": "0 1", "time_dt": "1"}, "has 1 entries"),
        (core.FunctionDT, {"time_t": "0 1", "time_dt": "1 0"}, "above zero"),
        (core.FunctionDT, {"time_t": "1 0", "time_dt": "1 2"}, "must rise"),
    ],
)
def test_tables_that_do_not_fit(make, cls, params, message):
    with pytest.raises(DeckError, match=message):
        make(cls, **params)
