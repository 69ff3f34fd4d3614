"""CSV output."""
from __future__ import annotations

from typing import ClassVar

from alces.output import CSVWriter, Writer
from alces.params import BOOLEAN, INTEGER, STRING, Never, Param
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
        Param("precision", INTEGER, 14, doc="significant digits", range="precision > 0"),
        Param("delimiter", STRING, ",", doc="what stands between the columns"),
        Param("sort_columns", BOOLEAN, False, doc="accepted: columns are always in alphabetical order"),
        Param("align", Never("columns are not padded"), False, doc="pad columns to equal width"),
    )

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return CSVWriter(self.p.precision, self.p.time_data, self.p.delimiter)
