"""Renamed blocks and boundaries, joined, turned and extruded meshes, rings."""

import numpy as np
import pytest
from alces.fe import gauss, reference_cell
from alces.mesh import (
    MeshError,
    annular,
    bounding_box_subdomain,
    break_boundaries,
    collect,
    delete_boundaries,
    extrude,
    generated,
    nodesets_from_sidesets,
    rename_boundaries,
    rename_subdomains,
    stitch,
    transform,
)


def measure(mesh):
    total = 0.0
    for block in mesh.blocks:
        cell = reference_cell(block.cell_type)
        xi, weights = gauss(block.cell_type, 4)
        x = mesh.points[block.cells][:, :, : cell.dim]
        det = np.linalg.det(np.einsum("cnd,qne->cqde", x, cell.shape_gradient(xi)))
        assert det.min() > 0
        total += (det @ weights).sum()
    return total


def strip(n=3):
    """Cells along x in the blocks 0, 1, 2, ..., the first two of which are called a and b."""
    mesh = generated(1, n, xmax=n)
    for i, name in enumerate("ab" + " " * n):
        if i < n:
            mesh = bounding_box_subdomain(mesh, (i, 0, 0), (i + 1, 0, 0), i, name.strip())
    return mesh


@pytest.mark.parametrize(("old", "new", "ids", "names"), [
    (["a"], ["c"], [0, 1, 2], {0: "c", 1: "b"}),
    (["a", "b"], ["b", "a"], [0, 1, 2], {0: "b", 1: "a"}),            # names change places
    (["0", "1"], ["1", "0"], [1, 0, 2], {1: "a", 0: "b"}),            # numbers change places
    (["0"], ["7"], [7, 1, 2], {7: "a", 1: "b"}),
    (["0", "2"], ["b", "b"], [1, 1, 1], {1: "b"}),                    # into one that exists
    (["0", "2"], ["n", "n"], [0, 1, 0], {0: "n", 1: "b"}),            # the first one's number
    (["0", "1"], ["4", "4"], [4, 4, 2], {4: "a"}),                    # the first one's name
])  # fmt: skip
def test_blocks_get_names_and_numbers(old, new, ids, names):
    mesh = rename_subdomains(strip(), old, new)
    x = np.concatenate([mesh.points[b.cells].mean(axis=(1,))[:, 0] for b in mesh.blocks])
    assert mesh.cell_subdomains[np.argsort(x)].tolist() == ids
    assert mesh.subdomain_names == names


def test_boundaries_get_names_and_numbers_and_become_one():
    mesh = generated(2, 2, 2)
    one = rename_boundaries(mesh, ["bottom", "right", "top"], ["wall", "wall", "5"])
    assert one.boundary_ids == [0, 3, 5]
    assert one.sideset_names == one.nodeset_names == {0: "wall", 3: "left", 5: "top"}
    assert len(one.sidesets[0]) == 4 and len(one.boundary_nodes(0)) == 5
    with pytest.raises(KeyError, match="unknown boundary 'lid'"):
        rename_boundaries(mesh, ["lid"], ["x"])


def test_boundaries_are_forgotten_or_kept():
    mesh = generated(2, 2, 2)
    assert delete_boundaries(mesh, ["top", "1"]).boundary_ids == [0, 3]
    assert delete_boundaries(mesh, ["top", "1"], keep=True).boundary_ids == [1, 2]


def test_a_boundary_is_cut_between_blocks():
    mesh = bounding_box_subdomain(generated(2, 3, 1, xmax=3), (0, 0, 0), (1, 1, 0), 4, "end")
    mesh = break_boundaries(mesh, ["bottom", "left"])
    assert [mesh.sideset_names[i] for i in mesh.boundary_ids[4:]] == [
        "bottom_to_0", "bottom_to_end", "left_to_end"
    ]
    assert [len(mesh.sidesets[i]) for i in (4, 5, 6)] == [2, 1, 1]


def test_side_sets_become_node_sets():
    mesh = bounding_box_subdomain(annular([1.0, 2.0], 4, 0, 90), (0, 0, 0), (9, 9, 0), 3)
    bare = delete_boundaries(mesh, [])
    bare.nodesets.clear()
    np.testing.assert_array_equal(nodesets_from_sidesets(bare).nodesets[1], np.arange(5))


# -- places --


def test_moving_and_scaling():
    mesh = generated(2, 2, 1, xmin=1, xmax=3)
    assert transform(mesh, "TRANSLATE", (1, 2, 3)).points[0].tolist() == [2, 2, 3]
    assert transform(mesh, "TRANSLATE_CENTER_ORIGIN").points[0].tolist() == [-1, -0.5, 0]
    assert transform(mesh, "TRANSLATE_MIN_ORIGIN").points[0].tolist() == [0, 0, 0]
    assert measure(transform(mesh, "SCALE", (2, 3, 1))) == pytest.approx(12.0)
    assert measure(transform(mesh, "SCALE", (2, 0, 0))) == pytest.approx(8.0)  # the same along all axes
    with pytest.raises(MeshError, match="inside out"):
        transform(mesh, "SCALE", (-1, 1, 1))


def test_turning_about_z_then_x_then_z():
    """By 90 degrees each: e_x -> e_y -> e_z -> e_z."""
    mesh = generated(3)
    corner = mesh.points.tolist().index([1, 0, 0])
    other = mesh.points.tolist().index([0, 1, 0])
    turned = transform(mesh, "ROTATE", (90, 90, 90))
    assert turned.points[corner].tolist() == [0, 0, 1]   # x -> y, y -> z, z stays
    assert turned.points[other].tolist() == [0, -1, 0]   # y -> -x, -x stays, -x -> -y
    back = transform(mesh, "ROTATE_EXT", (30, 0, 0))
    np.testing.assert_allclose(back.points[corner], [np.cos(np.pi / 6), 0.5, 0], atol=1e-15)
    np.testing.assert_allclose(transform(mesh, "ROTATE_EXT", (0, 90, 90)).points[corner], [0, 0, 1])
    np.testing.assert_allclose(transform(mesh, "ROTATE", (0, 90, 90)).points[corner], [0, 1, 0])
    assert measure(transform(mesh, "ROTATE", (10, 20, 30))) == pytest.approx(1.0)


# -- rings --


def test_a_closed_ring():
    mesh = annular([1.0, 1.5, 2.0], 8)
    assert (mesh.n_nodes, mesh.n_cells, mesh.boundary_ids) == (24, 16, [0, 1])
    assert measure(mesh) == pytest.approx(0.5 * 8 * np.sin(np.pi / 4) * (4 - 1))
    radius = np.linalg.norm(mesh.points, axis=1)
    np.testing.assert_allclose(radius, np.repeat([2.0, 1.5, 1.0], 8))  # from the outermost ring inwards
    np.testing.assert_allclose(radius[mesh.boundary_nodes(0)], 1.0)
    assert mesh.boundary_nodes(mesh.boundary_id("rmax")).tolist() == list(range(8))


def test_a_sector_of_a_disc():
    mesh = annular([0.0, 1.0, 2.0], 3, 0, 90)
    assert [b.cell_type for b in mesh.blocks] == ["QUAD4", "TRI3"] and mesh.block_ids == [0, 1]
    assert (mesh.n_nodes, mesh.n_cells, mesh.boundary_ids) == (9, 6, [0, 1, 2, 3])
    assert measure(mesh) == pytest.approx(0.5 * 3 * np.sin(np.pi / 6) * 4)
    assert mesh.boundary_nodes(0).tolist() == [8]  # the centre
    assert np.abs(mesh.points[mesh.boundary_nodes(mesh.boundary_id("dmin"))][:, 1]).max() == 0.0
    assert np.abs(mesh.points[mesh.boundary_nodes(mesh.boundary_id("dmax"))][:, 0]).max() < 1e-15
    assert [len(mesh.sidesets[i]) for i in (1, 2, 3)] == [3, 2, 2]
    assert annular([0.0, 1.0], 6).sidesets[1].sides.tolist() == [1] * 6  # triangles only


# -- several meshes --


def test_meshes_side_by_side():
    mesh = collect([generated(1, 2), transform(generated(1, 3), "TRANSLATE", (5, 0, 0))])
    assert (mesh.n_nodes, mesh.n_cells, mesh.block_ids) == (7, 5, [0])
    assert mesh.sidesets[0].cells.tolist() == [0, 2]
    assert mesh.points[mesh.boundary_nodes(1), 0].tolist() == [1, 6]


def test_meshes_sewn_together():
    left = generated(2, 2, 2, xmax=1)
    right = bounding_box_subdomain(generated(2, 1, 2, xmin=1, xmax=2), (1, 0, 0), (2, 1, 0), 3)
    last = generated(2, 1, 2, xmin=2, xmax=4)
    mesh = stitch([left, right, last], [("right", "left"), ("right", "left")])
    assert (mesh.n_nodes, mesh.n_cells, mesh.block_ids) == (15, 8, [0, 3])
    assert measure(mesh) == pytest.approx(4.0)
    assert sorted(mesh.sideset_names.items()) == [(0, "bottom"), (2, "top"), (3, "left"), (7, "right")]
    assert mesh.points[mesh.boundary_nodes(mesh.boundary_id("right")), 0].tolist() == [4.0] * 3
    assert len(mesh.sidesets[mesh.boundary_id("top")]) == 4
    apart = stitch([left, right], [("right", "left")], clear=False, merge_names=False)
    assert apart.boundary_ids == list(range(8)) and apart.n_nodes == 12
    with pytest.raises(MeshError, match="no nodes at the same places"):
        stitch([left, last], [("right", "left")])


# -- extrusion --


@pytest.mark.parametrize("along", [(0, 0, 2), (0, 0, -2), (1, 0, 2)])
def test_rectangles_become_boxes(along):
    flat = bounding_box_subdomain(generated(2, 2, 1), (0, 0, 0), (0.5, 1, 0), 1)
    mesh = extrude(flat, np.outer([0, 0.25, 1], along), "floor", "roof", [{}, {1: 9}])
    assert (mesh.n_nodes, mesh.n_cells, mesh.dim, mesh.block_ids) == (18, 4, 3, [0, 1, 9])
    assert measure(mesh) == pytest.approx(2.0)
    assert set(mesh.points[mesh.boundary_nodes(mesh.boundary_id("floor")), 2]) == {0.0}
    assert set(mesh.points[mesh.boundary_nodes(mesh.boundary_id("roof")), 2]) == {along[2]}
    left = mesh.points[mesh.side_nodes(mesh.sidesets[3])]
    np.testing.assert_allclose(left[:, 0], left[:, 2] * along[0] / along[2])
    np.testing.assert_array_equal(mesh.side_nodes(mesh.sidesets[3]), mesh.nodesets[3])
    sealed = mesh.cell_subdomains[mesh.sidesets[mesh.boundary_id("roof")].cells]
    assert sorted(sealed) == [0, 9]


def test_lines_become_rectangles():
    up, down = (extrude(generated(1, 2), [(0, 0, 0), (0, s, 0)], "low", "high") for s in (1, -1))
    for mesh in (up, down):
        assert measure(mesh) == pytest.approx(1.0)
        assert set(mesh.points[mesh.side_nodes(mesh.sidesets[0]), 0]) == {0.0}
        assert set(mesh.points[mesh.boundary_nodes(mesh.boundary_id("low")), 1]) == {0.0}
    with pytest.raises(MeshError, match="TRI3 cannot be extruded"):
        extrude(generated(2, elem_type="TRI3"), [(0, 0, 0), (0, 0, 1)])
    with pytest.raises(MeshError, match="along the cells"):
        extrude(generated(1, 2), [(0, 0, 0), (1, 0, 0)])
