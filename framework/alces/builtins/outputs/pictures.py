"""PNG panels, time series and an animation."""
from __future__ import annotations

from typing import ClassVar

from alces.output import Contour, PictureWriter, Writer
from alces.params import INTEGER, REALS, STRING, STRINGS, Param
from alces.run.outputs import Output


class Pictures(Output):
    """Pictures at the end: panels of fields (rows) over time (columns), time series, an animation."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("fields", STRINGS, (), doc="variables to draw; default: all"),
        Param("times", REALS, (), doc="times of the columns; default: five over the run", unit="s"),
        Param("columns", INTEGER, 5, doc="number of columns when no times are given", range="columns > 0"),
        Param("animate", STRINGS, (), doc="variables of the animation; none: no animation"),
        Param("contours", STRINGS, (), doc="lines drawn over every field: 'name level name level ...'"),
        Param("colormaps", STRINGS, (), doc="colour maps: 'variable map variable map ...'"),
        Param("length_unit", STRING, "m", doc="unit of the mesh's coordinates"),
        Param("time_unit", STRING, "s", doc="unit of time"),
    )

    def setup(self) -> None:
        for name in ("contours", "colormaps"):
            if len(getattr(self.p, name)) % 2:
                raise self.error(name, "is a list of pairs, but has an odd number of words")
        try:
            self._contours = [Contour(field, float(level), colour) for (field, level), colour in zip(
                _pairs(self.p.contours), ("white", "black", "red", "cyan", "yellow"), strict=False)]
        except ValueError:
            raise self.error("contours", "is a list of pairs 'name level'; a level is no number") from None

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return PictureWriter(
            fields=self.p.fields or None, times=self.p.times or self.p.columns, animated=self.p.animate,
            contours=self._contours, colormaps=dict(_pairs(self.p.colormaps)) or None,
            length_unit=self.p.length_unit, time_unit=self.p.time_unit,
        )


def _pairs(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(words[::2], words[1::2], strict=True))
