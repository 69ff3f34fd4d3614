"""Given numbers as a table."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from alces.params import REALS, STRINGS, Kind, Param
from alces.physics import GeneralVectorPostprocessor, Status


def _rows(text: str) -> tuple[tuple[float, ...], ...]:
    return tuple(REALS.parse(part) for part in text.split(";"))


class ConstantVectorPostprocessor(GeneralVectorPostprocessor):
    """Columns of given numbers."""

    parameters = (
        Param("value", Kind("numbers of each column, 'a b; c d'", _rows), doc="numbers of the columns"),
        Param("vector_names", STRINGS, ("value",), doc="names of the columns"),
    )

    def setup(self) -> None:
        if len(self.p.vector_names) != len(self.p.value):
            raise self.error("vector_names", f"needs a name for each of the {len(self.p.value)} columns")
        if len({len(column) for column in self.p.value}) > 1:
            raise self.error("value", "the columns must have the same length")

    def compute(self, s: Status) -> Mapping[str, Sequence[float]]:
        return dict(zip(self.p.vector_names, self.p.value, strict=True))
