"""The pull-back of coefficients to the reference cell where cells differ from each other."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from alces.fe.geometry import Geometry

Kind = tuple[int, ...]


class PullBack:
    """Coefficients of a chunk for slopes along the reference axes, with the measure in them.

    With G the gradient of the reference coordinates, ``G[k][i] = d xi_k / d x_i``, and J the measure, a flux
    a becomes ``J G a``, and a matrix A between the gradients of test and trial functions ``J G A G^T``.

    Args:
        part: the cells of the chunk.
    """

    def __init__(self, geometry: Geometry, part: slice):
        def here(a: Any) -> Any:
            return a if isinstance(a, float) or a.shape[0] == 1 else a[part]

        self.part = part
        self._measure = here(geometry.measure)
        self._inverse = [[here(a) for a in row] for row in geometry.inverse]
        self._axes = range(1, 1 + len(self._inverse[0]))

    @cached_property
    def _scaled(self) -> list[list[Any]]:
        """J G."""
        return [[_times(a, self._measure) for a in row] for row in self._inverse]

    @cached_property
    def _metric(self) -> list[list[Any]]:
        """J G G^T."""
        return self._matrix(lambda k, m: _dot(self._scaled[k], self._inverse[m]), symmetric=True)

    def vector(self, found: Mapping[Kind, Any]) -> dict[Kind, Any]:
        """Of {(kind,): coefficient}, the same for the reference cell."""
        flux = [found.get((i,), 0.0) for i in self._axes]
        out: dict[Kind, Any] = {(0,): _times(found.get((0,), 0.0), self._measure)}
        out |= {(k,): a for k, a in enumerate(self._flux(flux), 1)}
        return _present(out) or {(0,): 0.0}

    def matrix(self, found: Mapping[Kind, Any]) -> dict[Kind, Any]:
        """Of {(test kind, trial kind): coefficient}, the same for the reference cell."""
        out: dict[Kind, Any] = {(0, 0): _times(found.get((0, 0), 0.0), self._measure)}
        out |= {(k, 0): a for k, a in enumerate(self._flux([found.get((i, 0), 0.0) for i in self._axes]), 1)}
        out |= {(0, m): a for m, a in enumerate(self._flux([found.get((0, j), 0.0) for j in self._axes]), 1)}
        tensor = [[found.get((i, j), 0.0) for j in self._axes] for i in self._axes]
        out |= {(k, m): a for k, row in enumerate(self._tensor(tensor), 1) for m, a in enumerate(row, 1)}
        return _present(out) or {(0, 0): 0.0}

    def _flux(self, flux: list[Any]) -> list[Any]:
        return [_dot(row, flux) for row in self._scaled]

    def _tensor(self, tensor: list[list[Any]]) -> list[list[Any]]:
        n = range(len(tensor))
        if all(_same(tensor[i][j], tensor[0][0] if i == j else 0.0) for i in n for j in n):  # isotropic
            metric = self._metric
            return self._matrix(lambda k, m: _times(metric[k][m], tensor[0][0]), symmetric=True)
        symmetric = all(_same(tensor[i][j], tensor[j][i]) for i in n for j in range(i))
        half = [[_dot(row, [tensor[i][j] for i in n]) for j in n] for row in self._scaled]
        return self._matrix(lambda k, m: _dot(half[k], self._inverse[m]), symmetric)

    def _matrix(self, entry: Callable[[int, int], Any], symmetric: bool) -> list[list[Any]]:
        """All entries for the reference axes; equal ones are the same array, and share a column later."""
        out: list[list[Any]] = []
        for k in range(len(self._inverse)):
            out.append([out[m][k] if symmetric and m < k else entry(k, m) for m in range(len(self._inverse))])
        return out


def _is_zero(a: Any) -> bool:
    return isinstance(a, float) and a == 0.0


def _same(a: Any, b: Any) -> bool:
    return a is b or (isinstance(a, float) and isinstance(b, float) and a == b)


def _times(a: Any, b: Any) -> Any:
    return 0.0 if _is_zero(a) or _is_zero(b) else a * b


def _dot(a: list[Any], b: list[Any]) -> Any:
    """The sum of the products that are not zero by structure."""
    products = [x * y for x, y in zip(a, b, strict=True) if not (_is_zero(x) or _is_zero(y))]
    return sum(products[1:], products[0]) if products else 0.0


def _present(found: dict[Kind, Any]) -> dict[Kind, Any]:
    return {kind: a for kind, a in found.items() if not _is_zero(a)}
