"""Control of the step length by the local error, with estimates given by hand."""

from __future__ import annotations

import math

import alces_core as core
import pytest
from alces.hit import DeckError
from alces.physics import FieldError, LocalError, StepReport


def report(dt=1.0, newton=0, cut=False, order=2, errors=None, found=2, size=1.0, evolving=("u",)):
    """After (or in) a step of length dt; `errors` of the fields, estimated with order `found`."""
    local = None if errors is None else LocalError(
        found, {name: FieldError(e, size) for name, e in errors.items()})
    return StepReport(3, 0.0, dt, newton, 0, cut, lambda name, t: 0.0, lambda name: 0.0, order=order,
                      local_error=lambda: local, evolving=lambda: evolving)


def after(s, dt, newton=0, cut=False, **kinds):
    """Whether a step of length dt is accepted, and what follows: the next length, or the repetition's."""
    if s.accepts(dt, report(**kinds)):
        return True, s.next(report(dt, newton, cut, **kinds))
    return False, s.after_failure(dt)


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("error", [1e-6, 2e-5, 0.9e-4, 1.1e-4, 5e-3, 1.0])
def test_the_next_error_is_that_which_safety_leaves(make, order, error):
    """With e = E dt^(p+1), within the limits of growth: e becomes safety^(p+1) tolerance."""
    s = make(core.LocalErrorDT, dt=1, tolerance=1e-4, safety=0.8, growth_factor=100, smallest_factor=0.001)
    s.first(report())
    accepted, dt = after(s, 0.3, errors={"u": error}, found=order)
    assert accepted == (error < 1e-4)
    assert error * (dt / 0.3) ** (order + 1) == pytest.approx(0.8 ** (order + 1) * 1e-4, rel=1e-12)


def test_limits(make):
    s = make(core.LocalErrorDT, dt=0.1, tolerance=1e-4, growth_factor=3, smallest_factor=0.5)
    assert s.first(report()) == 0.1
    assert after(s, 0.1) == (True, pytest.approx(0.3))  # without an estimate
    assert after(s, 0.3, errors={"u": 0.0}) == (True, pytest.approx(0.9))
    assert after(s, 0.9, errors={"u": 1.0}) == (False, pytest.approx(0.45))
    assert after(s, 0.45, cut=True, errors={"u": 0.0}) == (True, 0.45)  # none longer after a repeated one
    assert after(s, 0.45, errors={"u": 1.0001e-4}) == (False, pytest.approx(0.9 * 0.45, rel=1e-3))


def test_a_solve_that_fails_is_cut_as_ever(make):
    s = make(core.LocalErrorDT, dt=1, cutback_factor_at_failure=0.25)
    s.first(report())
    assert after(s, 1.0, errors={"u": 1.0})[1] == 0.2
    assert s.after_failure(0.2) == 0.05


def test_a_step_shortened_to_hit_a_time_is_forgotten(make):
    s = make(core.LocalErrorDT, dt=1, tolerance=1e-3)
    s.first(report())
    assert after(s, 1.0, errors={"u": 0.729e-3}) == (True, pytest.approx(1.0))
    assert after(s, 0.01, errors={"u": 0.729e-9}) == (True, pytest.approx(1.0))
    assert after(s, 0.01, errors={"u": 1e-12}) == (True, pytest.approx(1.0))  # not above what was wanted
    assert after(s, 0.5, errors={"u": 0.729e-3}) == (True, pytest.approx(0.5))
    assert after(s, 0.5, errors={"u": 1e-10}) == (True, pytest.approx(1.0))
    assert after(s, 0.9, errors={"u": 1e-10}) == (True, pytest.approx(1.8))
    s.after_failure(1.8)
    assert after(s, 0.05, errors={"u": 0.0})[1] == pytest.approx(0.9)  # what was wanted after the failure


def test_an_error_that_grows_is_met_in_time(make):
    """It has doubled in spite of a step as short as the one before, and will do so again; one that is
    far below the tolerance says nothing of the kind."""
    s = make(core.LocalErrorDT, dt=1, tolerance=1e-3)
    once = 0.9 * 2 ** (1 / 3)
    assert after(s, 1.0, errors={"u": 2.5e-4})[1] == pytest.approx(0.9 * 4 ** (1 / 3))
    assert after(s, 1.0, errors={"u": 5e-4}) == (True, pytest.approx(once / 2 ** (1 / 3)))
    assert after(s, 2.0, errors={"u": 5e-4}) == (True, pytest.approx(2 * once))  # longer, yet no worse
    assert after(s, 2.0, errors={"u": 5e-4}, found=1) == (True, pytest.approx(1.8 * 2**0.5))  # anew
    calm = make(core.LocalErrorDT, dt=1, tolerance=1e-3)
    assert [after(calm, 1.0, errors={"u": e})[1] for e in (1e-9, 1e-5)] == [2.0, 2.0]


def test_a_field_is_measured_by_its_largest_size_so_far(make):
    s = make(core.LocalErrorDT, dt=1, tolerance=1e-3)
    assert s.accepts(1.0, report(errors={"u": 2e-3}, size=2.5))
    assert s.accepts(1.0, report(errors={"u": 2e-3}, size=0.1))
    assert not s.accepts(1.0, report(errors={"u": 1.0}, size=10.0))  # this one does not stand
    assert not s.accepts(1.0, report(errors={"u": 2.6e-3}, size=0.1))


@pytest.mark.parametrize(("newton", "factor"), [(5, 2.0), (6, 1.0), (10, 1.0), (11, 0.3)])
def test_effort_of_the_solver(make, newton, factor):
    s = make(core.LocalErrorDT, dt=1, optimal_iterations=8, cutback_factor=0.3)  # window 2
    assert after(s, 1.0, newton, errors={"u": 0.0}) == (True, factor)


def test_fields_and_their_tolerances(make):
    errors = {"u": 1e-3, "v": 1e-1}
    s = make(core.LocalErrorDT, dt=1, tolerance=1e-2)
    assert s.accepts(1.0, report(errors=errors))  # v has no rate
    named = make(core.LocalErrorDT, dt=1, tolerance=1e-2, variables="v")
    assert not named.accepts(1.0, report(errors=errors))
    each = {"tolerance": "1e-2 2e-1", "variables": "u v"}
    assert make(core.LocalErrorDT, dt=1, **each).accepts(1.0, report(errors=errors))
    assert not make(core.LocalErrorDT, dt=1, **each).accepts(1.0, report(errors=errors, size=0.099))
    more = make(core.LocalErrorDT, dt=1, **each, absolute_tolerance="1e-2 1e-1")
    assert more.accepts(1.0, report(errors=errors, size=0.0))
    new = make(core.LocalErrorDT, dt=1)
    assert new.accepts(1.0, report(errors={"u": 0.0}, size=0.0))  # of nothing, nothing is missing
    assert not new.accepts(1.0, report(errors={"u": 1e-30}, size=0.0))


def test_what_is_remembered_fits_a_checkpoint(make):
    s = make(core.LocalErrorDT, dt=1)
    s.first(report())
    assert after(s, 1.0, errors={"u": 1e-4})[0]
    other = make(core.LocalErrorDT, dt=1)
    other.recall(s.memory())
    assert vars(other).keys() == s.memory().keys() | {"name", "p"}
    assert other.next(report(1.0)) == s.next(report(1.0)) == pytest.approx(0.9 * 10 ** (1 / 3))


@pytest.mark.parametrize(("params", "message"), [
    ({"tolerance": "0"}, "above zero"), ({"tolerance": "-1e-3"}, "above zero"),
    ({"tolerance": ""}, "above zero"),
    ({"absolute_tolerance": "-1"}, "zero or more"),
    ({"tolerance": "1e-3 1e-4"}, "has 2 entries, but 'variables' needs 0"),
    ({"tolerance": "1e-3 1e-4", "variables": "u v w"}, "has 2 entries, but 'variables' needs 3"),
    ({"iteration_window": "1"}, "needs 'optimal_iterations'"),
    ({"growth_factor": "1"}, "growth_factor"), ({"safety": "1.1"}, "safety"), ({"dt": "0"}, "dt"),
])
def test_parameters_that_make_no_sense(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(core.LocalErrorDT, **{"dt": "1", **params})


def test_schemes_without_an_estimate_and_names_of_no_unknowns(make):
    s = make(core.LocalErrorDT, dt=1, variables="w")
    with pytest.raises(DeckError, match="implicit-euler and bdf2 only"):
        s.first(report(order=0))
    with pytest.raises(DeckError, match="'w' is not solved for"):
        s.accepts(1.0, report(errors={"u": 0.0}))
    assert math.isfinite(s.after_failure(1.0))
