"""Functions that take a mesh and return a changed one."""

import time
from dataclasses import replace

import numpy as np
import pytest
from alces.fe import gauss, reference_cell, side_rule
from alces.mesh import (
    CellBlock,
    Mesh,
    MeshError,
    bounding_box_nodeset,
    bounding_box_subdomain,
    extra_nodeset,
    faces,
    generated,
    order_second,
    sidesets_between,
    uniform_refine,
)

ALL = (
    "EDGE2", "EDGE3", "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "TET4", "TET10", "HEX8", "HEX20", "HEX27",
)  # fmt: skip


def made(name, n=2, **more):
    return generated(reference_cell(name).dim, n, n, n, elem_type=name, **more)


def measure(mesh):
    total = 0.0
    for block in mesh.blocks:
        cell = reference_cell(block.cell_type)
        xi, weights = gauss(block.cell_type, 6)
        x = mesh.points[block.cells][:, :, : cell.dim]
        det = np.linalg.det(np.einsum("cnd,qne->cqde", x, cell.shape_gradient(xi)))
        assert det.min() > 0
        total += (det @ weights).sum()
    return total


def side_measure(mesh, number):
    """Length or area of a side set."""
    total, sideset = 0.0, mesh.sidesets[number]
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        cell = reference_cell(block.cell_type)
        for side in range(len(cell.sides)):
            inside = (sideset.cells >= first) & (sideset.cells < first + len(block)) & (sideset.sides == side)
            x = mesh.points[block.cells[sideset.cells[inside] - first]]
            xi, weights, tangents = side_rule(block.cell_type, side, 6)
            t = np.einsum("cnd,qne,qes->cqds", x, cell.shape_gradient(xi), tangents)
            total += (np.sqrt(np.linalg.det(np.einsum("cqds,cqdt->cqst", t, t))) @ weights).sum()
    return total


def pairs(sideset):
    return set(zip(sideset.cells.tolist(), sideset.sides.tolist(), strict=True))


# -- faces --


@pytest.mark.parametrize(
    ("name", "boundary", "interior"),
    [("EDGE2", 2, 1), ("TRI3", 8, 8), ("QUAD9", 8, 4), ("TET10", 96, 24 * 8 * 2 - 48), ("HEX8", 24, 12)],
)
def test_faces_are_counted_once(name, boundary, interior):
    found = faces(made(name))
    assert (len(found.boundary), len(found.first), len(found.second)) == (boundary, interior, interior)


@pytest.mark.parametrize("name", ["TRI6", "QUAD4", "TET4", "HEX27"])
def test_both_sides_of_an_interior_face_have_the_same_nodes(name):
    mesh = made(name)
    found, cells, sides = faces(mesh), mesh.blocks[0].cells, reference_cell(name).sides
    for i in range(len(found.first)):
        here = cells[found.first.cells[i], list(sides[found.first.sides[i]].nodes)]
        there = cells[found.second.cells[i], list(sides[found.second.sides[i]].nodes)]
        assert set(here) == set(there)


def test_the_boundary_faces_are_those_of_the_named_boundaries():
    mesh = made("HEX8", 3)
    boundary = faces(mesh).boundary
    named = set().union(*(pairs(sideset) for sideset in mesh.sidesets.values()))
    assert pairs(boundary) == named


# -- subdomains and side sets --


def test_a_box_becomes_a_subdomain_and_the_side_sets_follow_the_cells():
    old = generated(2, 4, 2, xmax=4.0, ymax=2.0)
    mesh = bounding_box_subdomain(old, (0, 0, 0), (1, 2, 0), 7, "seed")
    assert mesh.block_ids == [0, 7]
    assert [len(block) for block in mesh.blocks] == [6, 2]
    assert mesh.subdomain_id("seed") == 7
    assert mesh.points[mesh.blocks[1].cells][:, :, 0].max() == 1.0
    for number in range(4):
        assert side_measure(mesh, number) == pytest.approx({0: 4.0, 1: 2.0, 2: 4.0, 3: 2.0}[number])
        np.testing.assert_array_equal(mesh.side_nodes(mesh.sidesets[number]), old.nodesets[number])
    assert set(mesh.sidesets[3].cells.tolist()) == {6, 7}
    assert old.block_ids == [0]


def test_outside_of_a_box():
    mesh = bounding_box_subdomain(generated(1, 10), (0.2, 0, 0), (0.5, 0, 0), 3, location="OUTSIDE")
    assert mesh.cell_subdomains.tolist() == [0, 0, 0, 3, 3, 3, 3, 3, 3, 3]


def test_side_set_between_subdomains_belongs_to_the_primary_one():
    mesh = bounding_box_subdomain(generated(2, 4, 2, xmax=4.0, ymax=2.0), (0, 0, 0), (1, 2, 0), 7, "seed")
    mesh = sidesets_between(mesh, ["seed"], ["0"], "interface")
    assert mesh.boundary_id("interface") == 4
    assert side_measure(mesh, 4) == pytest.approx(2.0)
    assert mesh.sidesets[4].cells.tolist() == [6, 7]
    assert mesh.sidesets[4].sides.tolist() == [1, 1]
    assert mesh.points[mesh.boundary_nodes(4), 0].tolist() == [1.0, 1.0, 1.0]
    back = sidesets_between(mesh, [0], [7], "12")
    assert back.sidesets[12].sides.tolist() == [3, 3]


def test_subdomains_that_do_not_touch_are_refused():
    mesh = bounding_box_subdomain(generated(1, 4), (0, 0, 0), (0.3, 0, 0), 1)
    mesh = bounding_box_subdomain(mesh, (0.7, 0, 0), (1, 0, 0), 2)
    with pytest.raises(MeshError, match=r"boundary 'a': subdomains \[1\] and \[2\] share no side"):
        sidesets_between(mesh, [1], [2], "a")
    with pytest.raises(KeyError, match="unknown subdomain 'x'"):
        sidesets_between(mesh, ["x"], [2], "a")


@pytest.mark.parametrize(
    ("box", "message"),
    [
        (((1, 0, 0), (0, 1, 0), 1), "bottom_left .* must not exceed top_right"),
        (((5, 0, 0), (6, 1, 0), 1), "subdomain 1: no cell is inside the box"),
    ],
)
def test_boxes_that_make_no_sense_are_refused(box, message):
    with pytest.raises(MeshError, match=message):
        bounding_box_subdomain(generated(2), *box)
    with pytest.raises(MeshError, match="location must be INSIDE or OUTSIDE, got 'near'"):
        bounding_box_subdomain(generated(2), (0, 0, 0), (1, 1, 0), 1, location="near")


# -- node sets --


def test_extra_nodeset_by_number_and_by_coordinates():
    mesh = extra_nodeset(generated(2, 2, 2), ["pin", "99"], nodes=[8], coordinates=[(0.5, 0.5), (1.0,)])
    assert mesh.boundary_id("pin") == 4
    assert mesh.nodesets[4].tolist() == mesh.nodesets[99].tolist() == [2, 4, 8]
    assert 4 not in generated(2, 2, 2).nodesets


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "give nodes or coordinates"),
        ({"nodes": [9]}, "no node 9, the mesh has nodes 0 to 8"),
        ({"coordinates": [(0.4, 0.5)]}, r"no node within 1e-06 of \[0.4, 0.5, 0.0\]; the nearest is \[0.5,"),
        ({"coordinates": [()]}, "a point has 1 to 3 coordinates, got 0"),
    ],
)
def test_extra_nodesets_that_do_not_exist_are_refused(given, message):
    with pytest.raises(MeshError, match=message):
        extra_nodeset(generated(2, 2, 2), ["pin"], **given)


def test_bounding_box_nodeset():
    mesh = bounding_box_nodeset(generated(2, 2, 2), "half", (0, 0, 0), (0.5, 1, 0))
    assert mesh.nodesets[mesh.boundary_id("half")].tolist() == [0, 1, 3, 4, 6, 7]
    with pytest.raises(MeshError, match="node set 'far': no node is inside the box"):
        bounding_box_nodeset(mesh, "far", (2, 2, 0), (3, 3, 0))


# -- second order and refinement --


@pytest.mark.parametrize(
    ("first", "second", "full"),
    [
        ("EDGE2", "EDGE3", True), ("TRI3", "TRI6", True), ("QUAD4", "QUAD9", True), ("QUAD4", "QUAD8", False),
        ("TET4", "TET10", True), ("HEX8", "HEX27", True), ("HEX8", "HEX20", False),
    ],
)  # fmt: skip
def test_second_order_puts_straight_cells_on_the_same_corners(first, second, full):
    old = made(first)
    mesh = order_second(old, full)
    cell = reference_cell(second)
    assert mesh.blocks[0].cell_type == second
    np.testing.assert_array_equal(mesh.blocks[0].cells[:, : cell.n_vertices], old.blocks[0].cells)
    corners = old.points[old.blocks[0].cells]
    straight = np.einsum("kv,cvd->ckd", reference_cell(first).shape(cell.nodes), corners)
    np.testing.assert_allclose(mesh.points[mesh.blocks[0].cells], straight, atol=1e-14)


def test_second_order_of_a_mixed_mesh_shares_the_nodes_of_shared_edges():
    points = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [2, 0, 0]], dtype=float)
    blocks = [CellBlock("QUAD4", 1, np.array([[0, 1, 2, 3]])), CellBlock("TRI3", 1, np.array([[1, 4, 2]]))]
    mesh = order_second(Mesh(points, 2, blocks))
    assert [block.cell_type for block in mesh.blocks] == ["QUAD9", "TRI6"]
    assert mesh.n_nodes == 5 + 6 + 1
    assert mesh.blocks[0].cells[0, 5] == mesh.blocks[1].cells[0, 5]
    assert mesh.points[mesh.blocks[0].cells[0, 8]].tolist() == [0.5, 0.5, 0.0]
    assert order_second(mesh) is mesh


def test_a_mesh_of_mixed_order_is_refused():
    points = np.array([[0, 0, 0], [1, 0, 0], [2, 0, 0], [1.5, 0, 0]], dtype=float)
    blocks = [CellBlock("EDGE2", 0, np.array([[0, 1]])), CellBlock("EDGE3", 1, np.array([[1, 2, 3]]))]
    with pytest.raises(MeshError, match="mixes first- and second-order"):
        order_second(Mesh(points, 1, blocks))


def test_second_order_extends_a_node_set_to_the_nodes_between_its_members():
    mesh = order_second(extra_nodeset(generated(2, 2, 2), ["pair"], nodes=[0, 1]))
    number = mesh.boundary_id("pair")
    assert mesh.points[mesh.nodesets[number], 0].tolist() == [0.0, 0.5, 0.25]


@pytest.mark.parametrize("name", ALL)
def test_refinement_gives_the_mesh_that_would_have_been_generated(name):
    coarse, fine = made(name, 2), made(name, 4)
    mesh = uniform_refine(coarse)
    dim = mesh.dim
    assert mesh.blocks[0].cell_type == name
    assert mesh.n_cells == coarse.n_cells * 2**dim
    assert measure(mesh) == pytest.approx(1.0, rel=1e-12)
    assert len(np.unique(mesh.points.round(12), axis=0)) == mesh.n_nodes
    if not name.startswith("TET"):  # their 24 children of a box are not the refined ones of a larger box
        assert mesh.n_nodes == fine.n_nodes
        for number in mesh.sidesets:
            assert len(mesh.sidesets[number]) == len(fine.sidesets[number])
    for number, nodes in mesh.nodesets.items():
        np.testing.assert_array_equal(nodes, mesh.side_nodes(mesh.sidesets[number]))
        if dim > 1:
            assert side_measure(mesh, number) == pytest.approx(1.0, rel=1e-12)


def test_refinement_conforms():
    mesh = uniform_refine(made("TET4", 1), 2)
    assert len(faces(mesh).boundary) == 24 * 16


def test_refinement_keeps_the_curved_shape_of_second_order_cells():
    """One QUAD9 with a parabolic upper side, y = 1 + x (1 - x), has area 7/6, refined or not."""
    flat = generated(2, elem_type="QUAD9")
    points = flat.points.copy()
    points[:, 1] *= 1 + points[:, 0] * (1 - points[:, 0])
    curved = replace(flat, points=points)
    assert measure(curved) == pytest.approx(7 / 6, rel=1e-13)
    mesh = uniform_refine(curved, 2)
    assert measure(mesh) == pytest.approx(7 / 6, rel=1e-13)
    top = mesh.points[mesh.nodesets[2]]
    assert len(top) == 9
    np.testing.assert_allclose(top[:, 1], 1 + top[:, 0] * (1 - top[:, 0]), rtol=1e-14)


def test_refinement_of_two_subdomains_keeps_their_areas():
    mesh = bounding_box_subdomain(generated(2, 4, 2, elem_type="TRI3"), (0, 0, 0), (0.25, 1, 0), 5)
    mesh = uniform_refine(mesh, 2)
    area = [measure(Mesh(mesh.points, 2, [block])) for block in mesh.blocks]
    assert area == pytest.approx([0.75, 0.25])


def test_negative_refinement_is_refused():
    with pytest.raises(MeshError, match="uniform_refine must not be negative, got -1"):
        uniform_refine(generated(1), -1)


def test_a_512_by_512_mesh_is_made_in_under_a_second():
    start = time.perf_counter()
    mesh = generated(2, 512, 512)
    assert time.perf_counter() - start < 1.0
    assert mesh.n_cells == 262144
