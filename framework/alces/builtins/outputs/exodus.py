"""Exodus output."""
from __future__ import annotations

from alces.output import ExodusWriter, Writer
from alces.run.outputs import Output


class Exodus(Output):
    """Mesh, fields and postprocessors as an Exodus II file, for ParaView."""

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return ExodusWriter()
