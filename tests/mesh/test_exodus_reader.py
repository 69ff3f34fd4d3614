"""Exodus files written here with netCDF4 and read back."""

import netCDF4
import numpy as np
import pytest
from alces.fe import reference_cell
from alces.mesh import MeshError, generated, read_exodus


def text_rows(texts, width=33):
    return np.array([list(t.ljust(width, "\0")) for t in texts], dtype="S1")


def write(path, points, blocks, sidesets=(), nodesets=(), format="NETCDF4", dims=3):
    """blocks: (id, name, elem_type, cells); sidesets: (id, name, elems, sides); nodesets: (id, name, nodes);
    all numbers are 1-based, as in the file."""
    with netCDF4.Dataset(path, "w", format=format) as data:
        data.createDimension("len_name", 33)
        data.createDimension("num_nodes", len(points))
        data.createDimension("num_el_blk", len(blocks))
        for axis in range(dims):
            data.createVariable(f"coord{'xyz'[axis]}", "f8", ("num_nodes",))[:] = np.asarray(points)[:, axis]

        def header(prefix, count, entries):
            data.createVariable(f"{prefix}_prop1", "i4", (count,))[:] = [e[0] for e in entries]
            names = data.createVariable(f"{prefix}_names", "S1", (count, "len_name"))
            names[:] = text_rows([e[1] for e in entries])

        header("eb", "num_el_blk", blocks)
        for i, (_, _, kind, cells) in enumerate(blocks, start=1):
            if len(cells) == 0:
                continue
            data.createDimension(f"el{i}", len(cells))
            data.createDimension(f"nod{i}", len(cells[0]))
            variable = data.createVariable(f"connect{i}", "i4", (f"el{i}", f"nod{i}"))
            variable.elem_type = kind
            variable[:] = cells
        if sidesets:
            data.createDimension("num_side_sets", len(sidesets))
            header("ss", "num_side_sets", sidesets)
        for i, (_, _, elems, sides) in enumerate(sidesets, start=1):
            data.createDimension(f"num_side_ss{i}", len(elems))
            data.createVariable(f"elem_ss{i}", "i4", (f"num_side_ss{i}",))[:] = elems
            data.createVariable(f"side_ss{i}", "i4", (f"num_side_ss{i}",))[:] = sides
        if nodesets:
            data.createDimension("num_node_sets", len(nodesets))
            header("ns", "num_node_sets", nodesets)
        for i, (_, _, nodes) in enumerate(nodesets, start=1):
            data.createDimension(f"num_nod_ns{i}", len(nodes))
            data.createVariable(f"node_ns{i}", "i4", (f"num_nod_ns{i}",))[:] = nodes
    return str(path)


SQUARES = [[0, 0, 0], [1, 0, 0], [2, 0, 0], [0, 1, 0], [1, 1, 0], [2, 1, 0]]


@pytest.mark.parametrize("format", ["NETCDF4", "NETCDF3_64BIT_OFFSET", "NETCDF3_CLASSIC"])
def test_blocks_side_sets_and_node_sets_with_ids_and_names(tmp_path, format):
    path = write(
        tmp_path / "two.e",
        SQUARES,
        [(10, "anode", "QUAD4", [[1, 2, 5, 4]]), (20, "", "QUAD", [[2, 3, 6, 5]])],
        [(5, "wall", [1, 2], [4, 2]), (6, "", [2], [1])],
        [(9, "corner", [6, 1])],
        format,
    )
    mesh = read_exodus(path)
    assert (mesh.dim, mesh.n_nodes, mesh.n_cells) == (2, 6, 2)
    np.testing.assert_array_equal(mesh.points, SQUARES)
    assert [block.subdomain for block in mesh.blocks] == [10, 20]
    assert mesh.blocks[1].cells.tolist() == [[1, 2, 5, 4]]
    assert mesh.subdomain_names == {10: "anode"}
    assert mesh.sideset_names == {5: "wall"}
    assert mesh.sidesets[5].cells.tolist() == [0, 1]
    assert mesh.sidesets[5].sides.tolist() == [3, 1]
    assert mesh.boundary_nodes(5).tolist() == [0, 2, 3, 5]
    assert mesh.nodesets[9].tolist() == [0, 5]
    assert mesh.boundary_id("corner") == 9


NAMES = {
    "EDGE2": ("EDGE2", "BAR2", "BEAM2", "TRUSS2", "TRUSS", "BAR", "BEAM"),
    "EDGE3": ("EDGE3", "BAR3", "BEAM3", "TRUSS3"),
    "TRI3": ("TRI3", "TRI", "TRIANGLE", "tri3"),
    "TRI6": ("TRI6", "TRI"),
    "QUAD4": ("QUAD4", "QUAD", "SHELL4", "SHELL", "quad"),
    "QUAD8": ("QUAD8", "QUAD", "SHELL8"),
    "QUAD9": ("QUAD9", "SHELL9"),
    "TET4": ("TET4", "TETRA", "TETRA4", "TET"),
    "TET10": ("TETRA10", "TET10", "TETRA"),
    "HEX8": ("HEX8", "HEX", "hex8"),
    "HEX20": ("HEX20", "HEX"),
    "HEX27": ("HEX27", "HEX"),
}


@pytest.mark.parametrize(("cell_type", "name"), [(c, n) for c, names in NAMES.items() for n in names])
def test_all_element_names_in_use_are_known(tmp_path, cell_type, name):
    cell = reference_cell(cell_type)
    points = np.zeros((cell.n_nodes, 3))
    points[:, : cell.dim] = cell.nodes
    mesh = read_exodus(write(tmp_path / "one.e", points, [(1, "", name, [np.arange(cell.n_nodes) + 1])]))
    assert mesh.blocks[0].cell_type == cell_type
    assert mesh.dim == cell.dim
    np.testing.assert_array_equal(mesh.points[mesh.blocks[0].cells[0]], points)


def test_a_line_may_have_three_coordinates_or_one(tmp_path):
    blocks = [(1, "", "EDGE2", [[1, 2], [2, 3]])]
    line = [[0, 1, 2], [1, 1, 2], [3, 1, 2]]
    mesh = read_exodus(write(tmp_path / "three.e", line, blocks, [(0, "left", [1], [1])]))
    assert mesh.dim == 1
    assert mesh.points.tolist() == line
    assert mesh.boundary_nodes(0).tolist() == [0]
    assert read_exodus(write(tmp_path / "one.e", line, blocks, dims=1)).points[2].tolist() == [3, 0, 0]


def test_edges_of_shells_come_after_their_two_faces(tmp_path):
    blocks = [(1, "", "SHELL4", [[1, 2, 5, 4]])]
    mesh = read_exodus(write(tmp_path / "shell.e", SQUARES, blocks, [(1, "", [1], [4])]))
    assert mesh.sidesets[1].sides.tolist() == [1]
    with pytest.raises(MeshError, match="side set 1 holds sides its elements do not have"):
        read_exodus(write(tmp_path / "face.e", SQUARES, blocks, [(1, "", [1], [1])]))


def test_an_empty_block_is_passed_over(tmp_path):
    path = write(tmp_path / "empty.e", SQUARES, [(1, "none", "QUAD4", []), (2, "b", "QUAD4", [[1, 2, 5, 4]])])
    mesh = read_exodus(path)
    assert mesh.block_ids == [2]
    assert mesh.subdomain_id("b") == 2


def test_a_file_that_is_missing_damaged_or_something_else_is_refused(tmp_path):
    with pytest.raises(MeshError, match=r"mesh file '.*none\.e' not found"):
        read_exodus(str(tmp_path / "none.e"))
    text = tmp_path / "text.e"
    text.write_text("[Mesh]\n[]\n")
    with pytest.raises(MeshError, match=r"'.*text\.e' cannot be read, it is damaged or no Exodus file"):
        read_exodus(str(text))
    with netCDF4.Dataset(tmp_path / "other.nc", "w") as data:
        data.createDimension("time", 3)
    with pytest.raises(MeshError, match="is no Exodus file: it has no nodes or element blocks"):
        read_exodus(str(tmp_path / "other.nc"))


@pytest.mark.parametrize("format", ["NETCDF4", "NETCDF3_64BIT_OFFSET"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
def test_a_truncated_file_is_refused(tmp_path, format, part):
    mesh = generated(2, 20, 20)
    path = tmp_path / "cut.e"
    write(path, mesh.points, [(1, "", "QUAD4", mesh.blocks[0].cells + 1)], format=format)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(MeshError, match=r"mesh file '.*cut\.e'"):
        read_exodus(str(path))


@pytest.mark.parametrize(
    ("blocks", "sets", "message"),
    [
        (
            [(3, "", "WEDGE", [[1, 2, 3, 4, 5, 6]])],
            {},
            "block 3 has elements .WEDGE. with 6 nodes, which are not supported; supported: EDGE2, EDGE3",
        ),
        ([(3, "", "QUAD4", [[1, 2, 9, 4]])], {}, "block 3 refers to nodes that do not exist"),
        ([(3, "", "QUAD4", [])], {}, "holds no elements"),
        (
            [(3, "", "QUAD4", [[1, 2, 5, 4]])],
            {"sidesets": [(1, "", [2], [1])]},
            "side set 1 refers to elements that do not exist",
        ),
        ([(3, "", "QUAD4", [[1, 2, 5, 4]])], {"sidesets": [(1, "", [1], [5])]}, "side set 1 holds sides"),
        ([(3, "", "QUAD4", [[1, 2, 5, 4]])], {"nodesets": [(1, "", [7])]}, "node set 1 refers to nodes"),
    ],
)
def test_contents_that_make_no_sense_are_refused(tmp_path, blocks, sets, message):
    with pytest.raises(MeshError, match=message):
        read_exodus(write(tmp_path / "bad.e", SQUARES, blocks, **sets))
