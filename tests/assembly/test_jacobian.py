"""The Jacobian against differences of the residual, on a deck that has everything."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from alces import backend
from alces.ad import exp, where
from alces.assembly import System
from alces.assembly.elements import Elements
from alces.assembly.points import CellPoints
from alces.params import VARIABLE, Param
from alces.physics import Kernel, Material
from scipy.sparse import issparse

EVERYTHING = (Path(__file__).parent / "everything.i").read_text()


@pytest.fixture
def ready(problem):
    """The problem on distorted cells, at a random state in the middle of a BDF2 step."""
    p = problem(EVERYTHING)
    mesh = p.model.mesh
    rng = numpy.random.default_rng(3)
    x, y = mesh.points[:, 0], mesh.points[:, 1]
    mesh.points[:, 0] += 0.03 * numpy.sin(2 * numpy.pi * y) * x * (1 - x) * 4
    mesh.points[:, 1] += 0.04 * numpy.sin(3 * x) * y * (1 - y) * 4
    p.system = System(p.model)
    p.auxiliaries.system = p.system
    n = p.model.unknowns.n
    p.state.u, p.state.u_old = rng.uniform(0.2, 1.0, n), rng.uniform(0.2, 1.0, n)
    p.begin_step(0.1, "bdf2", 0.07, rng.uniform(0.2, 1.0, n))
    return p


def evaluated(p, u):
    p.state.u = u
    return p.residual()


def finite_differences(p):
    """Fourth-order central differences of the residual, (n, n)."""
    u, h = p.state.u.copy(), 1e-3
    columns = []
    for k in range(len(u)):
        step = numpy.zeros(len(u))
        step[k] = h
        near = evaluated(p, u + step) - evaluated(p, u - step)
        far = evaluated(p, u + 2 * step) - evaluated(p, u - 2 * step)
        columns.append((8 * near - far) / (12 * h))
    p.state.u = u
    return numpy.array(columns).T


def test_jacobian_of_everything(ready):
    p = ready
    J = p.jacobian()
    assert issparse(J) and J.shape == (p.model.unknowns.n,) * 2
    free = numpy.setdiff1d(numpy.arange(p.model.unknowns.n), p.system.constrained)
    want = finite_differences(p)
    got = J.toarray()
    scale = numpy.abs(want).max()
    numpy.testing.assert_allclose(got[numpy.ix_(free, free)], want[numpy.ix_(free, free)], atol=2e-10 * scale)
    numpy.testing.assert_allclose(got[p.system.constrained], want[p.system.constrained], atol=1e-10)
    assert len(p.system.constrained) == 7  # the nodes of 3 second-order sides


def test_rows_of_prescribed_unknowns(ready):
    p = ready
    fixed = p.system.constrained
    values = p.system.prescribed(p.state)
    nodes = numpy.flatnonzero(numpy.isin(p.model.unknowns.dofs[0], fixed))
    order = numpy.argsort(p.model.unknowns.dofs[0][nodes])
    numpy.testing.assert_allclose(values, p.model.mesh.points[nodes[order], 1] + 0.1, rtol=1e-13)
    u = p.state.u.copy()
    r = p.residual()
    numpy.testing.assert_allclose(r[fixed], u[fixed] - values)
    u[fixed] += 5.0  # the other rows see the prescribed value in any case
    free = numpy.setdiff1d(numpy.arange(len(u)), fixed)
    numpy.testing.assert_array_equal(evaluated(p, u)[free], r[free])
    J = p.jacobian().toarray()
    numpy.testing.assert_array_equal(J[fixed][:, fixed], numpy.eye(len(fixed)))
    assert not J[numpy.ix_(free, fixed)].any() and not J[numpy.ix_(fixed, free)].any()


@pytest.mark.parametrize("size", [1, 3, 5])
def test_chunks_do_not_matter(ready, size, monkeypatch):
    r, J = ready.residual(), ready.jacobian()
    monkeypatch.setattr(backend.active(), "points_at_once", 4 * size)
    scale = numpy.abs(r).max()
    numpy.testing.assert_allclose(ready.residual(), r, atol=1e-14 * scale)
    again = ready.jacobian()
    numpy.testing.assert_allclose(again.toarray(), J.toarray(), atol=1e-13 * abs(J).max())


def test_residual_with_duals_is_the_residual(ready):
    elements = Elements(ready.model)
    for domain, terms in ready.system.work:
        plain, with_partials = (
            elements.vectors(q, elements.coefficients(terms, q))
            for q in (CellPoints(ready.model, ready.state, domain, slice(0, domain.n_cells), dual)
                      for dual in (False, True))
        )
        assert plain and set(plain) == set(with_partials)
        for f, vectors in plain.items():
            scale = numpy.abs(vectors).max()
            numpy.testing.assert_allclose(with_partials[f], vectors, atol=1e-14 * scale)


def test_jacobian_sees_only_blocks_that_exist(ready):
    ready.jacobian()
    names = list(ready.model.unknowns.index)
    found = {(names[f], names[g]) for f, g in ready.system.pattern.blocks}
    assert found == {
        ("u", "u"),
        ("u", "p"),
        ("u", "w"),
        ("p", "p"),
        ("p", "u"),
        ("w", "w"),
        ("w", "u"),
        ("w", "p"),
    }


LINE = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 5
  ny = 4
[]
[Variables]
  [u]
  []
  [v]
  []
[]
[Kernels]
  [u]
    type = Diffusion
    variable = u
  []
  [v]
    type = Diffusion
    variable = v
  []
  %s
[]
[Executioner]
  type = Transient
  num_steps = 2
[]
"""


def test_pattern_grows_when_a_later_state_couples_more(problem, register):
    """A kernel with a partial only at t > 2: the block (u, v) is added when it first shows."""

    class LateCoupling(Kernel):
        parameters = (Param("v", VARIABLE, doc="the other"),)

        def value(self, q):
            own = q.value(self.p.variable)
            return own * q.value(self.p.v) if q.t > 2.0 else own

    register(LateCoupling)
    p = problem(LINE % "[late]\n type = LateCoupling\n variable = u\n v = v\n []")
    p.state.u = numpy.random.default_rng(0).uniform(1, 2, p.model.unknowns.n)
    before = p.jacobian()
    assert (0, 1) not in p.system.pattern.blocks
    p.state.t = 3.0
    after = p.jacobian()
    assert (0, 1) in p.system.pattern.blocks and after.nnz > before.nnz
    numpy.testing.assert_allclose(after.toarray(), finite_differences(p), atol=1e-9)


def test_pattern_grows_for_a_material_of_another_block(problem, register):
    """A property that depends on v in some cells only, not in the first one that is probed."""

    class SomewhereElse(Material):
        parameters = (Param("v", VARIABLE, doc="the other"),)

        def provides(self):
            return {"D": "scalar"}

        def properties(self, q):
            rest = numpy.max(q.x) > 0.9
            return {"D": exp(q.value(self.p.v)) if rest else 1.0 + 0.0 * q.x}

    register(SomewhereElse)
    deck = LINE % "[d]\n type = MatDiffusion\n variable = u\n diffusivity = D\n []"
    p = problem(
        deck.replace(
            "[Executioner]", "[Materials]\n [D]\n type = SomewhereElse\n v = v\n []\n []\n[Executioner]"
        )
    )
    p.state.u = numpy.random.default_rng(0).uniform(0, 1, p.model.unknowns.n)
    J = p.jacobian()
    assert (0, 1) in p.system.pattern.blocks
    numpy.testing.assert_allclose(J.toarray(), finite_differences(p), atol=1e-8)


@pytest.mark.parametrize(
    ("dim", "cell"), [(1, "EDGE2"), (2, "QUAD4"), (2, "TRI3"), (3, "HEX8"), (2, "QUAD8")]
)
def test_uniform_and_general_cells_take_the_same_numbers(problem, dim, cell):
    """A shift of 1e-9 h makes all factors vary: residual and Jacobian differ by no more than that."""
    p = problem(
        LINE.replace("dim = 2", f"dim = {dim}\n  elem_type = {cell}")
        % "[r]\n type = CoupledForce\n variable = v\n v = u\n []"
    )
    u = numpy.random.default_rng(1).uniform(0, 1, p.model.unknowns.n)
    r, J = evaluated(p, u), p.jacobian()
    assert isinstance(p.system.cells[0].geometry.measure, float) or cell == "TRI3"
    mesh = p.model.mesh
    mesh.points[:, :dim] += 1e-9 * numpy.random.default_rng(2).uniform(-1, 1, (mesh.n_nodes, dim))
    p.system = System(p.model)
    assert isinstance(p.system.cells[0].geometry.measure, numpy.ndarray)
    numpy.testing.assert_allclose(evaluated(p, u), r, atol=1e-7 * numpy.abs(r).max())
    numpy.testing.assert_allclose(p.jacobian().toarray(), J.toarray(), atol=1e-7 * abs(J).max())


def test_where_keeps_the_jacobian_complete(problem, register):
    """A switch that is off everywhere at first has its block in the pattern from the start."""

    class Switch(Kernel):
        parameters = (Param("v", VARIABLE, doc="the other"),)

        def value(self, q):
            v = q.value(self.p.v)
            return where(v > 1.5, v * v, 0.0)

    register(Switch)
    p = problem(LINE % "[s]\n type = Switch\n variable = u\n v = v\n []")
    p.jacobian()
    pattern = p.system.pattern
    assert (0, 1) in pattern.blocks
    p.state.u = numpy.full(p.model.unknowns.n, 2.0)
    J = p.jacobian().toarray()
    assert p.system.pattern is pattern
    assert J[0::2, 1::2].sum() == pytest.approx(4.0)  # integral of 2 v over the unit square


def test_evaluation_leaves_the_state_alone(ready):
    u, aux = ready.state.u.copy(), ready.state.aux.copy()
    r = ready.residual()
    ready.jacobian()
    numpy.testing.assert_array_equal(ready.state.u, u)
    numpy.testing.assert_array_equal(ready.state.aux, aux)
    numpy.testing.assert_array_equal(ready.residual(), r)
