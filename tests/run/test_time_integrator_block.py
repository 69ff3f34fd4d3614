"""[Executioner/TimeIntegrator] and scheme, in MOOSE's spellings: u' = -u from 1 in four steps of 1/4."""

from __future__ import annotations

import math

import pytest
from alces.hit import DeckErrors

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Variables]
  [u]
    initial_condition = 1
  []
[]
[Kernels]
  [t]
    type = TimeDerivative
    variable = u
  []
  [r]
    type = Reaction
    variable = u
  []
[]
[Executioner]
  type = Transient
  num_steps = 4
  dt = 0.25
  nl_rel_tol = 1e-12
  @
[]
"""


def bdf2() -> float:
    """3/2 u - 2 u_old + 1/2 u_older = -u/4, the first step by implicit Euler."""
    older, old = 1.0, 0.8
    for _ in range(3):
        older, old = old, (2.0 * old - 0.5 * older) / 1.75
    return old


def dirk2() -> float:
    """Stability function of Alexander's method at z = -1/4."""
    g = 1.0 - math.sqrt(0.5)
    return (1.0 - (1.0 - 2.0 * g) / 4.0) / (1.0 + g / 4.0) ** 2


@pytest.mark.parametrize("how", ["scheme = {}", "[TimeIntegrator]\n    type = {}\n  []"])
@pytest.mark.parametrize(
    ("names", "end"),
    [
        (("implicit-euler", "ImplicitEuler"), 0.8**4),
        (("crank-nicolson", "CrankNicolson"), (0.875 / 1.125) ** 4),
        (("BDF2", "BDF2"), bdf2()),
        (("implicit-midpoint", "ImplicitMidpoint"), (0.875 / 1.125) ** 4),
        (("dirk", "LStableDirk2"), dirk2() ** 4),
        (("lstable-dirk3", "LStableDirk3"), 0.36784),
        (("lstable-dirk4", "LStableDirk4"), 0.36788),
        (("astable-dirk4", "AStableDirk4"), 0.36788),
    ],
)
def test_end_value(problem, how, names, end):
    line = how.format(names["type" in how])
    data = problem(DECK.replace("@", line)).run(write=False)
    rounded = end in (0.36784, 0.36788)
    assert data["u"].values[-1].ravel() == pytest.approx(end, rel=3e-4 if rounded else 1e-9)


def test_safe_start_belongs_to_one_type(problem):
    problem(DECK.replace("@", "[TimeIntegrator]\n type = AStableDirk4\n safe_start = false\n []"))
    with pytest.raises(DeckErrors, match="safe_start' goes with type = AStableDirk4"):
        problem(DECK.replace("@", "[TimeIntegrator]\n type = LStableDirk4\n safe_start = false\n []"))
