"""Choosing fields and times of a dataset for a picture."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .netcdf import open_dataset
from .plot_units import engineering


@dataclass(frozen=True)
class Contour:
    """A contour line of `field` at `level`, drawn over every panel."""

    field: str
    level: float = 0.5
    colour: str = "white"


@contextmanager
def opened(source: Any) -> Iterator[Any]:
    """The dataset itself, or that of a path, closed at the end. Raises ValueError when no step is in it."""
    if isinstance(source, str | Path):
        with open_dataset(source) as dataset:
            yield _filled(dataset)
    else:
        yield _filled(source)


def _filled(dataset: Any) -> Any:
    if dataset.sizes.get("time", 0) == 0:
        raise ValueError("the dataset holds no finished step")
    return dataset


def spatial_fields(dataset: Any) -> list[str]:
    """Names of all nodal and cell variables that change in time."""
    return [name for name, v in dataset.data_vars.items() if v.dims in (("time", "node"), ("time", "cell"))]


def choose_fields(known: Sequence[str], wanted: Sequence[str] | None, what: str = "field") -> list[str]:
    """`wanted`, or all. Raises ValueError, naming the known ones, if one is missing or there is none."""
    for name in wanted or ():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise ValueError(
                f"no {what} '{name}' in the dataset, which has: {', '.join(known) or 'none'}{hint}"
            )
    chosen = list(known if wanted is None else wanted)
    if not chosen:
        raise ValueError(f"there is no {what} to draw")
    return chosen


def choose_records(all_times: np.ndarray, wanted: Sequence[float] | int) -> list[int]:
    """Records nearest to the wanted times, or to so many equally spaced ones; each at most once, in order."""
    if isinstance(wanted, int):
        wanted = list(np.linspace(all_times[0], all_times[-1], wanted))
    return sorted({int(np.argmin(np.abs(all_times - moment))) for moment in wanted})


def location(variable: Any) -> str:
    """node or cell."""
    return str(variable.dims[-1])


class Clock:
    """Times in the unit that suits the largest of them."""

    def __init__(self, dataset: Any) -> None:
        self.times = dataset["time"].values
        self._factor, self.unit = engineering(
            float(np.abs(self.times).max()), dataset["time"].attrs.get("units", "")
        )
        self.scaled = self.times * self._factor

    def text(self, record: int) -> str:
        return f"t = {self.scaled[record]:.4g} {self.unit}".rstrip()
