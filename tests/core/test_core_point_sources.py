"""Point sources: the field of a load on a string, conservation, sources that follow time."""

import numpy as np
import pytest
from alces.hit import DeckErrors
from alces.physics import DiracKernel
from alces.physics.sample import SamplePoints
from alces_core.dirackernels.constant_point_source import ConstantPointSource
from alces_core.dirackernels.function_dirac_source import FunctionDiracSource

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = 4
  ny = 4
  elem_type = {cells}
  xmax = 2
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [diffusion]
    type = Diffusion
    variable = u
  []
  [sink]
    type = Reaction
    variable = u
    rate = {rate}
  []
[]
[DiracKernels]
  [load]
    {load}
    variable = u
  []
[]
[BCs]
  active = '{bcs}'
  [ends]
    type = DirichletBC
    variable = u
    boundary = 'left right'
    value = 0
  []
[]
[Executioner]
  type = Steady
[]
"""
LINE = {"dim": 1, "cells": "EDGE2", "rate": 0, "bcs": "ends"}
FACE = {"dim": 2, "cells": "QUAD4", "rate": 2, "bcs": ""}


def filled(load, **values):
    text = DECK
    for name, value in {**values, "load": load}.items():
        text = text.replace("{" + name + "}", str(value))
    return text


@pytest.mark.parametrize("x", [0.5, 0.7, 1.0, 1.9])
def test_a_load_on_a_string(problem, x):
    """-u'' = 3 delta(x - a), u(0) = u(2) = 0: linear on both sides, exact at the nodes in one dimension."""
    made = problem(filled(f"type = ConstantPointSource\n value = 3\n point = '{x} 0 0'", **LINE))
    made.run(write=False)
    nodes = np.linspace(0, 2, 5)
    exact = 3 * np.where(nodes < x, nodes * (2 - x), x * (2 - nodes)) / 2
    np.testing.assert_allclose(made.state.u, exact, atol=1e-9)


@pytest.mark.parametrize("point", ["1 0.5 0", "0.5 0.3 0", "0.61 0.27 0", "0 0 0"])
@pytest.mark.parametrize("cells", ["QUAD4", "TRI3", "QUAD9"])
def test_one_cell_takes_the_source(problem, point, cells):
    """The integral of -lap u + 2 u = 3 delta without flux through the boundary: 2 int u = 3."""
    load = f"type = ConstantPointSource\n value = 3\n point = '{point}'"
    made = problem(filled(load, **{**FACE, "cells": cells}))
    load = made.residual()
    assert load.sum() == pytest.approx(-3.0)  # u = 0, and the shape functions add up to one
    if point in ("1 0.5 0", "0 0 0"):  # a node takes all of it
        assert np.count_nonzero(np.abs(load) > 1e-12) == 1
    made.run(write=False)
    assert made.jacobian().sum(axis=0) @ made.state.u == pytest.approx(3.0)


def test_a_source_that_follows_time(problem):
    text = filled("type = FunctionDiracSource\n function = 't * (1 + x)'\n point = '0.5 0 0'", **LINE)
    text = text.replace("type = Steady", "type = Transient\n num_steps = 2\n dt = 2")
    made = problem(text)
    made.run(write=False)
    assert made.state.u[1] == pytest.approx(4 * 1.5 * 0.5 * 1.5 / 2)


def test_points_outside_the_mesh(problem):
    load = "type = ConstantPointSource\n value = 3\n point = '5 0 0'"
    assert not problem(filled(load, **LINE)).residual().any()  # MOOSE's default
    with pytest.raises(DeckErrors, match=r"the point \(5.0, 0.0, 0.0\) is outside the mesh"):
        problem(filled(load + "\n point_not_found_behavior = ERROR", **LINE)).residual()
    own = "= u\n  []\n[]\n[BCs]"
    with pytest.raises(DeckErrors, match="Unknown variable 'w'"):
        problem(filled(load, **LINE).replace(own, own.replace("u", "w")))


def test_the_strengths(make):
    q = SamplePoints({"u": {"value": 1.0}})
    assert make(ConstantPointSource, variable="u", value=2, point="1 2").value(q) == -2.0
    assert make(ConstantPointSource, variable="u", value=2, point="1 2").points() == ((1.0, 2.0, 0.0),)
    assert make(FunctionDiracSource, variable="u", function="f", point="1").points() == ((1.0, 0.0, 0.0),)


class Relaxation(DiracKernel):
    """Draws u to one at three points, two of them the same: a term with a derivative."""

    def points(self):
        return ((0.25, 0.0, 0.0), (1.25, 0.0, 0.0), (1.25, 0.0, 0.0))

    def value(self, q):
        return q.value("u") ** 2 - 1.0


def test_the_jacobian_and_points_that_come_twice(problem, register):
    register(Relaxation)
    for extra, times in (("", 1), ("\n drop_duplicate_points = false", 2)):
        made = problem(filled("type = Relaxation" + extra, **{**LINE, "bcs": ""}))
        made.state.u[:] = 2.0
        r, J = made.residual(), made.jacobian().toarray()
        np.testing.assert_allclose(r, 3 * np.array([0.5, 0.5, 0.5 * times, 0.5 * times, 0]))
        step = 1e-7
        for k in range(5):
            made.state.u[k] += step
            np.testing.assert_allclose((made.residual() - r) / step, J[:, k], atol=1e-5)
            made.state.u[k] -= step
