"""[UserObjects/Terminator]: runs that end, fail, or repeat a step on a condition."""

from __future__ import annotations

import alces
import numpy
import pytest
from alces.hit import DeckErrors
from alces.run.executioner import DidNotConverge

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [source]
    type = BodyForce
    variable = u
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [length]
    type = TimestepSize
  []
  [steps]
    type = CumulativeValuePostprocessor
    postprocessor = one
  []
  [one]
    type = Receiver
    default = 1
  []
[]
[UserObjects]
  [stop]
    type = Terminator
    %s
  []
[]
[Executioner]
  type = Transient
  dt = 0.4
  end_time = 2
  dtmin = 0.01
[]
"""


@pytest.fixture
def run(problem):
    def go(lines, *overrides):
        return problem(DECK % lines.replace("\n", "\n    "), *overrides).run(write=False)

    return go


def test_hard_stop_keeps_the_step(run):
    data = run("expression = 'mean > 1 & length > 0.1'")
    numpy.testing.assert_allclose(data.time, [0, 0.4, 0.8, 1.2])
    numpy.testing.assert_allclose(data["mean"], [0, 0.4, 0.8, 1.2])


def test_condition_that_never_holds(run):
    assert len(run("expression = 'mean > 7'").time) == 6


def test_soft_stop_repeats_the_step(run):
    """Steps above 0.15 are rejected twice: 0.4, 0.2, 0.1; then grow by two, and again."""
    data = run("expression = 'length > 0.15'\nfail_mode = SOFT", "Executioner/num_steps=3")
    numpy.testing.assert_allclose(data.time, [0, 0.1, 0.2, 0.3], rtol=1e-12)
    numpy.testing.assert_allclose(data["mean"], data.time, atol=1e-12)
    numpy.testing.assert_allclose(data.steps[1:], [1, 2, 3])  # sums over steps forget rejected ones


def test_soft_stop_for_ever(run):
    with pytest.raises(DidNotConverge, match=r"rejected.*dtmin = 0\.01"):
        run("expression = 'mean >= 0'\nfail_mode = SOFT")


@pytest.mark.parametrize("mode", ["HARD", "SOFT"])
def test_error_level_error_fails(run, mode):
    with pytest.raises(DidNotConverge, match=r"^too much$"):
        run(f"expression = 'mean > 1'\nerror_level = ERROR\nmessage = 'too much'\nfail_mode = {mode}")


def test_skipped_evaluations(run):
    assert len(run("expression = 'mean > 0'\nskip_evals = 2").time) == 1 + 3
    assert len(run("expression = 'mean >= 0'\nexecute_on = INITIAL").time) == 1
    assert len(run("expression = 'mean > -1'\nexecute_on = 'INITIAL TIMESTEP_END'\nskip_evals = 2").time) == 3


@pytest.mark.parametrize(
    ("level", "shown"),
    [("", "Terminator 'stop': mean > 1"), ("error_level = WARNING", "warning: Terminator 'stop': mean > 1"),
     ("error_level = NONE", None), ("message = enough", "enough")],
)
def test_message(problem, capsys, level, shown):
    made = problem(DECK % f"expression = 'mean > 1'\n    {level}")
    made.console = alces.output.Console()
    made.run(write=False)
    said = capsys.readouterr()
    told = (said.out + said.err).lower()
    assert shown.lower() in told if shown else "terminator" not in told


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("expression = 'meen > 1'", "the postprocessor 'meen'.*does not exist.*did you mean 'mean'"),
        ("expression = 'mean >'", "'UserObjects/stop/expression'"),
        ("fail_mode = SOFT", "missing required parameter"),
        ("expression = 'mean > 1'\nexecute_on = LINEAR", "is not one of"),
    ],
)
def test_mistakes(run, lines, message):
    with pytest.raises(DeckErrors, match=message):
        run(lines)


def test_steady_solution_can_be_refused(problem):
    text = DECK.replace("  dt = 0.4\n  end_time = 2\n  dtmin = 0.01\n", "").replace("Transient", "Steady")
    text = text.replace("type = TimeDerivative", "type = Reaction")
    stop = "expression = 'mean > 0.5'"
    assert float(problem(text % stop).run(write=False)["mean"][-1]) == pytest.approx(1.0)
    with pytest.raises(DidNotConverge, match="rejected"):
        problem(text % (stop + "\n    fail_mode = SOFT")).run(write=False)
