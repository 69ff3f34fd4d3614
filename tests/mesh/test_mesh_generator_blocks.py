"""Generators in a deck's [Mesh]: their parameters, and what is refused."""

import numpy as np
import pytest
from alces.builtins.mesh import MESH_OBJECTS
from alces.hit import DeckError, DeckErrors
from alces.mesh import generated

TYPES = {cls.__name__: cls for cls in MESH_OBJECTS}
DECK = """
[Mesh]
  [gmg]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 4
    ny = 2
    xmax = 4
    ymax = 2
  []
  {}
[]
[Problem]
  solve = false
[]
[Executioner]
  type = Steady
[]
"""


@pytest.fixture
def changed(make):
    """``changed("RenameBlockGenerator", mesh, ...)``: the mesh after a generator."""

    def run(kind, mesh=None, **parameters):
        mesh = generated(2, 4, 2, xmax=4, ymax=2) if mesh is None else mesh
        return make(TYPES[kind], input="gmg", **parameters).generate({"gmg": mesh})

    return run


def test_a_block_by_formula(changed):
    mesh = changed("ParsedSubdomainMeshGenerator", combinatorial_geometry="x < a & y > b/2", block_id=3,
                   block_name="left", constant_names="a b", constant_expressions="2 a")
    assert mesh.subdomain_names == {3: "left"} and [len(b) for b in mesh.blocks] == [6, 2]
    again = changed("ParsedSubdomainMeshGenerator", mesh, combinatorial_geometry="1", block_id=8,
                    excluded_subdomain_ids="left")
    assert again.block_ids == [3, 8]


def test_nodes_by_formula(changed):
    nodes = changed("ParsedGenerateNodeset", combinatorial_geometry="abs(x - y) < 0.1", new_nodeset_name="d")
    assert nodes.nodesets[nodes.boundary_id("d")].tolist() == [0, 6, 12]
    outer = changed("ParsedGenerateNodeset", combinatorial_geometry="abs(x - y) < 0.1", new_nodeset_name="d",
                    include_only_external_nodes=True, excluded_boundaries="top")
    assert outer.nodesets[4].tolist() == [0]
    one = changed("ParsedGenerateNodeset", expression="1", new_nodeset_name="d",
                  included_boundaries="left top", included_subdomains="0")
    assert len(one.nodesets[4]) == 7


def test_sides_by_formula(changed):
    """Inner sides count from both cells, unless only one has the normal."""
    def sides(**parameters):
        made = changed("ParsedGenerateSideset", new_sideset_name="s", **parameters)
        found = made.sidesets[made.boundary_id("s")]
        return set(zip(found.cells.tolist(), found.sides.tolist(), strict=True))

    middle = {"combinatorial_geometry": "abs(x - a) < 1e-6", "constant_names": "a",
              "constant_expressions": "2"}
    assert sides(**middle) == {(1, 1), (2, 3), (5, 1), (6, 3)}
    assert sides(**middle, normal="3 0 0") == {(1, 1), (5, 1)}
    assert sides(combinatorial_geometry="x < 1", include_only_external_sides=True) == {
        (0, 0), (0, 3), (4, 2), (4, 3)}
    with pytest.raises(DeckError, match="must not be zero"):
        sides(**middle, normal="0 0 0")


@pytest.mark.parametrize("parameters, message", [
    ({"combinatorial_geometry": "x <"}, "combinatorial_geometry"),
    ({"combinatorial_geometry": "r < 1"}, "unknown name 'r'; known: x, y, z"),
    ({"combinatorial_geometry": "x", "constant_names": "a"}, "needs as many entries"),
])
def test_formulas_with_mistakes(changed, parameters, message):
    with pytest.raises(DeckError, match=message):
        changed("ParsedSubdomainMeshGenerator", block_id=1, **parameters)


def test_blocks_by_number(changed):
    assert changed("SubdomainIDGenerator", subdomain_id=6).block_ids == [6]
    mesh = changed("ElementSubdomainIDGenerator", subdomain_ids="0 1 1 0 2 2 0 0")
    x = np.concatenate([mesh.points[b.cells].mean(axis=1) for b in mesh.blocks])
    assert x[mesh.cell_subdomains == 2].tolist() == [[0.5, 1.5, 0], [1.5, 1.5, 0]]
    assert changed("ElementSubdomainIDGenerator", subdomain_ids="5 5", element_ids="0 7").block_ids == [0, 5]
    for bad, message in (({"subdomain_ids": "1 2"}, "has 2 entries, but there are 8 cells"),
                         ({"subdomain_ids": "1", "element_ids": "8"}, "cells 0 to 7")):
        with pytest.raises(Exception, match=message):
            changed("ElementSubdomainIDGenerator", **bad)


@pytest.mark.parametrize("parameters, message", [
    ({"nt": 2}, "3 or more"), ({"rmin": 3}, "larger than rmin"),
    ({"dmin": 90, "dmax": 90}, "larger than dmin"),
    ({"growth_r": 0}, "must not be 0"), ({"growth_r": 2, "equal_area": "true"}, "does not go with growth_r"),
    ({"radial_positions": "1.8 1.2"}, "must ascend"), ({"nr": 2, "radial_positions": "1.5"}, "replaces nr"),
    ({"rmin": 0, "tri_subdomain_id": 0}, "differ in type"), ({"nt": 1, "dmax": 200}, "180 degrees"),
])
def test_rings_that_make_no_sense(make, parameters, message):
    with pytest.raises(DeckError, match=message):
        make(TYPES["AnnularMeshGenerator"], **{"nt": 8, "rmin": 1, "rmax": 2, **parameters})


@pytest.mark.parametrize("parameters, radii", [
    ({"nr": 2}, [1, 1.5, 2]), ({"nr": 2, "growth_r": 3}, [1, 1.25, 2]),
    ({"nr": 2, "growth_r": -3}, [1, 1.75, 2]), ({"nr": 3, "equal_area": "true"}, [1, 2**0.5, 3**0.5, 2]),
    ({"radial_positions": "1.1 1.7"}, [1, 1.1, 1.7, 2]),
])
def test_widths_of_rings(make, parameters, radii):
    mesh = make(TYPES["AnnularMesh"], nt=4, rmin=1, rmax=2, **parameters).generate({})
    np.testing.assert_allclose(np.unique(np.linalg.norm(mesh.points, axis=1).round(12)), radii)


def test_layers_of_an_extrusion(changed):
    mesh = changed("AdvancedExtruderGenerator", direction="0 0 5", heights="1 3", num_layers="1 2",
                   biases="1 2", top_boundary="roof", subdomain_swaps="0 4; 0 5")
    assert np.unique(mesh.points[:, 2]).tolist() == [0, 1, 2, 4] and mesh.block_ids == [4, 5]
    assert [len(b) for b in mesh.blocks] == [8, 16] and len(mesh.sidesets[mesh.boundary_id("roof")]) == 8
    mesh = changed("MeshExtruderGenerator", extrusion_vector="0 0 2", num_layers=3, bottom_sideset="floor",
                   existing_subdomains="0", layers="2", new_ids="7")
    assert [(b.subdomain, len(b)) for b in mesh.blocks] == [(0, 16), (7, 8)]
    with pytest.raises(DeckError, match="for each of the layers"):
        changed("MeshExtruderGenerator", extrusion_vector="0 0 2", num_layers=3, existing_subdomains="0")
    with pytest.raises(DeckError, match="as many entries as heights, 2"):
        changed("AdvancedExtruderGenerator", direction="0 0 1", heights="1 3", num_layers="1 2", biases="1")


def test_the_mesh_for_many_processes_is_the_generated_one(make):
    made = make(TYPES["DistributedRectilinearMeshGenerator"], dim=2, nx=3, ny=2, xmax=6, partition="linear")
    np.testing.assert_array_equal(made.generate({}).points, generated(2, 3, 2, xmax=6.0).points)


def test_copies_of_a_mesh(make):
    twice = make(TYPES["CombinerGenerator"], inputs="a", positions="0 0 0 5 0 0")
    mesh = twice.generate({"a": generated(1, 2)})
    assert mesh.points[:, 0].tolist() == [0, 0.5, 1, 5, 5.5, 6]
    with pytest.raises(DeckError, match="one displacement for each"):
        make(TYPES["CombinerGenerator"], inputs="a b", positions="0 0 0")
    with pytest.raises(DeckError, match="a pair for each"):
        make(TYPES["StitchedMeshGenerator"], inputs="a b c", stitch_boundaries_pairs="right left")
    with pytest.raises(DeckError, match="pairs of boundaries are written"):
        make(TYPES["StitchedMeshGenerator"], inputs="a b", stitch_boundaries_pairs="right")


@pytest.mark.parametrize("kind, parameters, message", [
    ("SideSetsFromNormalsGenerator", {"new_boundary": "a b", "normals": "1 0 0"}, "as many entries"),
    ("SideSetsFromPointsGenerator", {"new_boundary": "a b", "points": "1 0 0"}, "as many entries"),
    ("RenameBlockGenerator", {"old_block": "0", "new_block": "a b"}, "as many entries"),
    ("RenameBoundaryGenerator", {"old_boundary": "0", "new_boundary": "a b"}, "as many entries"),
    ("TransformGenerator", {"transform": "ROTATE"}, "vector_value"),
])
def test_lists_that_do_not_fit(changed, kind, parameters, message):
    with pytest.raises(DeckError, match=message):
        changed(kind, **parameters)


BLOCKS = """
  [stripe]
    type = ParsedSubdomainGenerator
    input = gmg
    combinatorial_geometry = 'x > 1 & x < 3'
    block_id = 1
  []
  [around]
    type = SideSetsAroundSubdomainGenerator
    input = stripe
    block = 1
    new_boundary = 'skin'
    normal = '1 0 0'
  []
  [normals]
    type = SideSetsFromNormalsGenerator
    input = around
    new_boundary = 'east'
    normals = '1 0 0'
    fixed_normal = true
    replace = true
  []
  [points]
    type = SideSetsFromPointsGenerator
    input = normals
    new_boundary = 'roof'
    points = '0.5 2 0'
  []
  [box]
    type = SideSetsFromBoundingBoxGenerator
    input = points
    boundaries_old = 'roof'
    boundary_new = 12
    bottom_left = '0 0 0'
    top_right = '2 2 0'
    block_id = 0
  []
  [all]
    type = AllSideSetsByNormalsGenerator
    input = box
  []
  [nodes]
    type = NodeSetsFromSideSetsGenerator
    input = all
  []
  [sides]
    type = SideSetsFromNodeSetsGenerator
    input = nodes
  []
  [broken]
    type = BreakBoundaryOnSubdomainGenerator
    input = sides
    boundaries = bottom
  []
  [gone]
    type = BoundaryDeletionGenerator
    input = broken
    boundary_names = 'top left'
  []
  [named]
    type = RenameBlockGenerator
    input = gone
    old_block = '0 1'
    new_block = 'out in'
  []
  [renamed]
    type = RenameBoundaryGenerator
    input = named
    old_boundary = 'bottom'
    new_boundary = 'floor'
  []
  [turned]
    type = TransformGenerator
    input = renamed
    transform = ROTATE
    vector_value = '90 0 0'
  []
"""


def test_a_chain_of_generators_in_a_deck(problem):
    mesh = problem(DECK.replace("{}", BLOCKS)).model.mesh
    names = {name: len(mesh.sidesets[i]) for i, name in mesh.sideset_names.items()}
    # the sides between the blocks count from both; the nodes of "right" give it its sides back
    assert names == {"floor": 4, "right": 2, "skin": 4, "east": 2, "roof": 4, "bottom_to_0": 2,
                     "bottom_to_1": 2}
    assert len(mesh.sidesets[12]) == 2 and mesh.subdomain_names == {0: "out", 1: "in"}
    assert mesh.points[:, 0].min() == -2.0 and mesh.points[:, 1].max() == 4.0


def test_mistakes_have_one_message(problem):
    deck = DECK.replace("{}", """
  [sides]
    type = SideSetsFromNormalsGenerator
    input = gmg
    new_boundary = a
    normals = '0 0 1'
  []
""")
    with pytest.raises(DeckErrors, match=r"boundary 'a': no side has the normal"):
        problem(deck)
