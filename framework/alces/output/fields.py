"""What the run hands to every writer: descriptions of the fields, of the run, and the values of one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, get_args

import numpy as np

Location = Literal["node", "cell", "global", "table", "history"]


@dataclass(frozen=True)
class Field:
    """One thing that is written: a nodal field, a cell field, a global scalar, or a table (history: one whose
    rows are those of all times so far).

    units: as UDUNITS spells them; "1" for a dimensionless number; outputs: names of the outputs that show it.
    """

    name: str
    long_name: str
    units: str
    location: Location
    outputs: tuple[str, ...] = ("all",)

    def __post_init__(self) -> None:
        if self.location not in get_args(Location):
            known = ", ".join(get_args(Location))
            raise ValueError(f"field '{self.name}': location is '{self.location}', not one of {known}")


@dataclass(frozen=True)
class RunInfo:
    """Where the results go and where they come from.

    file_base: path without suffix, every writer adds its own; deck: the resolved deck text;
    versions: of Alces (key "alces") and of each plugin; resumable: whether it may be continued later.
    """

    file_base: str
    title: str
    deck: str
    versions: Mapping[str, str] = field(default_factory=dict)
    resumable: bool = False


@dataclass
class Snapshot:
    """The values at one output time: node (nnode,), cell (ncell,) in global cell order, scalars, tables.

    tables: name -> column -> values (row,); number: of the output in names of files, that of the step by
    default (one more at the very end, as in MOOSE).
    """

    step: int
    time: float
    dt: float
    node: Mapping[str, np.ndarray] = field(default_factory=dict)
    cell: Mapping[str, np.ndarray] = field(default_factory=dict)
    scalar: Mapping[str, float] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, np.ndarray]] = field(default_factory=dict)
    number: int | None = None

    def value(self, item: Field, length: int) -> Any:
        """The values of one declared field, NaN where this snapshot has none.

        length: number of nodes or cells that a nodal or cell field must have.
        Raises ValueError when the array has another size.
        """
        if item.location == "global":
            return float(self.scalar.get(item.name, np.nan))
        source = self.node if item.location == "node" else self.cell
        if item.name not in source:
            return np.full(length, np.nan)
        values = np.asarray(source[item.name], dtype=float)
        if values.shape != (length,):
            raise ValueError(
                f"{item.location} field '{item.name}' has shape {values.shape}, expected ({length},)"
            )
        return values


class Writer(Protocol):
    """What the run asks of an output: opened once, written at every output time, closed once.

    `position` says how far it has come, in terms of JSON; `reopen` goes on from there and forgets what was
    written later. It raises FileNotFoundError where there is nothing to continue, and other kinds of OSError
    where what there is does not fit.
    """

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None: ...

    def reopen(self, mesh: Any, fields: list[Field], info: RunInfo, position: Mapping[str, Any]) -> None: ...

    def position(self) -> dict[str, Any]: ...

    def write(self, snapshot: Snapshot) -> None: ...

    def close(self) -> None: ...


def of_location(fields: Iterable[Field], location: Location) -> list[Field]:
    """The fields that live at one location, in the order given."""
    return [item for item in fields if item.location == location]
