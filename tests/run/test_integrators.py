"""Order of the time integrators, with equal and with varying steps."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.run.integrators import rate

DECAY = """
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
  scheme = {scheme}
  end_time = 1
  nl_rel_tol = 1e-12
  dt = {dt}
  {stepper}
[]
"""
VARYING = """
  [TimeStepper]
    type = FunctionDT
    function = '{dt} * (1 + 0.5 * sin(9 * t))'
  []
"""
ORDER = {"implicit-euler": 1, "bdf2": 2, "crank-nicolson": 2}


def error(problem, scheme, dt, stepper=""):
    data = problem(DECAY.format(scheme=scheme, dt=dt, stepper=stepper.format(dt=dt))).run(write=False)
    assert float(data.time[-1]) == pytest.approx(1.0, abs=1e-12)
    return abs(float(data.u[-1, 0]) - math.exp(-1.0))


@pytest.mark.parametrize("scheme", sorted(ORDER))
@pytest.mark.parametrize("stepper", ["", VARYING], ids=["equal", "varying"])
def test_order_on_decay(problem, scheme, stepper):
    coarse, fine = (error(problem, scheme, dt, stepper) for dt in (0.01, 0.0025))
    assert math.log(coarse / fine, 4) == pytest.approx(ORDER[scheme], abs=0.1)


@pytest.mark.parametrize(("scheme", "want"), [("implicit-euler", 1 / 1.1), ("crank-nicolson", 0.95 / 1.05)])
def test_one_step_by_hand(problem, scheme, want):
    data = problem(DECAY.format(scheme=scheme, dt=0.1, stepper="num_steps = 1")).run(write=False)
    numpy.testing.assert_allclose(data.u[-1], want, rtol=1e-12)


def test_two_steps_of_bdf2_by_hand(problem):
    """Implicit Euler first, then (3/2 u - 2 u1 + 1/2 u0)/dt = -u."""
    data = problem(DECAY.format(scheme="bdf2", dt=0.1, stepper="num_steps = 2")).run(write=False)
    first = 1 / 1.1
    numpy.testing.assert_allclose(data.u[-1], (2 * first - 0.5) / (1.5 + 0.1), rtol=1e-12)


@pytest.mark.parametrize("w", [0.3, 1.0, 2.5])
def test_bdf2_differentiates_parabolas_exactly(w):
    dt_old = 0.4
    dt = w * dt_old
    t = numpy.array([2.0, 2.0 + dt_old, 2.0 + dt_old + dt])
    older, old, now = (numpy.array([1.0, s, s * s]) for s in t)
    made = rate("bdf2", dt, old, dt_old, older)
    numpy.testing.assert_allclose(made.slope * now + made.offset, [0.0, 1.0, 2.0 * t[2]], atol=1e-12)
    assert not made.averaged and rate("crank-nicolson", dt, old).averaged


DIFFUSION = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 16
  elem_type = EDGE3
[]
[Variables]
  [u]
    order = SECOND
  []
[]
[ICs]
  [u]
    type = FunctionIC
    variable = u
    function = 'sin(pi * x) + 1'
  []
[]
[Kernels]
  [t]
    type = TimeDerivative
    variable = u
  []
  [d]
    type = Diffusion
    variable = u
  []
  [source]
    type = BodyForce
    variable = u
    function = 'cos(t) - sin(t)'
  []
[]
[BCs]
  [ends]
    type = FunctionDirichletBC
    variable = u
    boundary = 'left right'
    function = 'sin(t) + cos(t)'
  []
[]
[Postprocessors]
  [error]
    type = ElementL2Error
    variable = u
    function = 'sin(pi * x) * exp(-pi^2 * t) + sin(t) + cos(t)'
  []
[]
[Executioner]
  type = Transient
  scheme = {scheme}
  end_time = 0.2
  nl_rel_tol = 1e-12
  dt = {dt}
[]
"""


@pytest.mark.parametrize("scheme", sorted(ORDER))
def test_order_on_diffusion_with_moving_ends_and_a_source(problem, scheme):
    """u = sin(pi x) exp(-pi^2 t) + sin t + cos t."""
    errors = [
        float(problem(DIFFUSION.format(scheme=scheme, dt=dt)).run(write=False).error[-1])
        for dt in (0.01, 0.0025)
    ]
    assert math.log(errors[0] / errors[1], 4) == pytest.approx(ORDER[scheme], abs=0.1)
    assert errors[1] < (0.01 if ORDER[scheme] == 1 else 5e-4)
