"""The parts of a mesh assemble what the whole does: residual, Jacobian, reductions, projections."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from alces.hit import load as load_deck
from alces.mesh import bisect, generated, neighbours, split
from alces.ranks import Ranks
from alces.run.problem import Problem
from scipy import sparse

from tests.parallel.threads import together

DECK = """
[Mesh]
  [box]
    type = GeneratedMeshGenerator
    dim = {dim}
    nx = 5
    ny = 4
    nz = 3
    elem_type = {cell}
  []
  [half]
    type = SubdomainBoundingBoxGenerator
    input = box
    block_id = 7
    bottom_left = '-1 -1 -1'
    top_right = '0.45 2 2'
  []
[]
[Variables]
  [u]
    order = {order}
  []
  [v]
  []
  [w]
    family = MONOMIAL
    order = CONSTANT
    block = 7
  []
[]
[AuxVariables]
  [mean]
  []
  [slope]
    family = MONOMIAL
    order = CONSTANT
  []
[]
[ICs]
  [u]
    type = FunctionIC
    variable = u
    function = 'cos(2*pi*x)*cos(2*pi*y)'
  []
  [v]
    type = FunctionIC
    variable = v
    function = 'x*y+z'
  []
[]
[Kernels]
  [u]
    type = MatDiffusion
    variable = u
    diffusivity = D
  []
  [ut]
    type = TimeDerivative
    variable = u
  []
  [v]
    type = Diffusion
    variable = v
  []
  [vu]
    type = CoupledForce
    variable = v
    v = u
  []
  [w]
    type = Reaction
    variable = w
  []
  [wu]
    type = CoupledForce
    variable = w
    v = u
  []
[]
[Materials]
  [D]
    type = DerivativeParsedMaterial
    property_name = D
    coupled_variables = 'u v'
    expression = '1+u^2+v'
  []
[]
[AuxKernels]
  [slope]
    type = VariableGradientComponent
    variable = slope
    gradient_variable = u
    component = x
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = v
    boundary = left
    value = 2
  []
  [right]
    type = NeumannBC
    variable = v
    boundary = right
    value = 3
  []
  [Periodic]
    [u]
      variable = u
      auto_direction = '{periodic}'
    []
  []
[]
[Executioner]
  type = Transient
  num_steps = 1
  dt = 0.1
[]
[Postprocessors]
  [integral]
    type = ElementIntegralVariablePostprocessor
    variable = u
  []
  [average]
    type = AverageNodalVariableValue
    variable = v
  []
  [most]
    type = NodalExtremeValue
    variable = v
  []
  [flux]
    type = SideDiffusiveFluxIntegral
    variable = u
    boundary = top
    diffusivity = D
  []
  [point]
    type = PointValue
    variable = u
    point = '0.21 0.33 0.1'
  []
  [size]
    type = AverageElementSize
  []
  [unknowns]
    type = NumDOFs
  []
[]
"""
CASES = [(2, "QUAD4", "FIRST", "x y"), (2, "TRI3", "FIRST", "x"), (2, "QUAD9", "SECOND", "y"),
         (3, "HEX8", "FIRST", "x y z"), (3, "TET4", "FIRST", "z")]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[1]}-{case[3]}")
def deck(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    dim, cell, order, periodic = request.param
    path = tmp_path / "deck.i"
    text = DECK.format(dim=dim, cell=cell, order=order, periodic=periodic)
    if dim == 2:
        text = text.replace("    nz = 3\n", "").replace("0.33 0.1", "0.33 0")
    path.write_text(text)
    return path


def state_of(path: Path, ranks: Ranks) -> tuple:
    """Residual, Jacobian, unknowns and reductions of a deck, by numbers of the whole problem."""
    problem = Problem(load_deck(str(path), []), path, ranks=ranks)
    ghosts = problem.model.unknowns.ghosts
    residual = problem.residual()
    matrix = problem.jacobian().tocoo()
    own = ghosts.own[matrix.row]
    rows, columns = ghosts.numbers[matrix.row[own]], ghosts.numbers[matrix.col[own]]
    problem.postprocessing.update(problem.state, "TIMESTEP_END")
    snapshot = problem.snapshot()
    return (ghosts.numbers[ghosts.own], residual[ghosts.own], (rows, columns, matrix.data[own]),
            problem.state.postprocessors, snapshot, ghosts.n, labels(problem))


def labels(problem: Problem) -> dict[int, tuple]:
    """Number -> what an unknown is: its variable and where the node or cell that carries it is."""
    unknowns, mesh = problem.model.unknowns, problem.model.mesh
    part, out = mesh.part, {}
    for i, v in enumerate(unknowns.variables):
        ids = np.arange(len(unknowns.dofs[i]))
        if part is not None:
            ids = part.nodes if v.space.nodal else part.cells
        for entity, dof in zip(ids.tolist(), unknowns.dofs[i].tolist(), strict=True):
            if dof >= 0:
                number = int(unknowns.ghosts.numbers[dof])
                out[number] = min(out.get(number, (i, entity)), (i, entity))
    return out


@pytest.mark.parametrize(("size", "scattered"), [(2, False), (4, False), (3, True)])
def test_parts_assemble_the_whole(
    deck: Path, size: int, scattered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if scattered:  # cells without any order
        random = np.random.default_rng(5)
        monkeypatch.setattr("alces.run.distribute.partition",
                            lambda graph, n: random.integers(0, n, graph.shape[0]))
    (_, residual, (rows, columns, data), numbers, snapshot, n, names), = [state_of(deck, Ranks())]
    whole = sparse.csr_matrix((data, (rows, columns)), shape=(n, n)).toarray()
    place = {name: number for number, name in names.items()}
    parts = together(size, lambda ranks: state_of(deck, ranks))
    seen = np.zeros(n, dtype=int)
    scale, size_of_row = np.abs(residual).max(), np.abs(whole).max()
    told: dict[int, tuple] = {}
    for part in parts:
        for number, name in part[6].items():
            told[number] = min(told.get(number, name), name)
    to_whole = np.array([place[told[number]] for number in range(n)])
    for own, values, (rows, columns, data), reduced, _, count, _ in parts:
        assert count == n
        seen[own] += 1
        np.testing.assert_allclose(values, residual[to_whole[own]], atol=1e-13 * scale)
        mine = sparse.coo_matrix((data, (to_whole[rows], to_whole[columns])), shape=(n, n)).toarray()
        np.testing.assert_allclose(mine[to_whole[own]], whole[to_whole[own]], atol=1e-13 * size_of_row)
        assert reduced.keys() == numbers.keys()
        for name, value in reduced.items():
            assert value == pytest.approx(numbers[name], rel=1e-12, abs=1e-14), name
    assert (seen == 1).all()
    for name, field in {**snapshot.node, **snapshot.cell}.items():
        found = {**parts[0][4].node, **parts[0][4].cell}[name]
        np.testing.assert_allclose(found, field, atol=1e-13 * max(1.0, np.abs(field).max()), err_msg=name)


def test_split_covers_every_cell_and_node_once() -> None:
    mesh = generated(3, 4, 3, 5)
    owner = np.random.default_rng(3).integers(0, 5, mesh.n_cells)
    parts = list(split(mesh, owner, 5))
    for own, ids, n in (("own_cells", "cells", mesh.n_cells), ("own_nodes", "nodes", mesh.n_nodes)):
        found = np.concatenate([getattr(p.part, ids)[getattr(p.part, own)] for p in parts])
        assert np.array_equal(np.sort(found), np.arange(n))
    for p in parts:
        np.testing.assert_array_equal(p.points, mesh.points[p.part.nodes])
        around = np.isin(mesh.blocks[0].cells, p.part.nodes[p.part.own_nodes]).any(axis=1)
        assert set(np.flatnonzero(around)) <= set(p.part.cells.tolist())


def test_bisection_gives_equal_shares_with_short_cuts() -> None:
    mesh = generated(2, 12, 12)
    owner = bisect(mesh, 3)
    assert np.bincount(owner).tolist() == [48, 48, 48]
    graph = neighbours(mesh).tocoo()
    assert (owner[graph.row] != owner[graph.col]).sum() // 2 == 12 + 8
    assert graph.nnz == 2 * 2 * 11 * 12


def test_more_parts_than_cells() -> None:
    mesh = generated(1, 2)
    parts = list(split(mesh, bisect(mesh, 4), 4))
    assert sum(int(p.part.own_cells.sum()) for p in parts) == 2
    assert sum(int(p.part.own_nodes.sum()) for p in parts) == 3
