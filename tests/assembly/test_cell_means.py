"""Means over cells: their values, and the exact matrix of terms that use them."""

from __future__ import annotations

import numpy
import pytest
from alces.ad import Vector, exp
from alces.physics import IntegratedBC, Kernel

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 3
  ny = 2
  xmin = {xmin}
  elem_type = {cell}
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables]
  [u]
    order = {order}
  []
  [v]
  []
[]
[Kernels]
  [mean]
    type = MeanKernel
    variable = u
  []
  [plain]
    type = Diffusion
    variable = v
  []
[]
[BCs]
  [side]
    type = MeanBC
    variable = v
    boundary = right
  []
[]
[Executioner]
  type = Steady
[]
"""


class MeanKernel(Kernel):
    """A mean of values and gradients, and a mean of what depends on that mean."""

    def value(self, q):
        outer = q.cell_mean(q.value("u") * q.value("v"))
        return q.cell_mean(exp(0.3 * outer) * q.grad("u")[0]) * q.value("v")

    def flux(self, q):
        m = q.cell_mean(q.value("v") * q.grad("u")[1])
        return Vector(m * q.value("u"), q.x * m)


class MeanBC(IntegratedBC):
    """The mean over each side."""

    def value(self, q):
        return q.cell_mean(q.value("v") * q.value("u")) * q.value("v")


@pytest.mark.parametrize(
    ("cell", "order", "coordinates", "xmin"),
    [("QUAD4", "FIRST", "XYZ", 0), ("QUAD9", "SECOND", "XYZ", 0), ("TRI3", "FIRST", "RZ", 0.5)],
)
def test_the_matrix_of_means_is_exact(problem, register, cell, order, coordinates, xmin):
    register(MeanKernel, MeanBC)
    p = problem(DECK.format(cell=cell, order=order, coordinates=coordinates, xmin=xmin))
    u = p.state.u
    u[:] = numpy.random.default_rng(1).uniform(-1, 1, u.size)
    start, J, h = u.copy(), p.jacobian().toarray(), 1e-5
    for k in range(u.size):
        u[k] = start[k] + h
        up = p.residual()
        u[k] = start[k] - h
        numpy.testing.assert_allclose(J[:, k], (up - p.residual()) / (2 * h), atol=1e-8)
        u[k] = start[k]


def test_a_mean_is_weighted_with_the_volume(problem, register):
    """In RZ the mean of r over 1 < r < 2 is (7/3)/(3/2); constants are their own means."""
    seen = {}

    class Look(Kernel):
        def value(self, q):
            seen["x"], seen["one"] = q.cell_mean(q.x), q.cell_mean(1.0)
            return q.value("u")

    class NoBC(IntegratedBC):
        pass

    register(Look, NoBC)
    text = DECK.replace("MeanKernel", "Look").replace("MeanBC", "NoBC").replace("nx = 3", "nx = 1")
    problem(text.format(cell="QUAD4", order="FIRST", coordinates="RZ", xmin="1\n  xmax = 2")).residual()
    numpy.testing.assert_allclose(seen["x"], numpy.full((2, 1), 14 / 9))
    assert seen["one"] == 1.0
