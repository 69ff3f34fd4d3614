"""Reductions over points, projections, committed states, and finding the cell of a point."""

from __future__ import annotations

import math

import numpy
import pytest
from alces import backend
from alces.ad import Tensor, Vector
from alces.assembly.locate import Locator
from alces.assembly.sweep import Commit, Project, Reduce, sweep
from alces.fe import reference_cell
from alces.mesh import CellBlock, Mesh, generated
from alces.physics import Material
from alces.ranks import Ranks

DECK = """
[Mesh]
  [box]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 4
    ny = 4
    xmax = 2
  []
  [right]
    type = SubdomainBoundingBoxGenerator
    input = box
    bottom_left = '1 0 0'
    top_right = '2 1 0'
    block_id = 1
  []
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
[]
[AuxVariables]
  [node]
  []
  [cell]
    order = CONSTANT
    family = MONOMIAL
  []
[]
%s
[Executioner]
  type = Steady
[]
"""


@pytest.fixture(params=[1024, 3])
def p(problem, request, monkeypatch):
    monkeypatch.setattr(backend.active(), "points_at_once", 4 * request.param)
    made = problem(DECK % "")
    x, y = made.model.mesh.points[:, 0], made.model.mesh.points[:, 1]
    made.state.u[made.model.unknowns.dofs[0]] = x + 2 * y
    return made


def reduced(p, integrand, reduction, wants=lambda domain: True):
    r = Reduce(integrand, reduction, wants)
    sweep(p.system, p.state, p.system.cells, [r])
    return r.result(Ranks())


def test_reductions(p):
    assert reduced(p, lambda q: 1.0, "integral") == pytest.approx(2.0, rel=1e-14)
    assert reduced(p, lambda q: q.value("u"), "integral") == pytest.approx(4.0, rel=1e-14)  # (1 + 1) * 2
    assert reduced(p, lambda q: q.value("u"), "average") == pytest.approx(2.0, rel=1e-14)
    assert reduced(p, lambda q: q.x * q.y**2, "integral") == pytest.approx(2.0 / 3.0, rel=1e-13)
    assert reduced(p, lambda q: q.grad("u").norm(), "maximum") == pytest.approx(math.sqrt(5.0), rel=1e-13)
    only = reduced(p, lambda q: q.x, "average", lambda domain: domain.subdomain == 1)
    assert only == pytest.approx(1.5, rel=1e-14)
    gauss = 0.5 - 0.5 / math.sqrt(3.0)  # of the rule of degree 3 in cells of 1/2 x 1/4
    assert reduced(p, lambda q: q.x, "minimum") == pytest.approx(0.5 * gauss, rel=1e-13)
    assert reduced(p, lambda q: q.x, "maximum") == pytest.approx(2.0 - 0.5 * gauss, rel=1e-13)
    assert reduced(p, lambda q: 7.0, "collect").shape == (16 * 4,)


def test_reductions_over_nothing(p):
    nothing = {
        r: reduced(p, lambda q: 1.0, r, lambda domain: False)
        for r in ("integral", "average", "maximum", "minimum", "collect")
    }
    assert nothing["integral"] == 0.0 and len(nothing["collect"]) == 0
    assert all(math.isnan(nothing[r]) for r in ("average", "maximum", "minimum"))


def projected(p, variable, f, wants=lambda domain: True):
    projection = Project(p.system, variable, f, wants)
    sweep(p.system, p.state, p.system.cells, [projection])
    vector = numpy.full(p.model.auxiliaries.n, -9.0)
    projection.store(vector)
    return vector[p.model.auxiliaries.dofs[p.model.auxiliaries.index[variable]]]


def test_projection_on_cells_is_the_average(p):
    got = projected(p, "cell", lambda q: q.x**2)
    centre = numpy.concatenate([p.model.mesh.points[b.cells, 0].mean(axis=1) for b in p.model.mesh.blocks])
    numpy.testing.assert_allclose(got, centre**2 + 0.5**2 / 12, rtol=1e-13)  # mean of x^2 over a width of 1/2


def test_projection_on_nodes_keeps_constants_and_the_integral(p):
    numpy.testing.assert_allclose(projected(p, "node", lambda q: 3.0), 3.0, rtol=1e-14)
    got = projected(p, "node", lambda q: q.x)
    inner = (p.model.mesh.points[:, 0] > 0.1) & (p.model.mesh.points[:, 0] < 1.9)
    numpy.testing.assert_allclose(got[inner], p.model.mesh.points[inner, 0], rtol=1e-13)  # by symmetry
    left = p.model.mesh.points[:, 0] == 0.0
    numpy.testing.assert_allclose(got[left], 0.5 / 3.0, rtol=1e-13)  # int x N / int N over the first cell


def test_projection_leaves_other_blocks_alone(p):
    got = projected(p, "cell", lambda q: 5.0, lambda domain: domain.subdomain == 1)
    numpy.testing.assert_array_equal(numpy.sort(got), [-9.0] * 8 + [5.0] * 8)


class Counter(Material):
    """Stateful properties of every shape: the old value and one more."""

    def provides(self):
        return {"s": "scalar", "v": "vector", "t": "tensor", "free": "scalar"}

    def state(self):
        return {"s": 1.0, "v": Vector(2.0), "t": Tensor.symmetric(0.0, 0.0, 0.0, xy=3.0)}

    def properties(self, q):
        return {
            "s": q.state("s") + q.x,
            "v": q.state("v") + Vector(1.0),
            "free": 0.0,
            "t": q.state("t") + Tensor.symmetric(0.0, 0.0, 0.0, xy=q.y),
        }


@pytest.mark.parametrize("chunk", [1024, 3])
def test_commit(problem, register, monkeypatch, chunk):
    monkeypatch.setattr(backend.active(), "points_at_once", 4 * chunk)
    register(Counter)
    p = problem(DECK % "[Materials]\n [m]\n type = Counter\n block = 1\n []\n[]")
    where = next(domain for domain in p.system.cells if domain.subdomain == 1)
    for n in (1, 2, 3):
        commit = Commit(p.system)
        assert not commit.wants(next(domain for domain in p.system.cells if domain.subdomain == 0))
        sweep(p.system, p.state, p.system.cells, [commit])
        p.state.material.update(commit.result())
        kept = p.state.material[where.key]
        assert set(kept) == {"s", "v", "t"} and kept["s"].shape == (8, 4)
        x = p.model.mesh.points[where.cells, 0] @ reference_cell("QUAD4").shape(where.xi).T
        y = p.model.mesh.points[where.cells, 1] @ reference_cell("QUAD4").shape(where.xi).T
        numpy.testing.assert_allclose(kept["s"], 1.0 + n * x, rtol=1e-14)
        numpy.testing.assert_allclose(numpy.broadcast_to(kept["v"][0], (8, 4)), 2.0 + n)
        numpy.testing.assert_allclose(kept["t"][0, 1], 3.0 + n * y, rtol=1e-14)
        numpy.testing.assert_array_equal(kept["t"][0, 1], kept["t"][1, 0])
        assert type(kept["v"][1]) is float and kept["v"][1] == 0.0  # a structural zero stays one


# -- points -> cells --------------------------------------------------------------------------------
def warped(dim, cell):
    mesh = generated(dim, 4, 4, 3, elem_type=cell)
    x = mesh.points[:, :dim].copy()
    mesh.points[:, :dim] = x + 0.06 * numpy.sin(4.0 * numpy.roll(x, 1, axis=1) + x)
    return mesh


@pytest.mark.parametrize(
    ("dim", "cell"),
    [
        (1, "EDGE2"),
        (1, "EDGE3"),
        (2, "TRI3"),
        (2, "TRI6"),
        (2, "QUAD4"),
        (2, "QUAD9"),
        (3, "TET4"),
        (3, "HEX8"),
        (3, "HEX27"),
    ],
)
def test_locator_finds_points_in_distorted_cells(dim, cell):
    mesh = warped(dim, cell)
    locator = Locator(mesh)
    rng = numpy.random.default_rng(5)
    block, reference = mesh.blocks[0], reference_cell(cell)
    for k in rng.integers(0, len(block.cells), 25):
        weights = rng.dirichlet(numpy.ones(reference.n_vertices))  # inside the reference cell
        xi = weights @ reference.nodes[: reference.n_vertices]
        point = reference.shape(xi[None])[0] @ mesh.points[block.cells[k]]
        b, found, at = locator.find(tuple(point))
        assert b == 0
        back = reference.shape(at[None])[0] @ mesh.points[block.cells[found]]
        numpy.testing.assert_allclose(back, point, atol=1e-10)
        assert found == k
        numpy.testing.assert_allclose(at, xi, atol=1e-7)


def test_locator_at_nodes_and_outside():
    mesh = warped(2, "QUAD4")
    locator = Locator(mesh)
    for node in range(mesh.n_nodes):
        block, cell, xi = locator.find(tuple(mesh.points[node]))
        assert node in mesh.blocks[block].cells[cell]
        numpy.testing.assert_allclose(numpy.abs(xi), 1.0, atol=1e-6)
    assert locator.find((5.0, 5.0, 0.0)) is None
    assert locator.find((0.5, 0.5, 1.0)) is None


def test_locator_on_very_uneven_cells():
    """A point in a cell 1000 times as long as its neighbours, whose centres are all nearer."""
    fine = numpy.linspace(0.0, 1.0, 201)
    x = numpy.concatenate([fine, [1001.0]])
    points = numpy.zeros((len(x), 3))
    points[:, 0] = x
    cells = numpy.stack([numpy.arange(len(x) - 1), numpy.arange(1, len(x))], axis=1)
    mesh = Mesh(points, 1, [CellBlock("EDGE2", 0, cells)])
    found = Locator(mesh).find((1.5, 0.0, 0.0))
    assert found is not None and found[1] == len(cells) - 1
