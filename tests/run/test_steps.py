"""Stepping through time: the times that are hit, and when a run stops."""

from __future__ import annotations

import io
from pathlib import Path

import numpy
import pytest
import xarray
from alces.hit import load as load_deck
from alces.output import Console
from alces.run.problem import Problem

BASE = (Path(__file__).parent / "decay.i").read_text()


def deck(kernel="Reaction", more="", run="dt = 0.25\n end_time = 1"):
    return BASE.format(kernel=kernel, more=more, run=run)


def with_console(tmp_path, text, verbose=False):
    path = tmp_path / "deck.i"
    path.write_text(text)
    stream = io.StringIO()
    return Problem(load_deck(str(path)), path, Console(stream, verbose=verbose)), stream


def steps(problem, text):
    return problem(text).run(write=False).time.values


# -- times --------------------------------------------------------------------------------------------
def test_dataset_of_a_run(problem):
    data = problem(deck(run="dt = 0.25\n end_time = 1")).run(write=False)
    assert isinstance(data, xarray.Dataset)
    numpy.testing.assert_allclose(data.time, [0, 0.25, 0.5, 0.75, 1.0], rtol=1e-15)
    assert data.u.dims == ("time", "node") and data.u.shape == (5, 3)
    numpy.testing.assert_allclose(data.u[:, 0], 1.25 ** -numpy.arange(5.0), rtol=1e-10)


@pytest.mark.parametrize(("dt", "n"), [(0.1, 10), (0.3, 4), (1 / 7, 7), (5.0, 1)])
def test_end_time_is_hit_exactly(problem, dt, n):
    times = steps(problem, deck(run=f"dt = {dt!r}\n end_time = 1"))
    assert times[-1] == 1.0 and len(times) == n + 1


def test_start_time_and_num_steps(problem):
    numpy.testing.assert_allclose(
        steps(problem, deck(run="start_time = 2\n dt = 0.5\n num_steps = 3")), [2, 2.5, 3, 3.5]
    )
    p = problem(deck(run="start_time = 2\n dt = 0.5\n num_steps = 3"))
    assert p.state.t == 2.5  # residual() before a run is that of the first step


def test_dtmax(problem):
    numpy.testing.assert_allclose(
        steps(problem, deck(run="dt = 1\n dtmax = 0.4\n end_time = 1")), [0, 0.4, 0.8, 1.0]
    )


def test_sync_times_are_hit_and_the_steps_recover(problem):
    times = steps(
        problem,
        deck(more="[Outputs]\n sync_times = '0.33 0.71'\n csv = true\n[]", run="dt = 0.25\n end_time = 1"),
    )
    numpy.testing.assert_allclose(times, [0, 0.25, 0.33, 0.49, 0.71, 0.96, 1.0], rtol=1e-14)
    assert 0.33 in times and 0.71 in times
    assert (numpy.diff(times) <= 0.25 + 1e-12).all()


def test_predictor_saves_iterations_and_keeps_the_answer(problem):
    quadratic = deck("Reaction", run="dt = 0.05\n end_time = 1")
    plain, predicted = (
        problem(quadratic).run(write=False),
        problem(quadratic.replace("dt =", "predictor = true\n dt =")).run(write=False),
    )
    numpy.testing.assert_allclose(predicted.u, plain.u, rtol=1e-10)


def test_steady_state_detection(tmp_path):
    p, out = with_console(
        tmp_path,
        deck(
            more="[BCs]\n [l]\n type = DirichletBC\n variable = u\n boundary = left\n value = 1\n []\n []",
            run="dt = 1\n end_time = 1e6\n steady_state_detection = true\n steady_state_tolerance = 1e-7",
        ),
    )
    data = p.run(write=False)
    assert 5 < data.sizes["time"] < 40
    assert "steady state reached" in out.getvalue()
