"""The sodium deck gives the same answer whatever the numbering, the chunks and the order in the deck.

Four grains on 6 x 6 rectangles with displaced corners, half of them cut into triangles; two steps, in which
the metal grows and both phases yield. Runs that go on from a checkpoint are in tests/run/test_checkpoints.py
and tests/parallel/test_resume_elsewhere.py, runs on several processes in tests/parallel.
"""

from __future__ import annotations

import alces.backend
import numpy as np
import pytest
from alces.hit import Node
from alces.mesh import CellBlock, Mesh
from alces.run.properties import structures
from comparing import (
    ROUNDING,
    SEEDS,
    SIZE,
    TOLERANCE,
    assert_same,
    assert_same_run,
    mixed_mesh,
    numbers,
    places,
    system,
    with_boundaries,
)

PERIODIC = ("mech_bc=left_x right_x left_y Periodic", "BCs/Periodic/y/auto_direction=y",
            "BCs/left_y/type=DirichletBC", "BCs/left_y/boundary=left", "BCs/left_y/variable=disp_y",
            "BCs/left_y/value=0")
EVEN = np.array([[0.2, 0.21], [0.2, SIZE - 0.21], [0.6, 0.19], [0.6, SIZE - 0.19]])
"""Seeds with equal initial values on bottom and top."""


def renumbered(mesh: Mesh) -> tuple[Mesh, np.ndarray]:
    """The same mesh with its nodes, cells, blocks and the first nodes of its cells at random; the new numbers
    of the nodes."""
    rng = np.random.default_rng(8)
    new = rng.permutation(mesh.n_nodes)
    points = np.empty_like(mesh.points)
    points[new] = mesh.points
    blocks = []
    for block in reversed(mesh.blocks):
        count, nodes = block.cells.shape
        turn = (np.arange(nodes) + rng.integers(nodes, size=(count, 1))) % nodes
        cells = new[np.take_along_axis(block.cells, turn, axis=1)]
        blocks.append(CellBlock(block.cell_type, block.subdomain, rng.permutation(cells)))
    return with_boundaries(points, blocks), new


@pytest.mark.parametrize(("conditions", "seeds"), [((), SEEDS), (PERIODIC, EVEN)],
                         ids=["confined", "periodic"])
def test_numbers_of_nodes_and_cells(dendrites, conditions, seeds):
    mesh, new = renumbered(mixed_mesh())

    def both():
        return dendrites(*conditions, seeds=seeds), dendrites(*conditions, seeds=seeds, mesh=mesh)

    problem, other = both()
    assert_same(system(other, places(problem, other, new)), system(problem), ROUNDING)
    assert_same_run(*both(), new)


@pytest.mark.parametrize("chunk", [1, 7, 50])
def test_cells_evaluated_at_once(dendrites, chunk, monkeypatch):
    """One by one, some at a time, more than there are of a type; also the plastic history."""
    mesh = mixed_mesh(3 if chunk == 1 else 8)
    assert mesh.n_cells < alces.backend.chunk(4)
    problem, other = dendrites(mesh=mesh), dendrites(mesh=mesh)
    evaluated = dendrites(mesh=mesh)
    expected = system(evaluated)
    problem.run(write=False)
    monkeypatch.setattr(alces.backend.active(), "points_at_once", 4 * chunk)
    other.run(write=False)
    shot, same = problem.snapshot(), other.snapshot()
    assert_same({**same.node, **same.cell}, {**shot.node, **shot.cell}, TOLERANCE)
    assert_same(numbers(other), numbers(problem), TOLERANCE)
    assert len(problem.state.material) == 2  # rectangles and triangles
    for domain, kept in problem.state.material.items():
        assert_same(structures(other.state.material[domain])[1], structures(kept)[1], TOLERANCE)
    assert_same(system(evaluated), expected, ROUNDING)


def test_order_in_the_deck(dendrites):
    """Blocks and variables backwards, and in an order without rule."""

    def backwards(deck: Node) -> None:
        for node in list(deck.walk()):
            node.children = dict(reversed(node.children.items()))

    def shuffled(deck: Node) -> None:
        rng = np.random.default_rng(4)
        for node in list(deck.walk()):
            names = list(node.children)
            node.children = {names[i]: node.children[names[i]] for i in rng.permutation(len(names))}

    nodes = np.arange(mixed_mesh().n_nodes)
    for change in (backwards, shuffled):
        problem, other = dendrites(), dendrites(change=change)
        assert list(other.model.unknowns.index) != list(problem.model.unknowns.index)
        assert_same(system(other, places(problem, other, nodes)), system(problem), ROUNDING)
    assert_same_run(dendrites(), dendrites(change=backwards))


@pytest.mark.parametrize("way", [
    ("Executioner/automatic_scaling=false",),
    ("Executioner/automatic_scaling=false", "Variables/phi/scaling=1e-6", "Variables/c/scaling=1e3",
     "Variables/disp_x/scaling=1e-4", "Variables/disp_y/scaling=1e-4"),
    ("Preconditioning/active=blocks",),
], ids=["unscaled", "scaling", "blocks"])
def test_scaling_of_equations(dendrites, way):
    assert_same_run(dendrites(), dendrites(*way))
