"""Runs whose steps follow their local error."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from alces.hit import DeckErrors
from alces.physics import Kernel

sys.path.insert(0, str(Path(__file__).parent))
from pieces import field

RELAXATION = """
g = 'tanh((t - 1) / 0.05)'
slope = '(1 - tanh((t - 1) / 0.05)^2) / 0.05'
rate = 1
scheme = bdf2
tolerance = 1e-3
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Variables]
  [u]
    initial_condition = -1
  []
[]
[Kernels]
  [t]
    type = TimeDerivative
    variable = u
  []
  [back]
    type = Reaction
    variable = u
    rate = ${rate}
  []
  [source]
    type = BodyForce
    variable = u
    function = '${rate} * ${g} + ${slope}'
  []
[]
[Postprocessors]
  [error]
    type = NodalL2Error
    variable = u
    function = '${g}'
  []
[]
[Executioner]
  type = Transient
  scheme = ${scheme}
  end_time = 2
  nl_rel_tol = 1e-12
  [TimeStepper]
    type = LocalErrorDT
    dt = 1e-3
    tolerance = ${tolerance}
  []
[]
[Outputs]
  csv = false
[]
"""


class Relaxation:
    """The run of ``u' = -rate (u - g) + g'``, whose solution is g: a front of width 0.05 at t = 1."""

    def __init__(self, problem, *overrides: str) -> None:
        self.excess, self.refused = [], 0  # error over tolerance of accepted steps; repeated ones
        p = problem(RELAXATION, *overrides)
        stepper, accepts = p.time_stepper, p.time_stepper.accepts

        def watched(dt, report):
            accepted = accepts(dt, report)
            found = report.local_error()
            if found is not None and accepted:  # the largest u so far is 1, from the start
                self.excess.append(found.fields["u"].error / stepper.p.tolerance[0])
            self.refused += not accepted
            return accepted

        stepper.accepts = watched
        self.data = p.run(write=False)
        self.times = self.data["time"].values
        self.dt = np.diff(self.times)
        self.error = float(self.data["error"].max())


@pytest.mark.parametrize("rate", [1.0, 1e4])
@pytest.mark.parametrize("scheme", ["bdf2", "implicit-euler"])
def test_the_error_stays_near_the_tolerance(problem, scheme, rate) -> None:
    """Where the front is, much of what is allowed is used; elsewhere the steps are far longer. The global
    error is some local ones, and a fraction of one if the equation is stiff."""
    run = Relaxation(problem, f"scheme={scheme}", f"rate={rate}")
    assert max(run.excess) < 1.001
    busy = np.abs(run.times[1:] - 1.0) < 0.05
    assert run.dt[busy].max() < 0.1 * run.dt.max()
    assert np.median(np.array(run.excess)[busy[1:]]) > 0.3
    low, high = (1e-3, 0.1) if rate == 1.0 else (1e-6, 1e-3)
    assert low < run.error < high


@pytest.mark.parametrize(("scheme", "order", "finer"), [("implicit-euler", 1, (1, 3)), ("bdf2", 2, (2, 6))])
def test_order_with_steps_as_they_come(problem, scheme, order, finer) -> None:
    runs = [Relaxation(problem, f"scheme={scheme}", f"tolerance={1e-3 / n ** (order + 1)}",
                       f"Executioner/TimeStepper/dt={1e-3 / n}") for n in finer]
    growth = len(runs[1].dt) / len(runs[0].dt)
    assert growth == pytest.approx(3.0, rel=0.2)
    assert np.log(runs[0].error / runs[1].error) / np.log(growth) == pytest.approx(order, abs=0.3)
    ratios = runs[1].dt[1:] / runs[1].dt[:-1]
    assert ratios.max() > 1.5 and ratios.min() < 0.8


def test_a_front_that_comes_by_surprise_is_met_with_repeated_steps(problem) -> None:
    """They are few, and twice as many equal steps have more than twice the error."""
    run = Relaxation(problem)
    assert 0 < run.refused < 0.2 * len(run.dt)
    assert run.times[-1] == 2.0
    begin, end = RELAXATION.index("  [TimeStepper]"), RELAXATION.index("[]\n[Outputs]")
    text = (RELAXATION[:begin] + RELAXATION[end:]).replace("tolerance = 1e-3\n", "")
    equal = problem(text, f"Executioner/dt={1.0 / len(run.dt)}")
    assert equal.run(write=False)["error"].max() > 2.0 * run.error


def test_times_that_must_be_hit(problem) -> None:
    """They are met without a tiny step before or after, and the steps go on as they were."""
    free, tied = Relaxation(problem), Relaxation(problem, "Outputs/csv=true",
                                                 "Outputs/sync_times=0.3011 0.7 1.61")
    for t in (0.3011, 0.7, 1.61, 2.0):
        at = np.flatnonzero(np.isclose(tied.times, t, rtol=0, atol=1e-14))
        assert len(at) == 1
        before = tied.dt[at[0] - 1]
        assert before > 0.4 * tied.dt[at[0] - 2]
        if t in (0.3011, 1.61):  # after 0.7 comes the front
            assert tied.dt[at[0]] > 0.9 * before
    assert len(tied.dt) <= len(free.dt) + 2 * 3
    assert tied.error < 2.0 * free.error


def test_one_to_two_steps_are_halved_and_nothing_else(problem) -> None:
    def times(*overrides):
        return Relaxation(problem, "rate=0", "g=-1", "slope=0", "Executioner/dtmax=0.3", *overrides).times

    steps = np.diff(times())
    assert steps[-1] == pytest.approx(steps[-2]) and 0.15 <= steps[-1] < 0.3
    assert steps[-3] == pytest.approx(0.3)
    one = times("Executioner/end_time=1e-3")
    assert len(one) == 2
    two = times("Executioner/end_time=1.5e-3")
    np.testing.assert_allclose(two, [0, 0.75e-3, 1.5e-3])


class Refuses(Kernel):
    """A sink whose residual is not a number where the step is longer than 0.04 past t = 0.5."""

    def value(self, q):
        return 0.0 * q.value(self.p.variable) + (float("nan") if q.t > 0.5 and q.dt > 0.04 else 0.0)


def test_a_solve_that_fails_is_cut(problem, register) -> None:
    register(Refuses)
    calm = Relaxation(problem, "Executioner/num_steps=14")
    run = Relaxation(problem, "Kernels/refuses/type=Refuses", "Kernels/refuses/variable=u")
    assert calm.dt.max() > 0.05
    late = run.times[1:] > 0.5
    assert run.dt[late].max() <= 0.04 and run.times[-1] == 2.0
    assert run.error < 0.05


def test_other_schemes_have_no_estimate(problem) -> None:
    with pytest.raises(DeckErrors, match="implicit-euler and bdf2 only"):
        problem(RELAXATION, "scheme=crank-nicolson")


@pytest.mark.parametrize("scheme", ["implicit-euler", "bdf2"])
def test_a_run_that_goes_on_from_a_checkpoint_takes_the_same_steps(same_in_pieces, scheme) -> None:
    """With repeated steps and times to hit on the way, and stops at each stage of the start."""
    run = (f"scheme = {scheme}\n predictor = true\n predictor_order = 2\n [TimeStepper]\n"
           " type = LocalErrorDT\n dt = 0.01\n tolerance = 4e-4\n []")
    whole = same_in_pieces(field(run), (1, 2, 3, 5, 8), "Outputs/sync_times=0.1 0.17")
    assert whole.step > 10
