"""NetCDF output."""
from __future__ import annotations

from typing import ClassVar

from alces.output import NetCDFWriter, Writer
from alces.params import STRING, Param
from alces.run.outputs import Output


class NetCDF(Output):
    """The labelled dataset: UGRID NetCDF with long names, units, the resolved deck and versions inside."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("length_unit", STRING, "m", doc="unit of the mesh's coordinates"),
        Param("time_unit", STRING, "s", doc="unit of time"),
    )

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return NetCDFWriter(length_unit=self.p.length_unit, time_unit=self.p.time_unit)
