"""Initial conditions."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from alces.params import BLOCKS, BOOLEAN, BOUNDARIES, VARIABLE, Param
from alces.physics.base import Object
from alces.physics.points import Points


class InitialCondition(Object):
    """Values of a variable at the start, set at the nodes (or as cell averages for elemental variables)."""

    system: ClassVar[str] = "ICs"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("variable", VARIABLE, doc="the variable that is set"),
        Param("block", BLOCKS, (), doc="blocks where it is set; default: all"),
        Param("boundary", BOUNDARIES, (), doc="boundaries where it is set instead of blocks"),
        Param("ignore_uo_dependency", BOOLEAN, False, doc="accepted"),
    )

    def reads(self) -> Sequence[str]:
        """Variables whose start values it uses besides those that its parameters name; they are set first."""
        return ()

    def value(self, q: Points) -> Any:
        """The value at the points of `q`."""
        raise NotImplementedError(f"{type(self).__name__} defines no value")
