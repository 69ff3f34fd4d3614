"""Element matrices known by hand, and patch tests."""

from __future__ import annotations

import numpy
import pytest
from alces.assembly import System

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  elem_type = {cell}
  {mesh}
[]
[Variables]
  [u]
    order = {order}
  []
[]
[Kernels]
  [k]
    type = {kernel}
    variable = u
  []
[]
[Executioner]
  type = Steady
[]
"""


def matrix(problem, kernel, cell="EDGE2", dim=1, order="FIRST", mesh=""):
    p = problem(DECK.format(kernel=kernel, cell=cell, dim=dim, order=order, mesh=mesh))
    return p, p.jacobian().toarray()


def in_cell_order(p, A):
    """The matrix of a one-cell mesh in the order of the cell's nodes."""
    nodes = p.model.mesh.blocks[0].cells[0]
    dofs = p.model.unknowns.dofs[0][nodes]
    return A[numpy.ix_(dofs, dofs)]


def test_line_stiffness_and_mass(problem):
    """h = 1/2: stiffness 1/h [1 -1; -1 1], mass h/6 [2 1; 1 2], assembled over two cells."""
    _, A = matrix(problem, "Diffusion", mesh="nx = 2")
    numpy.testing.assert_allclose(A, [[2, -2, 0], [-2, 4, -2], [0, -2, 2]], atol=1e-14)
    _, M = matrix(problem, "Reaction", mesh="nx = 2")
    numpy.testing.assert_allclose(M, numpy.array([[2, 1, 0], [1, 4, 1], [0, 1, 2]]) / 12, atol=1e-15)


def test_quadratic_line(problem):
    """EDGE3, h = 1, nodes end, end, middle: the textbook matrices."""
    p, A = matrix(problem, "Diffusion", "EDGE3", order="SECOND", mesh="nx = 1")
    want = numpy.array([[7, 1, -8], [1, 7, -8], [-8, -8, 16]]) / 3
    numpy.testing.assert_allclose(in_cell_order(p, A), want, atol=1e-13)
    p, M = matrix(problem, "Reaction", "EDGE3", order="SECOND", mesh="nx = 1")
    want = numpy.array([[4, -1, 2], [-1, 4, 2], [2, 2, 16]]) / 30
    numpy.testing.assert_allclose(in_cell_order(p, M), want, atol=1e-14)


def test_square_stiffness_and_mass(problem):
    p, A = matrix(problem, "Diffusion", "QUAD4", 2)
    want = numpy.array([[4, -1, -2, -1], [-1, 4, -1, -2], [-2, -1, 4, -1], [-1, -2, -1, 4]]) / 6
    numpy.testing.assert_allclose(in_cell_order(p, A), want, atol=1e-14)
    p, M = matrix(problem, "Reaction", "QUAD4", 2)
    want = numpy.array([[4, 2, 1, 2], [2, 4, 2, 1], [1, 2, 4, 2], [2, 1, 2, 4]]) / 36
    numpy.testing.assert_allclose(in_cell_order(p, M), want, atol=1e-15)


def test_rectangle_stiffness(problem):
    """Sides a = 2, b = 1: b/a and a/b weigh the two directions."""
    p, A = matrix(problem, "Diffusion", "QUAD4", 2, mesh="xmax = 2")
    x = numpy.array([[2, -2, -1, 1], [-2, 2, 1, -1], [-1, 1, 2, -2], [1, -1, -2, 2]]) / 6
    y = numpy.array([[2, 1, -1, -2], [1, 2, -2, -1], [-1, -2, 2, 1], [-2, -1, 1, 2]]) / 6
    numpy.testing.assert_allclose(in_cell_order(p, A), 0.5 * x + 2.0 * y, atol=1e-14)


def test_triangle_stiffness(problem):
    """The unit square in two right triangles: 1 on the diagonal, -1/2 along the edges, 0 across."""
    p, A = matrix(problem, "Diffusion", "TRI3", 2)
    x, y = p.model.mesh.points[:, 0], p.model.mesh.points[:, 1]
    along = (numpy.abs(x[:, None] - x) + numpy.abs(y[:, None] - y)) == 1.0
    order = p.model.unknowns.dofs[0]
    numpy.testing.assert_allclose(A[numpy.ix_(order, order)], numpy.eye(4) - 0.5 * along, atol=1e-14)


@pytest.mark.parametrize(
    ("cell", "dim", "order"),
    [
        ("EDGE3", 1, "SECOND"),
        ("TRI3", 2, "FIRST"),
        ("TRI6", 2, "SECOND"),
        ("QUAD8", 2, "SECOND"),
        ("QUAD9", 2, "SECOND"),
        ("TET4", 3, "FIRST"),
        ("TET10", 3, "SECOND"),
        ("HEX8", 3, "FIRST"),
        ("HEX20", 3, "SECOND"),
        ("HEX27", 3, "SECOND"),
    ],
)
def test_sums_of_mass_and_stiffness(problem, cell, dim, order):
    """1'M1 is the volume, A1 = 0, x'Ax the volume (the gradient of x is 1)."""
    mesh = "nx = 2\n ny = 2\n nz = 2\n xmax = 3"
    p, M = matrix(problem, "Reaction", cell, dim, order, mesh)
    one = numpy.ones(len(M))
    assert one @ M @ one == pytest.approx(3.0, rel=1e-12)
    numpy.testing.assert_allclose(M, M.T, atol=1e-14)
    p, A = matrix(problem, "Diffusion", cell, dim, order, mesh)
    numpy.testing.assert_allclose(A @ one, 0.0, atol=1e-12)
    x = numpy.empty(len(A))
    x[p.model.unknowns.dofs[0]] = p.model.mesh.points[:, 0]
    assert x @ A @ x == pytest.approx(3.0, rel=1e-12)


def distort(p, size=0.2):
    """Move the inner nodes of a problem's mesh."""
    mesh = p.model.mesh
    moved = mesh.points.copy()
    inner = numpy.ones(mesh.n_nodes, dtype=bool)
    for i in range(mesh.dim):
        low, high = mesh.points[:, i].min(), mesh.points[:, i].max()
        inner &= (mesh.points[:, i] > low + 1e-9) & (mesh.points[:, i] < high - 1e-9)
    shift = numpy.sin(37.0 * numpy.arange(mesh.n_nodes))[:, None] * [0.9, -0.7, 0.8]
    moved[inner, : mesh.dim] += size * shift[inner, : mesh.dim] / round(mesh.n_nodes ** (1 / mesh.dim))
    mesh.points[:] = moved
    assert inner.any()


PATCH = """
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = 3
  ny = 3
  nz = 3
  elem_type = {cell}
[]
[Variables]
  [u]
    order = {order}
  []
[]
[Kernels]
  [k]
    type = Diffusion
    variable = u
  []
[]
[BCs]
  [walls]
    type = FunctionDirichletBC
    variable = u
    boundary = '{walls}'
    function = '1 + 2 * x - 3 * y + 4 * z'
  []
[]
[Executioner]
  type = Steady
[]
"""
WALLS = {1: "left right", 2: "left right bottom top", 3: "left right bottom top back front"}


@pytest.mark.parametrize(
    ("cell", "dim", "order"),
    [
        ("EDGE2", 1, "FIRST"),
        ("TRI3", 2, "FIRST"),
        ("QUAD4", 2, "FIRST"),
        ("QUAD9", 2, "SECOND"),
        ("QUAD8", 2, "SECOND"),
        ("TRI6", 2, "SECOND"),
        ("TET4", 3, "FIRST"),
        ("HEX8", 3, "FIRST"),
        ("HEX27", 3, "SECOND"),
    ],
)
def test_patch(problem, cell, dim, order):
    """A linear function solves Laplace's equation exactly on any distorted mesh."""
    p = problem(PATCH.format(cell=cell, dim=dim, order=order, walls=WALLS[dim]))
    distort(p)
    p.system = System(p.model)  # geometry anew
    x, y, z = p.model.mesh.points.T
    exact = 1 + 2 * x - 3 * y + 4 * z
    outcome = p.solve(numpy.zeros(p.model.unknowns.n))
    assert outcome.converged and outcome.iterations == 1
    dofs = p.model.unknowns.dofs[0]
    numpy.testing.assert_allclose(p.state.u[dofs], exact, atol=1e-12)
