"""Structured meshes: counts, measures, boundaries, numbering."""

import numpy as np
import pytest
from alces.fe import gauss, reference_cell
from alces.mesh import MeshError, generated

TYPES = {
    1: ("EDGE2", "EDGE3"),
    2: ("TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9"),
    3: ("TET4", "TET10", "HEX8", "HEX20", "HEX27"),
}
ALL = [(dim, name) for dim, names in TYPES.items() for name in names]


def measure(mesh):
    """Sum of the cells' lengths, areas or volumes; every determinant must be positive."""
    total = 0.0
    for block in mesh.blocks:
        cell = reference_cell(block.cell_type)
        xi, weights = gauss(block.cell_type, 4)
        x = mesh.points[block.cells][:, :, : cell.dim]
        det = np.linalg.det(np.einsum("cnd,qne->cqde", x, cell.shape_gradient(xi)))
        assert det.min() > 0
        total += (det @ weights).sum()
    return total


@pytest.mark.parametrize(("dim", "name"), ALL)
def test_cells_fill_the_box_whatever_the_bias(dim, name):
    mesh = generated(dim, 3, 2, 4, 1.0, 4.0, -1.0, 1.0, 0.0, 5.0, name, bias_x=1.3, bias_y=0.8, bias_z=1.1)
    assert mesh.dim == dim
    assert mesh.block_ids == [0]
    assert measure(mesh) == pytest.approx({1: 3.0, 2: 6.0, 3: 30.0}[dim], rel=1e-13)


@pytest.mark.parametrize(("dim", "name"), ALL)
def test_no_two_nodes_coincide_and_every_node_is_used(dim, name):
    mesh = generated(dim, 3, 2, 2, elem_type=name)
    assert len(np.unique(mesh.points.round(12), axis=0)) == mesh.n_nodes
    assert len(np.unique(mesh.blocks[0].cells)) == mesh.n_nodes


@pytest.mark.parametrize(
    ("name", "nodes", "cells"),
    [
        ("EDGE2", 4, 3), ("EDGE3", 7, 3),
        ("TRI3", 12, 12), ("TRI6", 35, 12), ("QUAD4", 12, 6), ("QUAD8", 29, 6), ("QUAD9", 35, 6),
        ("HEX8", 60, 24), ("HEX27", 7 * 5 * 9, 24), ("HEX20", 60 + 133, 24),
        ("TET4", 60 + 24 + 98, 24 * 24),
    ],
)  # fmt: skip
def test_counts(name, nodes, cells):
    """A 3 x 2 x 4 box has 60 vertices, 133 edges (45 + 40 + 48), 98 faces (4*8 + 3*12 + 5*6) and 24 cells."""
    dim = reference_cell(name).dim
    mesh = generated(dim, 3, 2, 4, elem_type=name)
    assert (mesh.n_nodes, mesh.n_cells) == (nodes, cells)


WHERE = {
    1: {"left": (0, 0, 1.0), "right": (1, 0, 4.0)},
    2: {"bottom": (0, 1, -1.0), "right": (1, 0, 4.0), "top": (2, 1, 1.0), "left": (3, 0, 1.0)},
    3: {
        "back": (0, 2, 0.0), "bottom": (1, 1, -1.0), "right": (2, 0, 4.0),
        "top": (3, 1, 1.0), "left": (4, 0, 1.0), "front": (5, 2, 5.0),
    },
}  # fmt: skip


@pytest.mark.parametrize(("dim", "name"), ALL)
def test_boundaries_have_the_ids_and_names_of_moose_and_hold_all_nodes_there(dim, name):
    mesh = generated(dim, 3, 2, 4, 1.0, 4.0, -1.0, 1.0, 0.0, 5.0, name)
    assert set(mesh.sidesets) == set(mesh.nodesets) == {number for number, _, _ in WHERE[dim].values()}
    for boundary, (number, axis, value) in WHERE[dim].items():
        assert mesh.boundary_id(boundary) == mesh.boundary_id(str(number)) == number
        assert mesh.sideset_names[number] == mesh.nodeset_names[number] == boundary
        there = np.flatnonzero(np.abs(mesh.points[:, axis] - value) < 1e-12)
        np.testing.assert_array_equal(mesh.nodesets[number], there)
        np.testing.assert_array_equal(mesh.side_nodes(mesh.sidesets[number]), there)
        np.testing.assert_array_equal(mesh.boundary_nodes(number), there)


def test_nodes_and_cells_are_numbered_with_x_fastest():
    mesh = generated(2, 2, 2, xmax=2.0, ymax=2.0)
    assert mesh.points[[0, 1, 3]].tolist() == [[0, 0, 0], [1, 0, 0], [0, 1, 0]]
    assert mesh.blocks[0].cells.tolist() == [[0, 1, 4, 3], [1, 2, 5, 4], [3, 4, 7, 6], [4, 5, 8, 7]]
    assert mesh.sidesets[1].cells.tolist() == [1, 3]
    assert mesh.sidesets[1].sides.tolist() == [1, 1]


def test_bias_is_the_ratio_of_neighbouring_widths():
    mesh = generated(1, 3, xmax=7.0, bias_x=2.0)
    np.testing.assert_allclose(mesh.points[:, 0], [0.0, 1.0, 3.0, 7.0], rtol=1e-15)


def test_middle_nodes_stay_in_the_middle_under_bias():
    mesh = generated(1, 2, xmax=3.0, bias_x=2.0, elem_type="EDGE3")
    np.testing.assert_allclose(mesh.points[mesh.blocks[0].cells, 0], [[0, 1, 0.5], [1, 3, 2.0]], rtol=1e-15)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"dim": 4}, "dim must be 1, 2 or 3, got 4"),
        ({"dim": 2, "nx": 0}, "nx must be at least 1, got 0"),
        ({"dim": 2, "ymax": -1.0}, "ymax = -1 must be larger than ymin = 0"),
        ({"dim": 2, "bias_y": -1.0}, "bias_y must be positive, got -1"),
        ({"dim": 2, "elem_type": "HEX8"}, "elem_type HEX8 has dimension 3, but dim = 2"),
        ({"dim": 2, "elem_type": "QUAD5"}, "elem_type: unknown cell type 'QUAD5'; known: .*QUAD8"),
    ],
)
def test_impossible_requests_are_refused(options, message):
    with pytest.raises(MeshError, match=message):
        generated(**options)


def test_unknown_names_are_refused_with_the_known_ones():
    mesh = generated(2)
    with pytest.raises(KeyError, match=r"unknown boundary 'botom'; the mesh has: bottom \(0\), right \(1\)"):
        mesh.boundary_id("botom")
    with pytest.raises(KeyError, match="unknown subdomain 'solid'; the mesh has: 0"):
        mesh.subdomain_id("solid")
