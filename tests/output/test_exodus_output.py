from __future__ import annotations

import meshio
import netCDF4
import numpy as np
import output_meshes as meshes
import pytest
from alces.output import ExodusWriter, RunInfo


def text(variable):
    variable.set_auto_mask(False)
    return [b"".join(row).split(b"\0")[0].decode() for row in variable[:].reshape(-1, variable.shape[-1])]


@pytest.fixture
def written(tmp_path):
    meshes.write(ExodusWriter(), meshes.mixed(), tmp_path)
    with netCDF4.Dataset(tmp_path / "out.e") as data:
        yield data


def test_meshio_reads_cells_points_and_first_values(tmp_path):
    meshes.write(ExodusWriter(), meshes.mixed(), tmp_path, steps=1)
    read = meshio.read(tmp_path / "out.e")
    np.testing.assert_array_equal(read.points[:, :2], meshes.mixed().points[:, :2])
    assert [block.type for block in read.cells] == ["quad", "triangle"]
    np.testing.assert_array_equal(read.cells[1].data, [[1, 2, 5], [1, 5, 4]])
    np.testing.assert_allclose(read.point_data["u"], np.arange(6) / 10)
    np.testing.assert_array_equal(read.cell_data["stress"][0], [0.0])
    np.testing.assert_array_equal(read.cell_data["stress"][1], [-1.0, -2.0])
    np.testing.assert_array_equal(read.point_sets["left_nodes"], [0, 3])


def test_blocks_sets_and_maps(written):
    assert len(written.dimensions["num_dim"]) == 2
    assert text(written["eb_names"]) == ["metal", "solid"]
    np.testing.assert_array_equal(written["eb_prop1"][:], [7, 9])
    assert written["connect1"].elem_type == "QUAD4" and written["connect2"].elem_type == "TRI3"
    np.testing.assert_array_equal(written["connect1"][:], [[1, 2, 5, 4]])
    assert text(written["ss_names"]) == ["left", "right"]
    np.testing.assert_array_equal(written["ss_prop1"][:], [0, 4])
    assert written["elem_ss1"][:].tolist() == [1] and written["side_ss1"][:].tolist() == [4]
    assert written["elem_ss2"][:].tolist() == [2] and written["side_ss2"][:].tolist() == [2]
    assert written["node_ns1"][:].tolist() == [1, 4] and text(written["ns_names"]) == ["left_nodes"]
    assert written["elem_num_map"][:].tolist() == [1, 2, 3]


def test_values_per_step_and_block_names_sorted(written):
    np.testing.assert_array_equal(written["time_whole"][:], [0.0, 0.5, 1.0])
    assert text(written["name_nod_var"]) == ["u"] and text(written["name_elem_var"]) == ["stress"]
    assert text(written["name_glo_var"]) == ["area", "zeta"]
    np.testing.assert_allclose(written["vals_nod_var1"][2], 2 + np.arange(6) / 10)
    np.testing.assert_array_equal(written["vals_elem_var1eb2"][1], [-2.0, -3.0])
    np.testing.assert_allclose(written["vals_glo_var"][2], [1 / 3, 2.0])
    np.testing.assert_array_equal(written["elem_var_tab"][:], [[1], [1]])


def test_layout_is_that_of_moose_result_files(written):
    """Dimensions, attributes and their types as found in result files of MOOSE (Exodus API 5.22)."""
    assert written.data_model == "NETCDF3_64BIT_OFFSET"
    assert written.floating_point_word_size == 8 and written.file_size == 1 and written.int64_status == 0
    assert written.version == np.float32(5.22) and written.maximum_name_length == 32
    sizes = {name: len(dimension) for name, dimension in written.dimensions.items()}
    assert {name: sizes[name] for name in ("len_string", "len_line", "four", "len_name")} == {
        "len_string": 33, "len_line": 81, "four": 4, "len_name": 33,
    }  # fmt: skip
    assert written.dimensions["time_step"].isunlimited()
    assert written["eb_prop1"].getncattr("name") == "ID"
    assert written["coordx"].dimensions == ("num_nodes",) and "coordz" not in written.variables


def test_lines_have_three_coordinates_as_in_moose(tmp_path):
    meshes.write(ExodusWriter(), meshes.line(), tmp_path)
    with netCDF4.Dataset(tmp_path / "out.e") as data:
        assert len(data.dimensions["num_dim"]) == 3 and data["connect1"].elem_type == "EDGE2"
        np.testing.assert_array_equal(data["coordz"][:], np.zeros(5))
        assert "num_side_sets" not in data.dimensions


def test_deck_is_in_the_info_records_long_lines_broken(tmp_path):
    writer = ExodusWriter()
    long = "  function = '" + "x*y + " * 30 + "1'"
    writer.open(meshes.line(), [], RunInfo(str(tmp_path / "out"), "t", f"[F]\n{long}\n[]", {"alces": "0.1"}))
    writer.close()
    with netCDF4.Dataset(tmp_path / "out.e") as data:
        lines = text(data["info_records"])
        assert (
            lines[:4] == ["### Versions ###", "alces 0.1", "### Input File ###", "[F]"] and lines[-1] == "[]"
        )
        assert max(map(len, lines)) <= 80
        assert "".join(line.removesuffix("...") for line in lines[4:-1]) == long
        assert text(data["qa_records"])[:2] == ["Alces", "0.1"]


def test_a_subdomain_of_two_cell_types_gets_two_blocks_with_own_ids(tmp_path):
    target = meshes.mixed()
    target.blocks[1].subdomain = 7
    meshes.write(ExodusWriter(), target, tmp_path)
    with netCDF4.Dataset(tmp_path / "out.e") as data:
        assert data["eb_prop1"][:].tolist() == [7, 8] and text(data["eb_names"]) == ["metal", "metal_TRI3"]


def test_tetrahedra_have_the_exodus_name(tmp_path):
    points = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)]
    meshes.write(ExodusWriter(), meshes.mesh(points, 3, [("TET4", 0, [range(4)])]), tmp_path)
    with netCDF4.Dataset(tmp_path / "out.e") as data:
        assert data["connect1"].elem_type == "TETRA4"
