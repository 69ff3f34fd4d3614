"""Global scalars as a table of text: `<file_base>.csv`, MOOSE's layout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from .fields import Field, RunInfo, Snapshot, of_location
from .files import continued_table


class CSVWriter:
    """One row per output time: `time`, then the scalars in alphabetical order; flushed row by row.

    Tables of a snapshot go into files of their own, `<file_base>_<name>_<number, four digits>.csv`, or always
    the same `<file_base>_<name>.csv` if they hold all times.

    digits: significant digits of the numbers (MOOSE writes 14); time_data: list the time and number of each
    table in `<file_base>_<name>_time.csv`; delimiter: what stands between the columns.
    """

    def __init__(self, digits: int = 14, time_data: bool = False, delimiter: str = ",") -> None:
        self.digits, self.time_data, self.delimiter = digits, time_data, delimiter
        self._base = ""
        self._times: dict[str, list[tuple[float, int]]] = {}
        self._last: dict[str, int] = {}
        self._names: list[str] = []
        self._numbered: dict[str, bool] = {}
        self._file: TextIO | None = None

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        path = self._prepare(fields, info)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w", encoding="utf-8")
        self._times, self._last = {}, {}
        self._row(["time", *self._names])

    def reopen(self, mesh: Any, fields: list[Field], info: RunInfo, position: Mapping[str, Any]) -> None:
        path = self._prepare(fields, info)
        self._file = continued_table(path, self.delimiter.join(["time", *self._names]), position["bytes"])
        self._times = {name: [(t, n) for t, n in times] for name, times in position["times"].items()}
        self._last = dict(position["last"])
        for name, last in self._last.items():
            for table in path.parent.glob(f"{path.stem}_{name}_*.csv"):
                number = table.stem.rpartition("_")[2]
                if number.isdigit() and int(number) > last:
                    table.unlink()

    def position(self) -> dict[str, Any]:
        assert self._file is not None
        return {"bytes": self._file.tell(), "last": dict(self._last),
                "times": {name: list(times) for name, times in self._times.items()}}

    def _prepare(self, fields: list[Field], info: RunInfo) -> Path:
        self._base = info.file_base
        self._names = sorted({item.name for item in of_location(fields, "global")} - {"time"})
        self._numbered = {item.name: True for item in of_location(fields, "table")}
        self._numbered |= {item.name: False for item in of_location(fields, "history")}
        return Path(info.file_base + ".csv")

    def write(self, snapshot: Snapshot) -> None:
        numbers = [snapshot.time, *(float(snapshot.scalar.get(name, float("nan"))) for name in self._names)]
        self._row([self._text(number) for number in numbers])
        for name in sorted(self._numbered.keys() & snapshot.tables.keys()):
            self._table(name, snapshot.tables[name], snapshot)

    def _text(self, number: float) -> str:
        return f"{number:.{self.digits}g}"

    def _table(self, name: str, table: Mapping[str, Any], snapshot: Snapshot) -> None:
        number = snapshot.step if snapshot.number is None else snapshot.number
        rows = zip(*table.values(), strict=True)
        lines = [self.delimiter.join(cells) for cells in (
            list(table), *([self._text(float(a)) for a in row] for row in rows))]
        end = f"_{number:04d}" if self._numbered[name] else ""
        Path(f"{self._base}_{name}{end}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self._last[name] = number
        if self.time_data:
            self._times.setdefault(name, []).append((snapshot.time, number))
            lines = ["time,timestep", *(f"{self._text(t)},{n}" for t, n in self._times[name])]
            Path(f"{self._base}_{name}_time.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            file.close()

    def _row(self, cells: list[str]) -> None:
        if self._file is None:
            raise RuntimeError("CSVWriter: open() comes before write()")
        self._file.write(self.delimiter.join(cells) + "\n")
        self._file.flush()
