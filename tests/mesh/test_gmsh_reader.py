"""Gmsh files written out by hand after the Gmsh reference manual."""

import numpy as np
import pytest
from alces.fe import reference_cell
from alces.mesh import MeshError, read_gmsh

NAMES = """$PhysicalNames
5
0 7 "pin"
1 3 "left"
1 4 "interface"
2 1 "lithium"
2 2 "electrolyte"
$EndPhysicalNames
"""

TWO_2 = f"""$MeshFormat
2.2 0 8
$EndMeshFormat
{NAMES}$Nodes
7
1 0 0 0
2 1 0 0
3 2 0 0
4 0 1 0
5 1 1 0
6 2 1 0
7 9 9 0
$EndNodes
$Elements
6
1 15 2 7 3 3
2 1 2 3 1 1 4
3 1 2 4 2 2 5
4 3 2 1 1 1 2 5 4
5 2 2 2 2 2 3 6
6 2 2 2 2 2 6 5
$EndElements
"""

FOUR_1 = f"""$MeshFormat
4.1 0 8
$EndMeshFormat
{NAMES}$Entities
1 2 2 0
3 2 0 0 1 7
1 0 0 0 0 1 0 1 3 0
2 1 0 0 1 1 0 1 4 0
1 0 0 0 1 1 0 1 1 0
2 1 0 0 2 1 0 1 2 0
$EndEntities
$Nodes
2 6 1 6
2 1 0 4
1
2
4
5
0 0 0
1 0 0
0 1 0
1 1 0
2 2 0 2
3
6
2 0 0
2 1 0
$EndNodes
$Elements
5 6 1 6
0 3 15 1
1 3
1 1 1 1
2 1 4
1 2 1 1
3 2 5
2 1 3 1
4 1 2 5 4
2 2 2 2
5 2 3 6
6 2 6 5
$EndElements
"""


@pytest.mark.parametrize("text", [TWO_2, FOUR_1], ids=["2.2", "4.1"])
def test_physical_groups_become_subdomains_and_boundaries(tmp_path, text):
    path = tmp_path / "mesh.msh"
    path.write_text(text)
    mesh = read_gmsh(str(path))
    assert (mesh.dim, mesh.n_nodes, mesh.n_cells) == (2, 6, 3)
    assert mesh.subdomain_names == {1: "lithium", 2: "electrolyte"}
    assert [(block.cell_type, block.subdomain) for block in mesh.blocks] == [("QUAD4", 1), ("TRI3", 2)]
    assert mesh.sideset_names == {3: "left", 4: "interface"}
    assert (mesh.sidesets[3].cells.tolist(), mesh.sidesets[3].sides.tolist()) == ([0], [3])
    assert (mesh.sidesets[4].cells.tolist(), mesh.sidesets[4].sides.tolist()) == ([0, 2], [1, 2])
    assert set(map(tuple, mesh.points[mesh.boundary_nodes(4)])) == {(1, 0, 0), (1, 1, 0)}
    assert mesh.points[mesh.boundary_nodes(mesh.boundary_id("pin"))].tolist() == [[2, 0, 0]]


# Nodes beyond the vertices by the vertices they lie between, ordered as in the Gmsh manual ("Node ordering").
GMSH_TET10 = ((0, 1), (1, 2), (0, 2), (0, 3), (2, 3), (1, 3))
GMSH_HEX20 = (
    (0, 1), (0, 3), (0, 4), (1, 2), (1, 5), (2, 3), (2, 6), (3, 7), (4, 5), (4, 7), (5, 6), (6, 7),
)  # fmt: skip
GMSH_HEX27 = (
    *GMSH_HEX20,
    (0, 1, 2, 3), (0, 1, 4, 5), (0, 3, 4, 7), (1, 2, 5, 6), (2, 3, 6, 7), (4, 5, 6, 7), tuple(range(8)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell_type", "number", "extra"),
    [
        ("EDGE3", 8, ((0, 1),)),
        ("TRI6", 9, ((0, 1), (1, 2), (2, 0))),
        ("QUAD8", 16, ((0, 1), (1, 2), (2, 3), (3, 0))),
        ("QUAD9", 10, ((0, 1), (1, 2), (2, 3), (3, 0), (0, 1, 2, 3))),
        ("TET10", 11, GMSH_TET10),
        ("HEX20", 17, GMSH_HEX20),
        ("HEX27", 12, GMSH_HEX27),
    ],
)
def test_second_order_cells_come_in_exodus_order(tmp_path, cell_type, number, extra):
    cell = reference_cell(cell_type)
    vertices = np.zeros((cell.n_vertices, 3))
    vertices[:, : cell.dim] = cell.nodes[: cell.n_vertices]
    points = np.array([*vertices, *(vertices[list(s)].mean(axis=0) for s in extra)])
    lines = ["$MeshFormat", "2.2 0 8", "$EndMeshFormat", "$Nodes", str(len(points))]
    lines += [f"{i + 1} {x} {y} {z}" for i, (x, y, z) in enumerate(points)]
    indices = " ".join(str(i + 1) for i in range(len(points)))
    lines += ["$EndNodes", "$Elements", "1", f"1 {number} 2 5 1 {indices}", "$EndElements", ""]
    path = tmp_path / "one.msh"
    path.write_text("\n".join(lines))
    mesh = read_gmsh(str(path))
    assert (mesh.blocks[0].cell_type, mesh.block_ids) == (cell_type, [5])
    nodes = mesh.points[mesh.blocks[0].cells[0]]
    np.testing.assert_allclose(nodes[:, : cell.dim], cell.nodes, atol=1e-15)


def test_a_file_without_physical_groups_is_one_subdomain(tmp_path):
    path = tmp_path / "plain.msh"
    path.write_text(
        "$MeshFormat\n2.2 0 8\n$EndMeshFormat\n$Nodes\n3\n1 0 0 0\n2 1 0 0\n3 0 1 0\n$EndNodes\n"
        "$Elements\n2\n1 1 2 0 1 1 2\n2 2 2 0 1 1 2 3\n$EndElements\n"
    )
    mesh = read_gmsh(str(path))
    assert (mesh.block_ids, mesh.sidesets, mesh.nodesets) == ([0], {}, {})


def test_files_that_cannot_be_used_are_refused(tmp_path):
    with pytest.raises(MeshError, match=r"mesh file '.*none\.msh' not found"):
        read_gmsh(str(tmp_path / "none.msh"))
    path = tmp_path / "bad.msh"
    path.write_text("not a mesh")
    with pytest.raises(MeshError, match=r"'.*bad\.msh' cannot be read as a Gmsh file"):
        read_gmsh(str(path))
    path.write_text(TWO_2[: TWO_2.index("$Elements") + 40])
    with pytest.raises(MeshError, match=r"'.*bad\.msh'"):
        read_gmsh(str(path))
    path.write_text(TWO_2.replace("3 1 2 4 2 2 5", "3 1 2 4 2 1 6"))
    with pytest.raises(MeshError, match="physical group 4 holds faces that belong to no cell"):
        read_gmsh(str(path))
