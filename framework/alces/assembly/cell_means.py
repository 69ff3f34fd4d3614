"""Means over cells that carry derivatives."""
from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from alces import backend
from alces.ad import Dual
from alces.assembly.contract import Contraction
from alces.assembly.domain import Domain
from alces.dofs import Space


class CellMeans:
    """The means over cells that terms ask for at the points of one chunk.

    A mean depends on all unknowns of its cell, whereas the partials at a point know those at this point only.
    Hence a mean is to the terms an unknown of its own, numbered behind all fields, and the Jacobian gets
    ``(d term/d mean)(d mean/d unknown)``.

    Args:
        first: number of the first mean.
        domain, part: the cells of the chunk.
    """

    def __init__(self, first: int, domain: Domain, part: slice):
        self.first, self.domain, self.part = first, domain, part
        self._partials: list[dict[int, Any]] = []
        self._slopes: dict[int, dict[int, Any]] = {}

    @cached_property
    def _volume(self) -> Any:
        return backend.xp.sum(self.domain.jxw(self.part), axis=1, keepdims=True)

    def mean(self, a: Any) -> Any:
        """Mean (cell, 1) of a scalar, weighted with the volume; constants stay as they are."""
        if isinstance(a, Dual):
            self._partials.append(a.d)
            return Dual(self._mean(a.v), {4 * (self.first + len(self._partials) - 1): 1.0})
        return self._mean(a)

    def _mean(self, a: Any) -> Any:
        if not backend.is_array(a):
            return a
        return backend.xp.sum(a * self.domain.jxw(self.part), axis=1, keepdims=True) / self._volume

    def uniform(self, a: Any) -> Any:
        """The mean with the derivatives of a change of all points alike, to compare with differences."""
        if isinstance(a, Dual):
            return Dual(self._mean(a.v), {key: self._mean(p) for key, p in a.d.items()})
        return self._mean(a)

    def fields(self, number: int) -> set[int]:
        """The fields that a mean depends on; of a field, itself."""
        if number < self.first:
            return {number}
        return {g for key in self._partials[number - self.first] for g in self.fields(key // 4)}

    def slopes(self, number: int, contraction: Contraction,
               space_of: Callable[[int], tuple[Space, int]]) -> dict[int, Any]:
        """Derivatives of a mean: field -> (cell, n_local).

        Args:
            space_of: field number (with Laplacians) -> its space and the variable's number.
        """
        if number not in self._slopes:
            out: dict[int, Any] = {}
            by_field: dict[int, list[Any]] = {}
            for key, partial in self._partials[number - self.first].items():
                by_field.setdefault(key // 4, [None] * 4)[key % 4] = partial
            for g, found in by_field.items():
                if g < self.first:
                    space, variable = space_of(g)
                    change = {variable: contraction.residual(space, found, self.part) / self._volume}
                else:
                    slope = self._mean(found[0])
                    inner = self.slopes(g, contraction, space_of)
                    change = {variable: slope * slopes for variable, slopes in inner.items()}
                for variable, slopes in change.items():
                    out[variable] = out[variable] + slopes if variable in out else slopes
            self._slopes[number] = out
        return self._slopes[number]
