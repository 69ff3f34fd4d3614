"""Side sets by normals, by points, around blocks, in boxes."""

from dataclasses import replace

import numpy as np
import pytest
from alces.mesh import (
    MeshError,
    annular,
    bounding_box_subdomain,
    choose_sides,
    generated,
    replace_sides,
    sidesets_around,
    sidesets_from_nodesets,
    sidesets_from_normals,
    sidesets_from_points,
    sidesets_in_box,
    sidesets_of_all_normals,
)
from alces.mesh.side_normals import side_normals
from alces.mesh.side_points import sides_at


def pairs(sideset):
    return set(zip(sideset.cells.tolist(), sideset.sides.tolist(), strict=True))


def same_sides(mesh, a, b):
    return pairs(mesh.sidesets[mesh.boundary_id(a)]) == pairs(mesh.sidesets[mesh.boundary_id(b)])


@pytest.mark.parametrize("kind", ["EDGE3", "TRI6", "QUAD4", "TET4", "HEX27"])
def test_normals_of_a_box(kind):
    mesh = generated(1 if "EDGE" in kind else 3 if kind[:3] in ("TET", "HEX") else 2, 2, 2, 2, elem_type=kind)
    expected = {"left": (-1, 0, 0), "right": (1, 0, 0), "bottom": (0, -1, 0), "top": (0, 1, 0),
                "back": (0, 0, -1), "front": (0, 0, 1)}
    for number, sides in mesh.sidesets.items():
        wanted = expected[mesh.sideset_names[number]]
        np.testing.assert_allclose(side_normals(mesh, sides), [wanted] * len(sides), atol=1e-14)


def test_faces_of_a_cube_by_normal():
    mesh = generated(3, 2, 2, 2)
    mesh = sidesets_from_normals(mesh, choose_sides(mesh, external=True), ["low", "9"],
                                 [(-2, 0, 0), (0, 0, 1)])
    assert same_sides(mesh, "low", "left") and same_sides(mesh, "9", "front")
    assert (mesh.boundary_id("low"), mesh.boundary_ids[-1]) == (6, 9)


def test_a_curved_side_is_followed_unless_the_normal_is_fixed():
    """The outer edge of a quarter of a ring: neighbouring normals differ by 10 degrees, 1 - cos < 0.02."""
    ring = annular([1.0, 2.0], 9, 0, 90)
    outer = choose_sides(ring, external=True)
    found = sidesets_from_normals(ring, outer, ["a"], [(1, 0, 0)], 0.02)
    assert same_sides(found, "a", "rmax")
    fixed = sidesets_from_normals(ring, outer, ["a"], [(1, 0, 0)], 0.02, fixed_normal=True)
    assert pairs(fixed.sidesets[fixed.boundary_id("a")]) == {(0, 2)}  # only the side at 5 degrees
    at = sidesets_from_points(ring, outer, ["a"], [ring.points[:2].mean(axis=0)], 0.02)
    assert same_sides(at, "a", "rmax")


def test_nothing_with_this_normal_is_refused():
    mesh = generated(2, 2, 2)
    outer = choose_sides(mesh, external=True)
    with pytest.raises(MeshError, match=r"boundary 'a': no side has the normal \[0, 0, 1\]"):
        sidesets_from_normals(mesh, outer, ["a"], [(0, 0, 1)])
    with pytest.raises(MeshError, match="no direction"):
        sidesets_from_normals(mesh, outer, ["a"], [(0, 0, 0)])


@pytest.mark.parametrize(("dim", "point", "name"), [
    (1, (1, 0, 0), "right"), (2, (0.3, 1, 0), "top"), (3, (0.3, 0.4, 1), "front"),
    (3, (0.9, 0, 0.9), "bottom"),
])  # fmt: skip
@pytest.mark.parametrize("fixed", [False, True])
def test_the_side_at_a_point_and_all_around_it(dim, point, name, fixed):
    mesh = generated(dim, 3, 3, 3)
    found = sidesets_from_points(mesh, choose_sides(mesh, external=True), ["here"], [point],
                                 fixed_normal=fixed)
    assert same_sides(found, "here", name)


@pytest.mark.parametrize(("kind", "point", "count"), [
    ("TET4", (0.3, 0.1, 0), 1), ("TET4", (0, 0, 0), 2), ("HEX8", (0.5, 0.3, 0), 2),
    ("HEX8", (0.6, 0.9, 0), 1),
    ("HEX8", (0.6, 0.9, 0.1), 0), ("TRI3", (0.3, 0, 0), 1), ("TRI3", (0.5, 0, 0), 2),
])  # fmt: skip
def test_sides_that_hold_a_point(kind, point, count):
    mesh = generated(2 if kind == "TRI3" else 3, 2, 2, 2, elem_type=kind)
    bottom = mesh.sidesets[mesh.boundary_id("bottom" if kind == "TRI3" else "back")]
    assert sides_at(mesh, bottom, point).sum() == count


def test_a_point_off_the_surface_is_refused():
    mesh = generated(3, 2, 2, 2)
    with pytest.raises(MeshError, match="there is no side at"):
        sidesets_from_points(mesh, choose_sides(mesh, external=True), ["here"], [(0.3, 0.3, 0.2)])


def test_all_sides_by_their_normals():
    """A square has four, numbered from 1 in the order of the cells; 1 to 3 are taken."""
    mesh = generated(2, 3, 2)
    mesh = sidesets_of_all_normals(mesh, choose_sides(mesh, external=True))
    assert mesh.boundary_ids == list(range(8))
    for number, name in ((4, "bottom"), (5, "left"), (6, "right"), (7, "top")):
        assert same_sides(mesh, number, name)
    ring = annular([1.0, 2.0], 9, 0, 90)
    mesh = sidesets_of_all_normals(ring, choose_sides(ring, external=True), 0.02)
    assert mesh.boundary_ids == list(range(8)) and same_sides(mesh, 6, "rmax")


def test_around_a_block_seen_from_inside():
    mesh = bounding_box_subdomain(generated(2, 3, 3, xmax=3, ymax=3), (0, 1, 0), (2, 2, 0), 5, "core")
    whole = sidesets_around(mesh, ["core"], ["skin"])
    sides = whole.sidesets[whole.boundary_id("skin")]
    assert len(sides) == 6 and set(mesh.cell_subdomains[sides.cells]) == {5}
    right = sidesets_around(mesh, ["core"], ["skin"], (3, 0, 0))
    assert pairs(right.sidesets[4]) == {(8, 1)}
    outer = sidesets_around(mesh, ["core"], ["skin"], external_only=True)
    assert pairs(outer.sidesets[4]) == {(7, 3)}
    with pytest.raises(MeshError, match="no such side"):
        sidesets_around(mesh, ["core"], ["skin"], (0, 0, 1))


def test_replaced_sides_leave_the_other_boundaries():
    mesh = generated(2, 2, 2)
    moved = replace_sides(mesh, "new", mesh.sidesets[0])
    assert len(moved.sidesets[0]) == 0 and pairs(moved.sidesets[4]) == pairs(mesh.sidesets[0])
    assert len(moved.sidesets[1]) == 2


def test_sides_are_chosen_by_block_neighbour_and_boundary():
    mesh = bounding_box_subdomain(generated(1, 4), (0.5, 0, 0), (1, 0, 0), 1)
    assert pairs(choose_sides(mesh)) == {(c, s) for c in range(4) for s in range(2)}
    assert pairs(choose_sides(mesh, ["1"])) == {(2, 0), (2, 1), (3, 0), (3, 1)}
    assert pairs(choose_sides(mesh, ["0"], ["1"])) == {(1, 1)}
    assert pairs(choose_sides(mesh, boundaries=["left"])) == {(0, 0)}
    assert pairs(choose_sides(mesh, external=True)) == {(0, 0), (3, 1)}


def test_parts_of_boundaries_in_a_box():
    mesh = generated(2, 4, 4)
    half = sidesets_in_box(mesh, ["left", "bottom"], "10", (0, 0, 0), (0.5, 0.5, 0))
    assert pairs(half.sidesets[10]) == {(0, 0), (1, 0), (0, 3), (4, 3)}
    rest = sidesets_in_box(mesh, ["left"], "10", (0, 0, 0), (0.5, 0.5, 0), "OUTSIDE")
    assert pairs(rest.sidesets[10]) == {(8, 3), (12, 3)}
    corner = sidesets_in_box(mesh, ["left", "bottom"], "corner", (-1, -1, 0), (1, 1, 0), overlap=True)
    assert corner.nodesets[corner.boundary_id("corner")].tolist() == [0]
    with pytest.raises(MeshError, match="no side of boundaries"):
        sidesets_in_box(mesh, ["left"], "10", (0.6, 0, 0), (1, 1, 0))
    with pytest.raises(MeshError, match="no common node"):
        sidesets_in_box(mesh, ["left", "right"], "10", (0, 0, 0), (1, 1, 0), overlap=True)


def test_sides_from_nodes():
    """Of the two cells at the inner edge both sides count; one node alone makes none."""
    mesh = replace(generated(2, 2, 1), nodesets={3: np.array([1, 4]), 8: np.array([0])},
                   nodeset_names={3: "left", 8: "node"}, sidesets={}, sideset_names={})
    mesh = sidesets_from_nodesets(mesh)
    assert pairs(mesh.sidesets[3]) == {(0, 1), (1, 3)}
    assert len(mesh.sidesets[8]) == 0 and mesh.sideset_names[3] == "left"
