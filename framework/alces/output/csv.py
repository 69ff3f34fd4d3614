"""Global scalars as a table of text: `<file_base>.csv`, MOOSE's layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TextIO

from .fields import Field, RunInfo, Snapshot, of_location


class CSVWriter:
    """One row per output time: `time`, then the scalars in alphabetical order; flushed row by row.

    digits: significant digits of the numbers (MOOSE writes 14).
    """

    def __init__(self, digits: int = 14) -> None:
        self.digits = digits
        self._names: list[str] = []
        self._file: TextIO | None = None

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        path = Path(info.file_base + ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._names = sorted({item.name for item in of_location(fields, "global")} - {"time"})
        self._file = path.open("w", encoding="utf-8")
        self._row(["time", *self._names])

    def write(self, snapshot: Snapshot) -> None:
        numbers = [snapshot.time, *(float(snapshot.scalar.get(name, float("nan"))) for name in self._names)]
        self._row([f"{number:.{self.digits}g}" for number in numbers])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _row(self, cells: list[str]) -> None:
        if self._file is None:
            raise RuntimeError("CSVWriter: open() comes before write()")
        self._file.write(",".join(cells) + "\n")
        self._file.flush()
