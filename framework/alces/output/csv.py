"""Global scalars as a table of text: `<file_base>.csv`, MOOSE's layout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from .fields import Field, RunInfo, Snapshot, of_location


class CSVWriter:
    """One row per output time: `time`, then the scalars in alphabetical order; flushed row by row.

    Tables of a snapshot go into files of their own, `<file_base>_<name>_<number, four digits>.csv`.

    digits: significant digits of the numbers (MOOSE writes 14); time_data: list the time and number of each
    table in `<file_base>_<name>_time.csv`.
    """

    def __init__(self, digits: int = 14, time_data: bool = False) -> None:
        self.digits, self.time_data = digits, time_data
        self._base = ""
        self._times: dict[str, list[tuple[float, int]]] = {}
        self._names: list[str] = []
        self._file: TextIO | None = None

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        self._base = info.file_base
        path = Path(info.file_base + ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._names = sorted({item.name for item in of_location(fields, "global")} - {"time"})
        self._file = path.open("w", encoding="utf-8")
        self._row(["time", *self._names])

    def write(self, snapshot: Snapshot) -> None:
        numbers = [snapshot.time, *(float(snapshot.scalar.get(name, float("nan"))) for name in self._names)]
        self._row([self._text(number) for number in numbers])
        for name, table in snapshot.tables.items():
            self._table(name, table, snapshot)

    def _text(self, number: float) -> str:
        return f"{number:.{self.digits}g}"

    def _table(self, name: str, table: Mapping[str, Any], snapshot: Snapshot) -> None:
        number = snapshot.step if snapshot.number is None else snapshot.number
        rows = zip(*table.values(), strict=True)
        lines = [",".join(table), *(",".join(self._text(float(a)) for a in row) for row in rows)]
        Path(f"{self._base}_{name}_{number:04d}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        if self.time_data:
            self._times.setdefault(name, []).append((snapshot.time, number))
            lines = ["time,timestep", *(f"{self._text(t)},{n}" for t, n in self._times[name])]
            Path(f"{self._base}_{name}_time.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _row(self, cells: list[str]) -> None:
        if self._file is None:
            raise RuntimeError("CSVWriter: open() comes before write()")
        self._file.write(",".join(cells) + "\n")
        self._file.flush()
