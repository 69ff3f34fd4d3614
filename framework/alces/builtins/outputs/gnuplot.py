"""Output for gnuplot."""
from __future__ import annotations

from typing import ClassVar

from alces.output import GnuplotWriter, Writer
from alces.params import Choice, Param
from alces.run.outputs import Output


class Gnuplot(Output):
    """Postprocessors over time: a table ``<file_base>.dat`` and a script ``<file_base>.gp`` that draws it."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("extension", Choice("png", "ps", "gif"), "png", doc="kind of the pictures"),
    )

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return GnuplotWriter(self.p.extension)
