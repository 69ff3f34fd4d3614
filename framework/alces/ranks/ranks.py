"""What a process can ask of all of them; here: a lone one."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy


class Ranks:
    """A lone process; with several every method is collective: all of them must call it.

    Attributes:
        rank: number of this process, from 0; the first one reads the mesh and writes the files.
        size: how many there are.
    """

    rank: int = 0
    size: int = 1

    @property
    def first(self) -> bool:
        """Whether this is the process that reads, writes and talks."""
        return self.rank == 0

    def sum(self, a: Any) -> Any:
        """Sum of a number or an array over all processes."""
        return a

    def any(self, flag: bool) -> bool:
        """Whether the flag is set on some process."""
        return flag

    def everyone(self, thing: Any) -> list[Any]:
        """The things of all processes, in their order."""
        return [thing]

    def gather(self, thing: Any) -> list[Any]:
        """The things of all processes on the first one, in their order; nothing on the others."""
        return [thing]

    def share(self, thing: Any) -> Any:
        """The first process's thing."""
        return thing

    def send(self, things: Mapping[int, Any]) -> dict[int, Any]:
        """Hand a thing to some processes; what the others have handed to this one, by sender."""
        return dict(things)

    def swap(self, out: Mapping[int, numpy.ndarray], into: Mapping[int, numpy.ndarray]) -> None:
        """Send arrays of floats to some processes while those of others, of known size, fill `into`."""

    def wait(self) -> None:
        """Go on once every process has come here."""
