"""Order of the time integrators, with equal and with varying steps."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.physics import Kernel
from alces.run.integrators import rate
from alces.run.tableaus import TABLEAUS

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
STAGES = {
    "implicit-midpoint": 2, "lstable-dirk2": 2, "lstable-dirk3": 3, "lstable-dirk4": 4, "astable-dirk4": 4,
}


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


@pytest.mark.parametrize("scheme", sorted(STAGES))
def test_order_conditions(scheme):
    """b.1 = 1, b.c = 1/2, b.c^2 = 1/3, b.A.c = 1/6, and the four of order 4."""
    tableau, order = TABLEAUS[scheme], STAGES[scheme]
    n = len(tableau.a)
    a = numpy.array([[*row, *[0.0] * (n - len(row))] for row in tableau.a])
    b, c = numpy.array(tableau.b or tableau.a[-1]), numpy.array(tableau.c)
    assert len(set(numpy.diag(a))) == 1
    last = [(b @ c**3, 1 / 4), (b @ (c * (a @ c)), 1 / 8), (b @ a @ c**2, 1 / 12), (b @ a @ a @ c, 1 / 24)]
    found = {1: [(b.sum(), 1)], 2: [(b @ c, 1 / 2)], 3: [(b @ c**2, 1 / 3), (b @ a @ c, 1 / 6)], 4: last}
    for k in range(1, order + 1):
        for value, want in found[k]:
            assert value == pytest.approx(want, abs=1e-14)
    infinity = 1.0 - b @ numpy.linalg.solve(a, numpy.ones(n))  # stability function there
    assert abs(infinity) < 1e-12 if scheme.startswith("l") else abs(infinity) <= 1.0 + 1e-12


@pytest.mark.parametrize("scheme", sorted(STAGES))
@pytest.mark.parametrize("stepper", ["", VARYING], ids=["equal", "varying"])
def test_order_on_decay_in_stages(problem, scheme, stepper):
    coarse, fine = (error(problem, scheme, dt, stepper) for dt in (0.05, 0.0125))
    assert math.log(coarse / fine, 4) == pytest.approx(STAGES[scheme], abs=0.2)


@pytest.mark.parametrize(("scheme", "stability"), [
    ("implicit-midpoint", lambda z: (1 + z / 2) / (1 - z / 2)),
    ("lstable-dirk2", lambda z: (1 + (math.sqrt(2) - 1) * z) / (1 - (1 - math.sqrt(0.5)) * z) ** 2),
])
def test_one_step_in_stages_by_hand(problem, scheme, stability):
    """The stability function at z = -1/10."""
    data = problem(DECAY.format(scheme=scheme, dt=0.1, stepper="num_steps = 1")).run(write=False)
    numpy.testing.assert_allclose(data.u[-1], stability(-0.1), rtol=1e-12)


def test_safe_start(problem):
    """The first step of astable-dirk4 is one of lstable-dirk4, unless the deck says otherwise."""
    ends = {}
    bold = "safe_start = false"
    for scheme, more in (("astable-dirk4", ""), ("lstable-dirk4", ""), ("astable-dirk4", bold)):
        text = DECAY.format(scheme=scheme, dt=0.1, stepper="num_steps = 1\n" + more)
        ends[scheme, more] = float(problem(text).run(write=False).u[-1, 0])
    first, safe, other = ends.values()
    assert first == safe != other and other == pytest.approx(safe, rel=1e-5)


def test_values_at_the_end_of_a_step(problem):
    """Prescribed values are those of the end, the time is too, and iterations are those of all stages."""
    for scheme in STAGES:
        p = problem(DIFFUSION.format(scheme=scheme, dt=0.1))
        p.run(write=False)
        end = math.sin(0.2) + math.cos(0.2)
        assert p.state.t == 0.2 and p.state.dt == pytest.approx(0.1)
        assert p.state.u[p.system.constrained] == pytest.approx(end, rel=1e-14)
        assert p.newton_iterations == len(TABLEAUS[scheme].a)


def test_a_stage_that_fails_cuts_the_step(problem, register):
    class Late(Kernel):
        """A decay that does not exist after t = 0.5 in a step longer than 0.2."""

        def value(self, q):
            return q.value(self.p.variable) * (math.nan if q.t > 0.5 and q.dt > 0.12 else 1.0)

    register(Late)
    text = DECAY.format(scheme="lstable-dirk3", dt=0.25, stepper="").replace("type = Reaction", "type = Late")
    data = problem(text).run(write=False)
    assert numpy.diff(data.time.values).min() < 0.13
    assert float(data.u[-1, 0]) == pytest.approx(math.exp(-1.0), rel=1e-3)
