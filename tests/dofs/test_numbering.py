"""Numbers of the unknowns: node by node, blocks, mixed orders, cells, periodic merging, interpolation."""

from __future__ import annotations

import numpy
import pytest
from alces.dofs import DofMap, Space, Variable
from alces.mesh import bounding_box_subdomain, generated

FIRST, SECOND, CONSTANT = Space(), Space("LAGRANGE", "SECOND"), Space("MONOMIAL", "CONSTANT")


def grid(nx=3, ny=2, cell="QUAD4"):
    return generated(2, nx, ny, elem_type=cell)


def two_blocks(cell="QUAD4"):
    """4 x 1 cells; the right half is block 1."""
    return bounding_box_subdomain(grid(4, 1, cell), (0.5, 0.0, 0.0), (1.0, 1.0, 0.0), 1, "right")


def test_one_variable_is_numbered_like_the_nodes():
    mesh = grid()
    dofs = DofMap(mesh, [Variable("u", FIRST)])
    assert dofs.n == mesh.n_nodes
    numpy.testing.assert_array_equal(dofs.dofs[0], numpy.arange(mesh.n_nodes))
    numpy.testing.assert_array_equal(dofs.cell_dofs(0, 0), mesh.blocks[0].cells)


def test_unknowns_stand_node_by_node_in_the_order_of_the_deck():
    mesh = grid()
    dofs = DofMap(mesh, [Variable("u", FIRST), Variable("v", FIRST)])
    numpy.testing.assert_array_equal(dofs.dofs[0], 2 * numpy.arange(mesh.n_nodes))
    numpy.testing.assert_array_equal(dofs.dofs[1], 2 * numpy.arange(mesh.n_nodes) + 1)
    numpy.testing.assert_array_equal(dofs.field, numpy.tile([0, 1], mesh.n_nodes))
    assert dofs.index == {"u": 0, "v": 1}
    assert dofs.layouts[0] is dofs.layouts[1]  # equal layouts share their patterns


def test_block_restricted_variable():
    mesh = two_blocks()
    dofs = DofMap(mesh, [Variable("u", FIRST), Variable("v", FIRST, blocks=(1,))])
    right = mesh.points[:, 0] >= 0.5 - 1e-12
    assert right.sum() == 6 and dofs.n == mesh.n_nodes + 6
    numpy.testing.assert_array_equal(dofs.dofs[1] >= 0, right)
    blocks = {block.subdomain: i for i, block in enumerate(mesh.blocks)}
    assert dofs.cell_dofs(1, blocks[0]) is None
    assert dofs.cell_dofs(1, blocks[1]).min() >= 0
    every = numpy.concatenate([d[d >= 0] for d in dofs.dofs])
    numpy.testing.assert_array_equal(numpy.sort(every), numpy.arange(dofs.n))  # each number once


def test_mixed_orders():
    mesh = grid(2, 2, "QUAD9")
    dofs = DofMap(mesh, [Variable("p", FIRST), Variable("u", SECOND)])
    assert (dofs.dofs[0] >= 0).sum() == 9 and (dofs.dofs[1] >= 0).sum() == 25 and dofs.n == 34
    assert dofs.cell_dofs(0, 0).shape == (4, 4) and dofs.cell_dofs(1, 0).shape == (4, 9)
    corners = numpy.unique(mesh.blocks[0].cells[:, :4])
    numpy.testing.assert_array_equal(numpy.flatnonzero(dofs.dofs[0] >= 0), corners)


def test_second_order_needs_a_second_order_mesh():
    with pytest.raises(ValueError, match="order SECOND needs a second-order mesh, but its cells are QUAD4"):
        DofMap(grid(), [Variable("u", SECOND)])


def test_cell_variables_come_after_the_nodal_ones():
    mesh = two_blocks()
    dofs = DofMap(mesh, [Variable("c", CONSTANT), Variable("u", FIRST), Variable("d", CONSTANT, blocks=(1,))])
    assert dofs.n == mesh.n_nodes + mesh.n_cells + 2
    assert dofs.dofs[1].max() == mesh.n_nodes - 1
    assert dofs.dofs[0].min() == mesh.n_nodes
    assert sorted(dofs.dofs[2])[:2] == [-1, -1] and (dofs.dofs[2] >= 0).sum() == 2
    for i, block in enumerate(mesh.blocks):
        assert dofs.cell_dofs(0, i).shape == (len(block.cells), 1)
    assert {*numpy.concatenate([dofs.cell_dofs(0, i).ravel() for i in range(2)])} == {*dofs.dofs[0]}


def test_spaces():
    assert FIRST.nodal and not CONSTANT.nodal
    assert (CONSTANT.degree, FIRST.degree, SECOND.degree) == (0, 1, 2)
    assert [FIRST.n_local(t) for t in ("EDGE3", "TRI6", "QUAD9", "TET10", "HEX27")] == [2, 3, 4, 4, 8]
    assert [SECOND.n_local(t) for t in ("EDGE3", "TRI6", "QUAD8", "TET10", "HEX20")] == [3, 6, 8, 10, 20]
    value, *slopes = CONSTANT.tables("QUAD4", numpy.zeros((3, 2)))
    assert value.shape == (3, 1) and value.min() == 1.0 and len(slopes) == 2 and not numpy.any(slopes)


def test_tables_are_a_partition_of_unity():
    xi = numpy.array([[0.2, 0.3], [-0.4, 0.9]])
    for space in (FIRST, SECOND):
        value, *slopes = space.tables("QUAD9", xi)
        numpy.testing.assert_allclose(value.sum(axis=1), 1.0, rtol=1e-14)
        for slope in slopes:
            numpy.testing.assert_allclose(slope.sum(axis=1), 0.0, atol=1e-14)


def test_merged_nodes_share_their_unknowns():
    mesh = generated(1, 4)
    merge = numpy.arange(5)
    merge[4] = 0
    dofs = DofMap(mesh, [Variable("u", FIRST), Variable("v", FIRST)], {"u": merge})
    assert dofs.n == 4 + 5
    assert dofs.dofs[0][4] == dofs.dofs[0][0] and dofs.dofs[1][4] != dofs.dofs[1][0]
    last = dofs.cell_dofs(0, 0)[-1]
    assert dofs.dofs[0][0] in last and (last >= 0).all()
    every = numpy.unique(numpy.concatenate(dofs.dofs))
    numpy.testing.assert_array_equal(every, numpy.arange(9))
    values = dofs.node_values(0, numpy.arange(9.0))
    assert values[4] == values[0]


@pytest.mark.parametrize(
    ("cell", "dim"), [("QUAD9", 2), ("QUAD8", 2), ("TRI6", 2), ("EDGE3", 1), ("HEX27", 3), ("TET10", 3)]
)
def test_first_order_variable_is_interpolated_at_the_other_nodes(cell, dim):
    """A linear function given at the corners is found at the mid-side, face and centre nodes."""
    mesh = generated(dim, 2, 2, 2, elem_type=cell)
    dofs = DofMap(mesh, [Variable("q", SECOND), Variable("u", FIRST)])
    linear = mesh.points @ [1.0, -2.0, 3.0] + 4.0
    vector = numpy.full(dofs.n, numpy.nan)
    has = dofs.dofs[1] >= 0
    vector[dofs.dofs[1][has]] = linear[has]
    assert 0 < has.sum() < mesh.n_nodes
    numpy.testing.assert_allclose(dofs.node_values(1, vector), linear, rtol=1e-13)


def test_node_values_are_zero_outside_the_blocks():
    mesh = two_blocks("QUAD9")
    dofs = DofMap(mesh, [Variable("v", FIRST, blocks=(1,))])
    values = dofs.node_values(0, numpy.full(dofs.n, 5.0))
    numpy.testing.assert_allclose(values, numpy.where(mesh.points[:, 0] >= 0.5 - 1e-12, 5.0, 0.0))
