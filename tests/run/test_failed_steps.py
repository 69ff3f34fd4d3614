"""Steps that fail: what is cut, said and kept, and what a rejected step leaves behind."""

from __future__ import annotations

import io
import math
from pathlib import Path

import alces
import numpy
import pytest
import xarray
from alces.hit import load as load_deck
from alces.output import Console
from alces.params import POSTPROCESSOR, Param
from alces.physics import Kernel, Material, TimeStepper
from alces.run.executioner import DidNotConverge
from alces.run.problem import Problem

BASE = (Path(__file__).parent / "decay.i").read_text()


class Refuses(Kernel):
    """A decay whose residual is not a number where the step is longer than 0.1."""

    def value(self, q):
        u = q.value(self.p.variable)
        return u * math.nan if q.dt > 0.1 else u


class Grows(Material):
    """A stateful count of how often it was committed."""

    def provides(self):
        return {"count": "scalar"}

    def state(self):
        return {"count": 0.0}

    def properties(self, q):
        return {"count": q.state("count") + 1.0}


def deck(kernel="Reaction", more="", run="dt = 0.25\n end_time = 1"):
    return BASE.format(kernel=kernel, more=more, run=run)


def with_console(tmp_path, text, verbose=False):
    path = tmp_path / "deck.i"
    path.write_text(text)
    stream = io.StringIO()
    return Problem(load_deck(str(path)), path, Console(stream, verbose=verbose)), stream


# -- failures ---------------------------------------------------------------------------------------------
def test_a_failed_step_is_cut_and_the_reason_printed(tmp_path, register):
    register(Refuses)
    p, out = with_console(tmp_path, deck("Refuses", run="dt = 0.3\n end_time = 0.3"))
    data = p.run(write=False)
    times = data.time.values
    assert times[1] == pytest.approx(0.075) and times[-1] == 0.3
    lines = [line for line in out.getvalue().splitlines() if "failed" in line]
    assert "step to time 0.3 failed: the residual is not a number; dt 0.3 -> 0.15" in lines[0]
    assert "dt 0.15 -> 0.075" in lines[1]
    want = numpy.cumprod(1 / (1 + numpy.diff(times)))
    numpy.testing.assert_allclose(data.u[1:, 0], want, rtol=1e-10)  # every step starts from the accepted one


@pytest.mark.parametrize("scheme", ["bdf2", "crank-nicolson"])
def test_a_cut_step_of_other_schemes(problem, register, scheme):
    register(Refuses)
    data = problem(deck("Refuses", run=f"scheme = {scheme}\n dt = 0.15\n end_time = 1")).run(write=False)
    assert numpy.diff(data.time.values).max() <= 0.1
    assert float(data.u[-1, 0]) == pytest.approx(math.exp(-1), rel=4e-3)


def test_dtmin_ends_the_run_and_keeps_the_files(problem, register, tmp_path):
    class RefusesLater(Kernel):
        """Solvable until t = 0.5."""

        def value(self, q):
            return q.value(self.p.variable) * (math.nan if q.t > 0.51 else 1.0)

    register(RefusesLater)
    p = problem(
        deck(
            "RefusesLater",
            more="[Outputs]\n csv = true\n exodus = true\n netcdf = true\n[]\n"
            "[Postprocessors]\n [m]\n type = ElementAverageValue\n variable = u\n []\n[]",
            run="dt = 0.25\n end_time = 1\n dtmin = 0.05",
        )
    )
    with pytest.raises(
        DidNotConverge, match=r"step 3 at t = 0\.5 did not converge .*not a number.*dtmin = 0\.05"
    ):
        p.run()
    assert p.state.t == 0.5
    written = xarray.open_dataset(tmp_path / "deck_out.nc")
    numpy.testing.assert_allclose(written.time.values.astype(float), [0, 0.25, 0.5])
    numpy.testing.assert_allclose(p.state.u, 1.25**-2, rtol=1e-10)  # the last accepted state
    rows = (tmp_path / "deck_out.csv").read_text().splitlines()
    assert len(rows) == 1 + 3
    exodus = xarray.open_dataset(tmp_path / "deck_out.e", decode_times=False)
    numpy.testing.assert_allclose(exodus.time_whole, [0, 0.25, 0.5])


def test_a_stepper_that_asks_for_nonsense(problem, register):
    class Nonsense(TimeStepper):
        """Wants to go back."""

        def first(self, report):
            return 0.1

        def next(self, report):
            return -1.0

    register(Nonsense)
    p = problem(deck(run="end_time = 1\n [TimeStepper]\n type = Nonsense\n []"))
    with pytest.raises(alces.hit.DeckErrors, match=r"the time stepper asked for dt = -1"):
        p.run(write=False)


def test_end_before_start_is_a_mistake(problem):
    with pytest.raises(alces.hit.DeckErrors, match="must be after start_time"):
        problem(deck(run="end_time = -1"))


def test_a_steady_solve_that_fails(problem, register):
    class Hopeless(Kernel):
        """u^2 + 1 = 0."""

        def value(self, q):
            return q.value(self.p.variable) ** 2 + 1.0

    register(Hopeless)
    text = deck("Hopeless").replace("Transient", "Steady").replace("dt = 0.25\n end_time = 1", "")
    with pytest.raises(DidNotConverge, match="steady solve did not converge"):
        problem(text.replace("  [t]\n    type = TimeDerivative\n    variable = u\n  []\n", "")).run(
            write=False
        )


# -- state ------------------------------------------------------------------------------------------------
def test_state_is_committed_once_per_accepted_step(problem, register):
    register(Refuses, Grows)
    p = problem(
        deck(
            "Refuses",
            more="[Materials]\n [g]\n type = Grows\n []\n[]\n[Postprocessors]\n [c]\n"
            " type = ElementAverageMaterialProperty\n mat_prop = count\n []\n[]",
            run="dt = 0.4\n end_time = 0.4",
        )
    )
    data = p.run(write=False)
    accepted = data.sizes["time"] - 1
    assert accepted > 1  # it had to be cut
    numpy.testing.assert_allclose(data.c[1:], numpy.arange(1, accepted + 1))
    (kept,) = (p.state.material[d.key]["count"] for d in p.system.cells)
    numpy.testing.assert_allclose(kept, accepted)


def test_a_rejected_step_leaves_no_trace(problem, register):
    """The same accepted times give the same numbers, whether or not steps were rejected between them."""
    register(Refuses, Grows)
    cut = problem(deck("Refuses", run="dt = 0.16\n end_time = 0.32\n scheme = bdf2"))
    data = cut.run(write=False)
    times = data.time.values

    class Replay(TimeStepper):
        """The accepted steps of the other run."""

        def first(self, report):
            return times[1]

        def next(self, report):
            return times[report.step + 1] - times[report.step]

    register(Replay)
    straight = problem(
        deck("Refuses", run="end_time = 0.32\n scheme = bdf2\n [TimeStepper]\n type = Replay\n []")
    )
    again = straight.run(write=False)
    numpy.testing.assert_allclose(again.time.values, times, rtol=1e-14)
    numpy.testing.assert_allclose(again.u, data.u, rtol=1e-12)


def test_what_steppers_are_told(problem, register):
    seen = []

    class Watches(TimeStepper):
        """Notes its reports."""

        parameters = (Param("pp", POSTPROCESSOR, doc="any"),)

        def first(self, report):
            seen.append(report)
            return 0.15

        def next(self, report):
            seen.append(report)
            return 0.05

    register(Watches, Refuses)
    p = problem(
        deck(
            "Refuses",
            more="[Postprocessors]\n [m]\n type = ElementAverageValue\n variable = u\n []\n[]\n"
            "[Functions]\n [f]\n type = ParsedFunction\n expression = '3 * t'\n []\n[]",
            run="num_steps = 2\n [TimeStepper]\n type = Watches\n pp = m\n []",
        )
    )
    seen.clear()
    p.run(write=False)
    first, second = seen
    assert (first.step, first.time, first.dt, first.cut) == (0, 0.0, 0.0, False)
    assert (second.step, second.cut) == (1, True)
    assert second.time == second.dt == pytest.approx(0.075)
    assert second.newton_iterations == 1
    assert (
        second.function("f", 2.0) == 6.0
        and second.function(4.0, 1.0) == 4.0
        and second.function("t^2", 3.0) == 9.0
    )
    assert second.postprocessor(7.0) == 7.0


def test_a_second_run_begins_anew(problem, register):
    register(Grows)
    p = problem(
        deck(
            more="[Materials]\n [g]\n type = Grows\n []\n[]\n[Postprocessors]\n [c]\n"
            " type = ElementAverageMaterialProperty\n mat_prop = count\n []\n[]"
        )
    )
    first, second = p.run(write=False), p.run(write=False)
    xarray.testing.assert_allclose(first, second)


@pytest.mark.parametrize(
    "how",
    [
        "[Outputs]\n [c]\n type = Console\n verbose = true\n []\n[]",
        "[Debug]\n show_var_residual_norms = true\n[]",
    ],
)
def test_a_verbose_console_prints_every_iteration(tmp_path, how):
    p, out = with_console(tmp_path, deck(more=how, run="dt = 0.25\n num_steps = 1"))
    p.run(write=False)
    lines = out.getvalue().splitlines()
    assert any("newton  0  |R| =" in line and " u " in line for line in lines)
    assert any("newton  1" in line for line in lines)
    p, out = with_console(tmp_path, deck(run="dt = 0.25\n num_steps = 1"))
    p.run(write=False)
    assert "newton  0" not in out.getvalue()
