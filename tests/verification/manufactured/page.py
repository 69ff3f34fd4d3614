"""The tables of docs/verification.md: read, compared with what was measured, written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import numpy as np

PAGE = Path(__file__).parents[3] / "docs" / "verification.md"
TOLERANCE = 0.15
"""What a fitted order may lie beside the expected one, for the terms that coarse meshes still show."""
_TABLE = re.compile(r"(<!-- table: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


class Fit(NamedTuple):
    expected: float
    order: float
    error: float


def fit(case: str, counts: list[int], errors: list[float], expected: float, above: float = TOLERANCE) -> Fit:
    """The order, slope of the least-squares line through the logarithms; asserts that it is right.

    Args:
        counts: cells or steps along each axis, the finest last.
        above: what the order may lie above the expected one.
    """
    order = -float(np.polyfit(np.log(counts), np.log(errors), 1)[0])
    message = f"{case}: order {order:.2f}, not {expected:g}; errors {errors}"
    assert -TOLERANCE <= order - expected <= above, message
    return Fit(expected, order, float(errors[-1]))


def row(case: str, counts: list[int], fits: list[Fit]) -> str:
    cells = [text for f in fits for text in (f"{f.expected:g}", f"{f.order:.2f}", f"{f.error:.2e}")]
    return f"| {case} | {', '.join(map(str, counts))} | {' | '.join(cells)} |"


def tables() -> dict[str, dict[str, str]]:
    """Table -> case -> row, as they stand in the page."""
    found = {}
    for _, name, body, _ in _TABLE.findall(PAGE.read_text()):
        rows = body.splitlines()[2:]
        found[name] = {line.split(" | ")[0].removeprefix("| "): line for line in rows}
    return found


def differs(old: str | None, new: str) -> bool:
    """Whether a row says something else: orders by more than 0.05, errors by more than 5 per cent (and by
    more than rounding and the tolerance of Newton's method leave)."""
    if old is None:
        return True
    was, now = (line.strip("| ").split(" | ") for line in (old, new))
    if was[:2] != now[:2] or len(was) != len(now):
        return True
    before, after = (np.array(words[2:], dtype=float).reshape(-1, 3) for words in (was, now))
    order = np.abs(before[:, :2] - after[:, :2]).max() > 0.05
    return bool(order or not np.allclose(before[:, 2], after[:, 2], rtol=0.05, atol=1e-12))


def write(measured: dict[str, dict[str, str]]) -> None:
    """Put measured rows into the page, in place of all that their tables hold."""

    def body(found: re.Match[str]) -> str:
        head, name, old, end = found.groups()
        if name not in measured:
            return found[0]
        return head + "\n".join([*old.splitlines()[:2], *measured[name].values()]) + "\n" + end

    PAGE.write_text(_TABLE.sub(body, PAGE.read_text()))
