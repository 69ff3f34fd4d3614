"""Exodus output."""
from __future__ import annotations

from typing import ClassVar

from alces.output import ExodusWriter, Writer
from alces.params import BOOLEAN, Never, Param
from alces.run.outputs import Output


class Exodus(Output):
    """Mesh, fields and postprocessors as an Exodus II file, for ParaView."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("discontinuous", Never("nodal fields are written once a node"), False,
              doc="write nodal fields cell by cell"),
        Param("elemental_as_nodal", Never("elemental fields are written as such"), False,
              doc="write elemental fields at the nodes"),
        Param("scalar_as_nodal", Never("there are no scalar variables"), False,
              doc="write scalar variables at the nodes"),
        Param("overwrite", Never("every time is kept"), False, doc="keep the last time only"),
        Param("sequence", BOOLEAN, None, doc="accepted: the mesh does not change, so there is one file"),
    )

    def writer(self) -> Writer:
        """See `Output.writer`."""
        return ExodusWriter()
