"""Global scalars over time for gnuplot: a table `<file_base>.dat` and a script `<file_base>.gp`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from .fields import Field, RunInfo, Snapshot, of_location
from .files import continued_table

_TERMINALS = {"png": "png", "ps": "postscript", "gif": "gif"}


class GnuplotWriter:
    """One row per output time, written at once; the script draws each scalar into a picture of its own,
    `<file_base>_<name>.<extension>`.

    extension: of the pictures: png, ps or gif.
    """

    def __init__(self, extension: str = "png") -> None:
        self.extension = extension
        self._names: list[str] = []
        self._file: TextIO | None = None

    def open(self, mesh: Any, fields: list[Field], info: RunInfo) -> None:
        path = self._prepare(fields, info)
        self._file = path.open("w", encoding="utf-8")
        self._line(self._header())

    def reopen(self, mesh: Any, fields: list[Field], info: RunInfo, position: Mapping[str, Any]) -> None:
        self._file = continued_table(self._prepare(fields, info), self._header(), position["bytes"])

    def position(self) -> dict[str, Any]:
        assert self._file is not None
        return {"bytes": self._file.tell()}

    def _prepare(self, fields: list[Field], info: RunInfo) -> Path:
        self._names = sorted({item.name for item in of_location(fields, "global")} - {"time"})
        base = Path(info.file_base)
        Path(f"{base}.gp").write_text(self._script(base.name), encoding="utf-8")
        return Path(f"{base}.dat")

    def _header(self) -> str:
        return "# " + "\t".join(["time", *self._names])

    def write(self, snapshot: Snapshot) -> None:
        numbers = [snapshot.time, *(float(snapshot.scalar.get(name, float("nan"))) for name in self._names)]
        self._line("\t".join(f"{number:.14g}" for number in numbers))

    def close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            file.close()

    def _script(self, base: str) -> str:
        lines = ["# gnuplot draws the pictures: gnuplot <this file>",
                 f"set terminal {_TERMINALS[self.extension]}", "set xlabel 'time'"]
        for column, name in enumerate(self._names, 2):
            lines += [f"set output '{base}_{name}.{self.extension}'", f"set ylabel '{name}' noenhanced",
                      f"plot '{base}.dat' using 1:{column} title '{name}' noenhanced with linespoints"]
        return "\n".join(lines) + "\n"

    def _line(self, text: str) -> None:
        if self._file is None:
            raise RuntimeError("GnuplotWriter: open() comes before write()")
        self._file.write(text + "\n")
        self._file.flush()
