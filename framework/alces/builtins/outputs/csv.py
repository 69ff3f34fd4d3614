"""CSV output."""
from __future__ import annotations

from typing import ClassVar

from alces.output import CSVWriter, Writer
from alces.params import BOOLEAN, Param
from alces.run.outputs import Output


class CSV(Output):
    """Postprocessors over time as comma-separated values, one row a step; a file per vector postprocessor
    and step."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "time_data",
            BOOLEAN,
            False,
            doc="for each vector postprocessor also a file <base>_<name>_time.csv of times and step numbers",
        ),
    )

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return CSVWriter(time_data=self.p.time_data)
