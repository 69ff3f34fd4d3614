"""Rows of numbers as Markdown."""
from __future__ import annotations

from collections.abc import Iterable, Mapping


def markdown(rows: Iterable[dict], names: Mapping[str, str] | None = None) -> str:
    """A table.

    Args:
        rows: its columns are the keys of all of them in the order of their appearance.
        names: what to call the columns.
    """
    rows, names = list(rows), names or {}
    columns = list(dict.fromkeys(key for row in rows for key in row))
    lines = [_line(names.get(key, key) for key in columns), _line("---" for _ in columns)]
    return "\n".join(lines + [_line(cell(row.get(key)) for key in columns) for row in rows])


def cell(value: object) -> str:
    """A number with the digits that mean something."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        size = abs(value)
        short = "{:.1e}" if 0 < size < 1e-4 or size >= 1e6 else "{:.0f}" if size >= 100 else "{:.3g}"
        return short.format(value)
    return str(value).replace("|", "/").replace("\n", " ")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
