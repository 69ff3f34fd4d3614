"""Orders of convergence in time: heat in a bar whose temperature is quadratic in space, hence exact there."""

from __future__ import annotations

import numpy as np
import pytest

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
  elem_type = EDGE3
[]
[Variables]
  [u]
    order = SECOND
  []
[]
[Functions]
  [exact]
    type = ParsedFunction
    expression = '(1 + x*(1 - x))*cos(3*t)'
  []
[]
[ICs]
  [u]
    type = FunctionIC
    variable = u
    function = exact
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [conduction]
    type = Diffusion
    variable = u
  []
  [source]
    type = BodyForce
    variable = u
    function = '-3*(1 + x*(1 - x))*sin(3*t) + 2*cos(3*t)'
  []
[]
[BCs]
  [u]
    type = FunctionDirichletBC
    variable = u
    boundary = 'left right'
    function = exact
  []
[]
[Postprocessors]
  [error]
    type = ElementL2Error
    variable = u
    function = exact
  []
[]
[Executioner]
  type = Transient
  scheme = %s
  solve_type = NEWTON
  nl_rel_tol = 1e-12
  end_time = 1
  [TimeStepper]
    type = TimeSequenceStepper
    time_sequence = '%s'
  []
[]
"""
STEPS = (20, 40, 80)


def _times(n: int, variable: bool) -> str:
    """Ends of n steps on [0, 1]; variable: they alternate between 1.3/n and 0.7/n."""
    return " ".join(repr((i + (0.3 if variable and i % 2 else 0.0)) / n) for i in range(1, n + 1))


@pytest.mark.parametrize("variable", [False, True])
@pytest.mark.parametrize("scheme, expected", [("implicit-euler", 1), ("bdf2", 2), ("crank-nicolson", 2)])
def test_order_in_time(scheme, expected, variable, tmp_path, columns, order):
    errors = []
    for n in STEPS:
        deck = tmp_path / f"{n}.i"
        deck.write_text(DECK % (scheme, _times(n, variable)))
        found = columns(deck)
        assert len(found["time"]) in (n, n + 1)  # with or without the initial state
        errors.append(found["error"][-1])
    slope = order(f"{scheme}, {'alternating' if variable else 'equal'} steps", [1 / n for n in STEPS], errors,
                  expected)
    assert slope < expected + 0.5


@pytest.mark.parametrize("scheme, power", [("implicit-euler", 1), ("bdf2", 2), ("crank-nicolson", 2)])
def test_polynomials_in_time_are_exact(scheme, power, tmp_path, columns):
    """u = t^power is met exactly on steps of any length. BDF2 starts with implicit Euler; what that leaves
    behind on t^2 dies out as the slowest mode of the bar does, e^(-pi^2 t), and nothing is added."""
    text = DECK % (scheme, _times(40, True))
    text = text.replace("(1 + x*(1 - x))*cos(3*t)", f"t^{power}").replace(
        "-3*(1 + x*(1 - x))*sin(3*t) + 2*cos(3*t)", f"{power}*t^{power - 1}")
    deck = tmp_path / "deck.i"
    deck.write_text(text)
    found = columns(deck)
    middle, end = (found["error"][np.searchsorted(found["time"], t - 1e-9)] for t in (0.5, 1.0))
    if scheme == "bdf2":
        assert middle < 1 / 40**2 and end < middle * np.exp(-0.9 * np.pi**2 / 2)
    else:
        assert np.max(found["error"]) < 1e-13
