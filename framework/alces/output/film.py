"""Frames of a figure that mostly stands still, and the animated GIF that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

_GREYS, _SHADES = 32, 8


class Film:
    """Draws what stands still once, and in each frame only what moves.

    All frames share one palette: to find the best one for each frame takes longer than to draw it.

    moving: artists that the frames draw; palette: from `palette`.
    """

    def __init__(self, figure: Any, moving: Iterable[Any], palette: Any) -> None:
        self._figure, self._palette = figure, palette
        self._frames: list[Any] = []
        for artist in moving:
            artist.set_animated(True)
        figure.canvas.draw()
        self._ground = figure.canvas.copy_from_bbox(figure.bbox)

    def take(self, artists: Iterable[Any]) -> None:
        """Add a frame: these artists, in this order, over what stands still."""
        from PIL import Image

        canvas = self._figure.canvas
        canvas.restore_region(self._ground)
        for artist in artists:
            self._figure.draw_artist(artist)
        pixels = np.ascontiguousarray(np.asarray(canvas.buffer_rgba())[..., :3])
        self._frames.append(
            Image.fromarray(pixels).quantize(palette=self._palette, dither=Image.Dither.NONE)
        )

    def save(self, path: Path, fps: int) -> None:
        """Write the GIF; its last frame stays a second."""
        first, *others = self._frames
        durations = [round(1000 / fps)] * len(others) + [1000]
        first.save(path, save_all=True, append_images=others, duration=durations, loop=0)


def palette(maps: Iterable[Any], colours: Sequence[str]) -> Any:
    """An image with 256 colours: greys, the given colours and their way to white, and, with what is left, the
    colour maps."""
    from matplotlib.colors import to_rgb
    from PIL import Image

    parts = [np.linspace(0.0, 1.0, _GREYS)[:, None].repeat(3, axis=1)]
    parts += [np.linspace(to_rgb(colour), (1.0, 1.0, 1.0), _SHADES) for colour in dict.fromkeys(colours)][:8]
    known = {each.name: each for each in maps}
    left = 256 - sum(map(len, parts))
    parts += [each(np.linspace(0.0, 1.0, left // len(known)))[:, :3] for each in known.values()]
    image = Image.new("P", (1, 1))
    image.putpalette(np.rint(255 * np.concatenate(parts)).astype(np.uint8).tobytes())
    return image
