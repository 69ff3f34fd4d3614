from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import output_meshes as meshes
import pytest
import xarray as xr
from alces.output import Field, NetCDFWriter, Snapshot, open_dataset


def test_xarray_reads_values_coordinates_and_labels(tmp_path):
    meshes.write(NetCDFWriter(), meshes.mixed(), tmp_path)
    with xr.open_dataset(tmp_path / "out.nc") as data:
        assert data["u"].dims == ("time", "node") and data["stress"].dims == ("time", "cell")
        assert data["area"].dims == ("time",)
        np.testing.assert_array_equal(data["time"], [0.0, 0.5, 1.0])
        np.testing.assert_allclose(data["u"].isel(time=2), [2.0, 2.1, 2.2, 2.3, 2.4, 2.5])
        np.testing.assert_array_equal(data["stress"].isel(time=1), [-1.0, -2.0, -3.0])
        np.testing.assert_array_equal(data["step"], [0, 1, 2])
        assert {"node_x", "node_y"} <= set(data["u"].coords) and "node_z" not in data.variables
        np.testing.assert_array_equal(data["u"].node_x, [0, 1, 2, 0, 1, 2])
        np.testing.assert_allclose(data["stress"].cell_x, [0.5, 5 / 3, 4 / 3])
        assert data["u"].attrs["long_name"] == "concentration" and data["u"].attrs["units"] == "mol/m^3"
        assert data["u"].attrs["mesh"] == "mesh_topology" and data["stress"].attrs["location"] == "face"
        for name, variable in data.variables.items():
            assert variable.attrs["long_name"] and variable.attrs["units"], name


def test_topology_follows_ugrid(tmp_path):
    meshes.write(NetCDFWriter(), meshes.mixed(), tmp_path)
    with xr.open_dataset(tmp_path / "out.nc", mask_and_scale=False) as data:
        topology = data["mesh_topology"].attrs
        assert topology["cf_role"] == "mesh_topology" and topology["topology_dimension"] == 2
        assert topology["node_coordinates"] == "node_x node_y" and topology["face_dimension"] == "cell"
        table = data[topology["face_node_connectivity"]]
        assert table.attrs["cf_role"] == "face_node_connectivity" and table.attrs["start_index"] == 0
        assert table.attrs["_FillValue"] == -1
        np.testing.assert_array_equal(table, [[0, 1, 4, 3], [1, 2, 5, -1], [1, 5, 4, -1]])
        np.testing.assert_array_equal(data["subdomain"], [7, 9, 9])
        assert data["subdomain"].attrs["flag_meanings"] == "metal solid"


@pytest.mark.parametrize(("dim", "element"), [(1, "edge"), (3, "volume")])
def test_lines_and_volumes_have_their_ugrid_names(tmp_path, dim, element):
    cube = [(x, y, z) for z in (0, 1) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    target = meshes.line() if dim == 1 else meshes.mesh(cube, 3, [("HEX8", 0, [range(8)])])
    meshes.write(NetCDFWriter(), target, tmp_path)
    with xr.open_dataset(tmp_path / "out.nc") as data:
        topology = data["mesh_topology"].attrs
        assert topology["topology_dimension"] == dim
        assert data[topology[f"{element}_node_connectivity"]].shape == target.blocks[0].cells.shape
        assert len(topology["node_coordinates"].split()) == dim


def test_quadratic_cells_keep_their_corners_for_ugrid_and_all_nodes_beside(tmp_path):
    points = [(0, 0), (1, 0), (0, 1), (0.5, 0), (0.5, 0.5), (0, 0.5)]
    meshes.write(NetCDFWriter(), meshes.mesh(points, 2, [("TRI6", 0, [range(6)])]), tmp_path)
    with xr.open_dataset(tmp_path / "out.nc") as data:
        np.testing.assert_array_equal(data["cell_nodes"], [[0, 1, 2]])
        np.testing.assert_array_equal(data["cell_all_nodes"], [[0, 1, 2, 3, 4, 5]])


def test_run_is_described_inside(tmp_path):
    meshes.write(NetCDFWriter(), meshes.line(), tmp_path)
    with xr.open_dataset(tmp_path / "out.nc") as data:
        assert data.attrs["deck"] == meshes.INFO["deck"] and data.attrs["title"] == "a test"
        assert data.attrs["versions"] == "alces 0.1; alces_core 0.2"
        assert "UGRID-1.0" in data.attrs["Conventions"] and "written by Alces 0.1" in data.attrs["history"]


def test_postprocessor_with_the_name_of_a_variable_or_of_our_own(tmp_path):
    fields = [
        Field("u", "field u", "1", "node"),
        Field("u", "mean of u", "1", "global"),
        Field("dt", "step", "s", "global"),
    ]
    writer = NetCDFWriter()
    writer.open(meshes.line(1), fields, meshes.info(tmp_path))
    writer.write(Snapshot(1, 1.0, 0.25, {"u": np.array([3.0, 5.0])}, {}, {"u": 4.0, "dt": 0.25}))
    writer.close()
    with xr.open_dataset(tmp_path / "out.nc") as data:
        np.testing.assert_array_equal(data["u"], [[3.0, 5.0]])
        np.testing.assert_array_equal(data["u_global"], [4.0])
        np.testing.assert_array_equal(data["dt"], [0.25])


def test_missing_value_is_nan_and_wrong_size_is_an_error(tmp_path):
    writer = NetCDFWriter()
    writer.open(meshes.mixed(), meshes.FIELDS, meshes.info(tmp_path))
    writer.write(Snapshot(0, 0.0, 0.1))
    with pytest.raises(ValueError, match=r"node field 'u' has shape \(2,\), expected \(6,\)"):
        writer.write(Snapshot(1, 0.1, 0.1, {"u": np.zeros(2)}))
    writer.close()
    with open_dataset(tmp_path / "out.nc") as data:  # the step that failed half-way is not there
        assert data.sizes["time"] == 1 and np.isnan(data["u"]).all() and np.isnan(data["area"]).all()


def test_unknown_location_is_refused():
    with pytest.raises(ValueError, match="location is 'edge', not one of node, cell, global"):
        Field("u", "u", "1", "edge")


RUN = """
import sys
sys.path.insert(0, {here!r})
import output_meshes as meshes, pathlib
from alces.output import {writer}
target = meshes.grid(100)
writer = {writer}()
writer.open(target, meshes.FIELDS, meshes.info(pathlib.Path({folder!r})))
step = 0
while True:
    writer.write(meshes.snapshot(step, 101**2, 100**2))
    print(step, flush=True)
    step += 1
"""


def run_until_killed(writer: str, folder: Path, seconds: float) -> int:
    """Start a run, kill it after its third step or later; returns the number of steps it had finished."""
    code = RUN.format(here=str(Path(__file__).parent), writer=writer, folder=str(folder))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(3):
            assert process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        return 3 + len(process.stdout.read().splitlines())


@pytest.mark.parametrize("seconds", [0.0, 0.0137, 0.031])
def test_killed_run_leaves_all_finished_steps(tmp_path, seconds):
    finished = run_until_killed("NetCDFWriter", tmp_path, seconds)
    with open_dataset(tmp_path / "out.nc") as data:
        assert finished <= data.sizes["time"] <= finished + 1
        expected = np.arange(data.sizes["time"])
        np.testing.assert_array_equal(data["time"], 0.5 * expected)
        np.testing.assert_allclose(data["u"], expected[:, None] + np.arange(101**2) / 10)
        np.testing.assert_array_equal(data["stress"], -expected[:, None] - np.arange(100.0**2))


def test_killed_run_leaves_a_readable_exodus_file(tmp_path):
    import netCDF4

    finished = run_until_killed("ExodusWriter", tmp_path, 0.02)
    with netCDF4.Dataset(tmp_path / "out.e") as data:
        np.testing.assert_array_equal(data["time_whole"][:finished], 0.5 * np.arange(finished))
        np.testing.assert_allclose(data["vals_nod_var1"][:finished, 1], np.arange(finished) + 0.1)


def test_dataset_can_be_read_while_the_run_goes_on(tmp_path):
    writer = NetCDFWriter()
    writer.open(meshes.mixed(), meshes.FIELDS, meshes.info(tmp_path))
    writer.write(meshes.snapshot(0, 6, 3))
    code = f"import xarray; print(xarray.open_dataset({str(tmp_path / 'out.nc')!r})['zeta'].values)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[0.]"
    writer.close()
