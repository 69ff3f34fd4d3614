"""CSV output."""
from __future__ import annotations

from alces.output import CSVWriter, Writer
from alces.run.outputs import Output


class CSV(Output):
    """Postprocessors over time as comma-separated values, one row a step."""

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return CSVWriter()
