"""Terms at the old time: ``implicit = false``."""

import numpy
import pytest

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
  [rate]
    type = TimeDerivative
    variable = u
  []
  [decay]
    type = Reaction
    variable = u
    implicit = %s
  []
[]
[Executioner]
  type = Transient
  scheme = explicit-euler
  dt = 0.25
  num_steps = 4
[]
"""


@pytest.mark.parametrize(("implicit", "factor"), [("false", 0.75), ("true", 1 / 1.25)])
def test_decay(problem, implicit, factor):
    """Explicit Euler multiplies by 1 - dt each step, implicit Euler by 1/(1 + dt)."""
    p = problem(DECK % implicit)
    p.run(write=False)
    numpy.testing.assert_allclose(p.state.u, factor**4, rtol=1e-9)


def test_sources_and_conditions_are_taken_at_the_old_time(problem):
    """du/dt = t from 0: the explicit sum 0 + 0.25 (0 + 0.25 + 0.5 + 0.75) at the free end."""
    text = (
        DECK % "false"
        + """
[Kernels/source]
  type = BodyForce
  variable = u
  function = t
  implicit = false
[]
[Kernels/growth]
  type = Reaction
  variable = u
  rate = -1
  implicit = false
[]
"""
    )
    p = problem(text, "Variables/u/initial_condition=0")
    p.run(write=False)
    numpy.testing.assert_allclose(p.state.u, 0.375, rtol=1e-9)


def test_a_prescribed_value_of_the_old_time(problem):
    text = (
        DECK % "false"
        + """
[BCs]
  [end]
    type = FunctionDirichletBC
    variable = u
    boundary = right
    function = '1 + t'
    implicit = false
  []
[]
"""
    )
    p = problem(text)
    p.run(write=False)
    assert p.state.u[-1] == pytest.approx(1.75)


def test_the_name_of_the_integrator(problem):
    p = problem(
        (DECK % "false").replace(
            "  scheme = explicit-euler\n", "  [TimeIntegrator]\n    type = ExplicitEuler\n  []\n"
        )
    )
    p.run(write=False)
    numpy.testing.assert_allclose(p.state.u, 0.75**4, rtol=1e-9)
