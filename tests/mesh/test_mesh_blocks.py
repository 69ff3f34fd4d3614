"""Cartesian block meshes, deletion of blocks, sides by a condition, libMesh's node numbers."""

import numpy as np
import pytest
from alces.mesh import (
    MeshError,
    cartesian,
    centroids,
    delete_subdomains,
    generated,
    node_numbers,
    sidesets_between,
    sidesets_where,
)


def ring():
    """3 x 3 blocks of widths 0.45, 0.1, 0.45; the one in the middle is subdomain 2."""
    widths, cells = ((0.45, 0.1, 0.45),) * 2, ((2, 1, 2),) * 2
    return cartesian(widths, cells, (1, 1, 1, 1, 2, 1, 1, 1, 1))


def test_cartesian_blocks():
    mesh = ring()
    assert mesh.n_cells == 25 and mesh.block_ids == [1, 2]
    np.testing.assert_allclose(np.unique(mesh.points[:, 0]), [0, 0.225, 0.45, 0.55, 0.775, 1.0])
    middle = centroids(mesh)[mesh.cell_subdomains == 2]
    np.testing.assert_allclose(middle, [[0.5, 0.5, 0.0]])
    assert len(mesh.sidesets[mesh.boundary_id("left")]) == 5


def test_cartesian_in_one_direction_numbers_blocks_along_it():
    mesh = cartesian(((1.0, 2.0),), ((1, 4),), (7, 3))
    assert {b.subdomain: len(b) for b in mesh.blocks} == {7: 1, 3: 4}


@pytest.mark.parametrize(("cells", "ids", "message"), [
    (((1,),), (), "dx has 2 entries, but ix has 1"),
    (((1, 0),), (), "must be positive"),
    (((1, 1),), (1, 2, 3), "3 entries, but there are 2 blocks"),
])
def test_cartesian_mistakes(cells, ids, message):
    with pytest.raises(MeshError, match=message):
        cartesian(((1.0, 1.0),), cells, ids)


def test_deleting_the_middle_keeps_the_named_sides_around_it():
    mesh = delete_subdomains(sidesets_between(ring(), ["1"], ["2"], "interface"), ["2"])
    assert mesh.n_cells == 24 and mesh.n_nodes == 36 and mesh.block_ids == [1]
    hole = mesh.boundary_id("interface")
    assert len(mesh.sidesets[hole]) == 4
    corners = mesh.points[mesh.boundary_nodes(hole)]
    np.testing.assert_allclose(np.sort(corners[:, 0]), [0.45, 0.45, 0.55, 0.55])


def test_deleting_removes_nodes_and_names_what_becomes_free():
    mesh = delete_subdomains(cartesian(((1.0, 1.0),), ((1, 1),), (1, 2)), ["1"], "cut")
    np.testing.assert_allclose(mesh.points[:, 0], [1.0, 2.0])
    np.testing.assert_allclose(mesh.points[mesh.boundary_nodes(mesh.boundary_id("cut"))], [[1.0, 0.0, 0.0]])


def test_deleting_everything_is_an_error():
    with pytest.raises(MeshError, match="no cell would be left"):
        delete_subdomains(generated(1), ["0"])


def test_sides_by_a_condition_may_be_inside():
    mesh = sidesets_where(generated(2, 2, 2), lambda x: abs(x[:, 0] - 0.5) < 1e-9, "middle")
    assert len(mesh.sidesets[mesh.boundary_id("middle")]) == 4  # two sides, seen from both cells
    with pytest.raises(MeshError, match="no side fulfils"):
        sidesets_where(generated(2, 2, 2), lambda x: x[:, 0] > 2.0, "nowhere")


@pytest.mark.parametrize(("cell", "number"), [("HEX8", 19), ("HEX27", 66)])
def test_nodes_are_numbered_as_the_cells_name_them(cell, number):
    """Counted by hand: a row of 5 boxes gives 8 + 4 + 4 + 4 = 20 nodes up to the upper far corner of the
    fourth, or with 27 nodes a box 27 + 18 + 18 and then the four new vertices of the fourth."""
    mesh = generated(3, 5, 1, 1, elem_type=cell)
    where = np.flatnonzero(node_numbers(mesh) == number)
    np.testing.assert_allclose(mesh.points[where], [[0.8, 1.0, 1.0]])
    assert sorted(node_numbers(mesh)) == list(range(mesh.n_nodes))


def test_coordinates_are_rounded_as_fractions():
    """12/20 is the number 0.6; twelve times 0.05 is the next one above it."""
    assert 0.6 in generated(1, 20).points[:, 0]
