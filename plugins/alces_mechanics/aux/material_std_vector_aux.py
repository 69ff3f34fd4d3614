"""An entry of a property that is a list of numbers."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import INTEGER, NAME, REAL, Kind, Param
from alces.physics import AuxKernel, Points

LIST = Kind("list material property", NAME.parse, "Materials", "list")


class MaterialStdVectorAux(AuxKernel):
    """w = factor P[index] + offset with a property P that is a list."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property", LIST, doc="the property P"),
        Param("index", INTEGER, 0, doc="which entry, from 0", range="index >= 0"),
        Param("factor", REAL, 1.0, doc="factor"),
        Param("offset", REAL, 0.0, doc="offset"),
    )

    def value(self, q: Points) -> Any:
        name, index = self.p.property, self.p.index
        entries = q.property(name)
        if not isinstance(entries, list):
            raise self.error("property", f"'{name}' is no list")
        if index >= len(entries):
            raise self.error("index", f"'{name}' has {len(entries)} entries, numbered from 0")
        return self.p.factor * entries[index] + self.p.offset
