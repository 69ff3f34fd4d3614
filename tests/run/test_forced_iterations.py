"""Newton iterations that are done in any case, and solves that are given up."""

from __future__ import annotations

import pytest
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
  [u]
    type = Reaction
    variable = u
  []
  [one]
    type = BodyForce
    variable = u
  []
[]
[Postprocessors]
  [its]
    type = NumNonlinearIterations
  []
[]
[Executioner]
  type = Steady
  %s
[]
"""


@pytest.mark.parametrize(("lines", "its"), [("", 1), ("nl_forced_its = 1", 1), ("nl_abs_tol = 1e3", 0)])
def test_iterations(problem, lines, its):
    assert float(problem(DECK % lines).run(write=False).its[-1]) == its


def test_forced_iteration(problem):
    data = problem(DECK % "nl_abs_tol = 1e3\n  nl_forced_its = 1").run(write=False)
    assert float(data.its[-1]) == 1 and float(data.u[-1, 0]) == pytest.approx(1.0)


def test_growth(problem):
    with pytest.raises(DidNotConverge, match="grew beyond bounds"):
        problem(DECK % "nl_div_tol = 0.9").run(write=False)
