from __future__ import annotations

import numpy as np
import output_meshes as meshes
import pytest
from alces.output import (
    Contour,
    CSVWriter,
    ExodusWriter,
    Field,
    NetCDFWriter,
    PictureWriter,
    animate,
    panels,
    time_series,
)
from alces.output.plot_mesh import FILL
from alces.output.plot_source import choose_records
from alces.output.plot_units import colour_scale, common_exponent, engineering
from PIL import Image


@pytest.fixture
def dataset(tmp_path):
    meshes.write(NetCDFWriter(), meshes.grid(6, size=6e-6), tmp_path, steps=7)
    return tmp_path / "out.nc"


def pixels(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def test_panels_have_the_size_of_their_table_and_show_the_values(dataset, tmp_path):
    path = panels(dataset, ["u", "stress"], 3, tmp_path / "deep" / "p.png", dpi=100)
    image = pixels(path)
    # inches: 0.75 + 3 (2 + 0.18) + 0.1 + 1.05 wide, 0.35 + 2 (2 + 0.18) + 0.5 high
    assert image.shape == (521, 844, 3)
    # u rises with the time and the node number: the first panel ends dark (viridis), the last one bright
    first, last = image[40:230, 80:270], image[40:230, 516:706]
    assert first.mean() < last.mean()
    # node numbers rise upward: y points up in the picture
    assert last[5:20, 20:-20].mean() > last[-20:-5, 20:-20].mean()


def test_nodal_values_are_where_the_nodes_are(tmp_path):
    """A field high in the right half only, on a regular grid and on a distorted one: red lies right."""
    for shift in (0.0, 0.03):
        target = meshes.grid(8)
        inner = (target.points[:, :2] % 1.0 > 0).all(axis=1)
        target.points[inner, 0] += shift
        writer = NetCDFWriter()
        writer.open(target, [Field("u", "u", "1", "node")], meshes.info(tmp_path))
        snapshot = meshes.snapshot(0, 81, 64)
        snapshot.node["u"] = (target.points[:, 0] > 0.6).astype(float) - 0.5
        writer.write(snapshot)
        writer.close()
        image = pixels(panels(tmp_path / "out.nc", ["u"], None, tmp_path / "p.png", dpi=100))
        left, right = image[45:225, 90:150], image[45:225, 225:265]
        assert left[..., 2].mean() > left[..., 0].mean() + 40, shift
        assert right[..., 0].mean() > right[..., 2].mean() + 40, shift


@pytest.mark.parametrize("kind", ["TRI6", "QUAD8", "QUAD9", "mixed"])
def test_all_plane_cells_can_be_drawn(tmp_path, kind):
    square = [(0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (0.5, 0.5)]
    triangle = [(0, 0), (1, 0), (0, 1), (0.5, 0), (0.5, 0.5), (0, 0.5)]
    points = {"TRI6": triangle, "QUAD8": square[:8], "QUAD9": square}.get(kind)
    target = meshes.mixed() if points is None else meshes.mesh(points, 2, [(kind, 0, [range(len(points))])])
    meshes.write(NetCDFWriter(), target, tmp_path)
    image = pixels(panels(tmp_path / "out.nc", ["u"], None, tmp_path / "p.png", contours=[Contour("u", 1.2)]))
    assert len(np.unique(image.reshape(-1, 3), axis=0)) > 100


@pytest.mark.parametrize("kind", ["TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9"])
def test_triangles_fill_the_cell_once_and_turn_the_same_way(kind):
    corners = np.array(
        [(0, 0), (1, 0), (0, 1)] if kind.startswith("TRI") else [(0, 0), (1, 0), (1, 1), (0, 1)]
    )
    middle = (corners + np.roll(corners, -1, axis=0)) / 2
    points = np.concatenate([corners, middle, corners.mean(axis=0, keepdims=True)])
    a, b, c = (points[list(column)] for column in zip(*FILL[kind], strict=True))
    areas = 0.5 * ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0])
    assert (areas > 0).all() and areas.sum() == pytest.approx(0.5 if kind.startswith("TRI") else 1.0)
    assert {int(n) for row in FILL[kind] for n in row} == set(range(int(kind[-1])))


def test_contour_is_drawn_at_its_level(dataset, tmp_path):
    plain = pixels(panels(dataset, ["u"], [3.0], tmp_path / "a.png", dpi=100))
    lined = pixels(
        panels(dataset, ["u"], [3.0], tmp_path / "b.png", contours=[Contour("u", 8.4, "red")], dpi=100)
    )
    rows = np.flatnonzero((plain != lined).any(axis=(1, 2)))
    # u = 6 + node/10 = 8.4 at node 24 = row 3.4 of 0..6 from below; the panel spans 200 pixels below
    # 35 of margin, and within a row of 7 nodes u rises by 0.6 of the 0.7 from row to row
    assert rows.min() >= 35 + 200 * (1 - 3.5 / 6) - 5 and rows.max() <= 35 + 200 * (1 - 2.5 / 6) + 5


def test_animation_has_its_frames_and_changes(dataset, tmp_path):
    path = animate(
        dataset, ["u", "stress"], tmp_path / "a.gif", frames=7, fps=2, contours=[Contour("u", 3.0)]
    )
    with Image.open(path) as image:
        assert image.size == (873, 351)  # inches: 2 (0.75 + 3 + 0.1 + 1) by 0.4 + 3 + 0.5, at 90 dpi
        assert image.n_frames >= 7
        first = np.asarray(image.convert("RGB")).astype(int)
        image.seek(image.n_frames - 1)
        assert np.abs(np.asarray(image.convert("RGB")).astype(int) - first).max() > 100


def test_lines_are_drawn_as_profiles(tmp_path):
    meshes.write(NetCDFWriter(), meshes.line(), tmp_path)
    path = panels(tmp_path / "out.nc", None, None, tmp_path / "p.png", dpi=100)
    assert pixels(path).shape == (480, 600, 3)
    with Image.open(animate(tmp_path / "out.nc", ["u"], tmp_path / "a.gif")) as image:
        assert image.n_frames >= 3


def test_time_series_from_the_dataset_and_from_the_csv(dataset, tmp_path):
    meshes.write(CSVWriter(), meshes.line(), tmp_path)
    for source in (dataset, tmp_path / "out.csv"):
        image = pixels(time_series(source, None, tmp_path / "s.png", dpi=100))
        assert image.shape == (240, 660, 3) and image.std() > 10


def test_mistakes_are_named(dataset, tmp_path):
    with pytest.raises(ValueError, match=r"no field 'stres' .*: u, stress; did you mean 'stress'\?"):
        panels(dataset, ["stres"], None, tmp_path / "p.png")
    with pytest.raises(ValueError, match="no scalar 'x' in the dataset, which has: step, dt, zeta, area"):
        time_series(dataset, ["x"], tmp_path / "p.png")
    cube = [(x, y, z) for z in (0, 1) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    meshes.write(NetCDFWriter(), meshes.mesh(cube, 3, [("HEX8", 0, [range(8)])]), tmp_path)
    with pytest.raises(ValueError, match="ParaView for 3-D"):
        panels(tmp_path / "out.nc", None, None, tmp_path / "p.png")
    meshes.write(NetCDFWriter(), meshes.grid(2), tmp_path, steps=0)
    with pytest.raises(ValueError, match="no finished step"):
        panels(tmp_path / "out.nc", None, None, tmp_path / "p.png")


def test_picture_writer_draws_at_the_end_and_leaves_nothing_else(tmp_path):
    writer = PictureWriter(fields=["u"], animated=["stress"], contours=[Contour("u", 1.0)])
    meshes.write(writer, meshes.grid(3), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out_animation.gif",
        "out_panels.png",
        "out_series.png",
    ]
    assert {path.name for path in writer.files} == {"out_animation.gif", "out_panels.png", "out_series.png"}


def test_writers_share_one_snapshot(tmp_path):
    for writer in (NetCDFWriter(), ExodusWriter(), CSVWriter()):
        meshes.write(writer, meshes.grid(2), tmp_path, fields=meshes.FIELDS[:1])
    assert (tmp_path / "out.csv").read_text().splitlines()[0] == "time"


def test_units_for_people():
    assert engineering(30e-6, "m") == (pytest.approx(1e6), "µm")
    assert engineering(0.015, "s") == (pytest.approx(1e3), "ms")
    assert engineering(1e-3, "s") == (pytest.approx(1e3), "ms")
    assert engineering(5400.0, "s") == (1 / 60, "min")
    assert engineering(86400.0, "s") == (1 / 3600, "h")
    assert engineering(5.0, "1") == (1.0, "1")
    assert (
        common_exponent(-3e7, 2e7) == 6
        and common_exponent(0.0, 1000.0) == 0
        and common_exponent(0, 4e-10) == -12
    )


def test_colour_scales():
    assert colour_scale(np.array([-2.0, 1.0])) == {"cmap": "RdBu_r", "vmin": -2.0, "vmax": 2.0}
    assert colour_scale(np.array([-1e-3, 1.0]))["cmap"] == "viridis"
    assert colour_scale(np.array([4.0, 4.0, np.nan])) == {"cmap": "viridis", "vmin": 2.0, "vmax": 6.0}


def test_nearest_records_each_once():
    times = np.array([0.0, 1.0, 2.0, 10.0])
    assert choose_records(times, 3) == [0, 2, 3]
    assert choose_records(times, [9.0, 0.2, 10.0]) == [0, 3]
