"""Frames over what stands still, one palette for all of them."""

from __future__ import annotations

import numpy as np
import output_meshes as meshes
import pytest
from alces.output import Contour, Field, NetCDFWriter, animate
from alces.output.film import palette
from matplotlib import colormaps
from PIL import Image

TILE = slice(45, 305), slice(75, 330)  # inside of the frame of the only field


@pytest.fixture
def moving(tmp_path):
    """u is 1 left of a place that moves to the right in four steps, v stays."""
    mesh = meshes.grid(12)
    writer = NetCDFWriter()
    writer.open(mesh, [Field("u", "u", "1", "node"), Field("v", "v", "1", "node")], meshes.info(tmp_path))
    for step in range(4):
        snapshot = meshes.snapshot(step, len(mesh.points), 144)
        snapshot.node["u"] = (mesh.points[:, 0] < 0.2 * (step + 1)).astype(float)
        snapshot.node["v"] = mesh.points[:, 1]
        writer.write(snapshot)
    writer.close()
    return tmp_path / "out.nc"


def frames(path):
    with Image.open(path) as image:
        for number in range(image.n_frames):
            image.seek(number)
            yield np.asarray(image.convert("RGB")).astype(int), image.info["duration"]


def test_frames_show_the_fields_of_their_time_and_the_last_one_stays(moving, tmp_path):
    found = list(frames(animate(moving, ["u"], tmp_path / "a.gif", fps=5)))
    assert [duration for _, duration in found] == [200, 200, 200, 1000]
    low, high = (np.array(colormaps["viridis"](x)[:3]) * 255 for x in (0.0, 1.0))
    for step, (image, _) in enumerate(found):
        tile = image[TILE]
        is_high = np.linalg.norm(tile - high, axis=2) < 25
        is_low = np.linalg.norm(tile - low, axis=2) < 25
        assert abs(is_high.mean() - 0.2 * (step + 1)) < 0.1, step
        assert (is_high | is_low).mean() > 0.85


def test_contours_move_with_their_field_and_stay_where_it_stays(moving, tmp_path):
    def red(*fields):
        contours = [Contour(field, 0.55, "red") for field in fields]
        for image, _ in frames(animate(moving, ["v"], tmp_path / "a.gif", contours=contours)):
            tile = image[TILE]
            yield (tile[..., 0] > 200) & (tile[..., 1:].max(axis=2) < 120)

    left = [np.nonzero(mask)[1].mean() for mask in red("u")]
    assert (np.diff(left) > 30).all()
    still = list(red("v"))
    assert still[0].sum() > 200
    assert all((mask == still[0]).all() for mask in still)
    both = list(red("u", "v"))
    assert all(mask.sum() > still[0].sum() for mask in both)


def test_what_stands_still_is_in_every_frame(moving, tmp_path):
    images = [image for image, _ in frames(animate(moving, ["u"], tmp_path / "a.gif"))]
    for image in images[1:]:
        assert (image[310:] == images[0][310:]).all()  # ticks and the name of the axis
        assert (image[:25] != images[0][:25]).any()  # the time
    assert (images[0][310:] < 128).any()


def test_a_palette_holds_maps_colours_and_greys():
    found = np.array(palette([colormaps["viridis"], colormaps["RdBu_r"], colormaps["viridis"]], ["red"])
                     .getpalette()).reshape(-1, 3)
    assert len(found) <= 256
    for name in ("viridis", "RdBu_r"):
        wanted = np.rint(255 * colormaps[name](np.linspace(0, 1, 256))[:, :3])
        assert np.abs(wanted[:, None] - found[None]).max(axis=2).min(axis=1).max() <= 4
    for colour in ((255, 0, 0), (0, 0, 0), (255, 255, 255)):
        assert (found == colour).all(axis=1).any()
