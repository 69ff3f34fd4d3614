"""One pass over all quadrature points for everything that wants to see them."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import numpy

from alces import backend
from alces.ad import Tensor, Vector, value
from alces.assembly.domain import Domain
from alces.assembly.points import CellPoints, older
from alces.assembly.state import State
from alces.assembly.system import System, chunks
from alces.ranks import Ranks


class Consumer(Protocol):
    """Takes what it needs from each chunk of points."""

    def wants(self, domain: Domain) -> bool:
        """Whether it goes over this domain."""

    def take(self, q: CellPoints) -> None:
        """See one chunk."""


def sweep(system: System, state: State, domains: Iterable[Domain], consumers: Sequence[Consumer]) -> None:
    """Show every chunk of the domains to the consumers that want it; properties are computed once for all."""
    for domain in domains:
        takers = [c for c in consumers if c.wants(domain)]
        if takers:
            for part in chunks(domain):
                q = CellPoints(system.model, state, domain, part, dual=False)
                for consumer in takers:
                    consumer.take(q)


def everywhere(a: Any, q: CellPoints) -> Any:
    """A scalar at all points of a chunk, (cell, point)."""
    n = len(range(*q.part.indices(q.domain.n_cells)))
    return backend.full(value(a), (n, q.domain.n_points))


def at_points(a: Any, q: CellPoints) -> numpy.ndarray:
    """`everywhere`, on the host."""
    return backend.to_host(everywhere(a, q))


def weights(q: CellPoints) -> numpy.ndarray:
    """Measure times weight of all points of a chunk, (cell, point), on the host."""
    return backend.to_host(q.domain.jxw(q.part))


def flat(a: Any) -> Any:
    """All entries in one row."""
    return backend.xp.reshape(a, (-1,))


class Reduce:
    """Reduces a scalar over the points of all processes: integral, average, maximum, minimum, all values
    (``collect``), or one per cell (``cells``)."""

    def __init__(
        self, integrand: Callable[[CellPoints], Any], reduction: str, wants: Callable[[Domain], bool],
        chooser: Callable[[CellPoints], Any] | None = None,
    ):
        self.integrand, self.reduction, self.wants = integrand, reduction, wants
        self.chooser = chooser
        self._sum = self._volume = 0.0
        self._values: list[numpy.ndarray] = []

    def take(self, q: CellPoints) -> None:
        own = q.domain.own(q.part)
        values = everywhere(self.integrand(q), q)
        if self.reduction in ("integral", "average"):
            jxw = q.domain.jxw(q.part)
            if not isinstance(own, slice):
                jxw = jxw * backend.asarray(own.astype(float)[:, None])
            self._sum += float(backend.to_host(backend.xp.sum(values * jxw)))
            self._volume += float(backend.to_host(backend.xp.sum(jxw)))
            return
        values = backend.to_host(values)[own]
        if self.reduction == "collect":
            self._values.append(values.ravel())
        elif self.reduction == "cells":
            self._values.append(values[:, 0])
        elif values.size:
            by = self.chooser(q) if self.chooser is not None else None
            by = values if by is None else at_points(by, q)[own]
            best = self._pick(by)
            self._values.append(numpy.array([by.flat[best], values.flat[best]]))

    def result(self, ranks: Ranks) -> Any:
        """The reduced number (an array for ``collect`` and ``cells``); NaN for an extreme or average over
        nothing."""
        if self.reduction in ("integral", "average"):
            total, volume = ranks.sum(numpy.array([self._sum, self._volume]))
            if self.reduction == "integral":
                return float(total)
            return float(total / volume) if volume else numpy.nan
        parts = [values for each in ranks.everyone(self._values) for values in each]
        if self.reduction in ("collect", "cells"):
            return numpy.concatenate([numpy.empty(0), *parts])
        if not parts:
            return numpy.nan
        return float(parts[self._pick(numpy.array([by for by, _ in parts]))][1])

    def _pick(self, by: numpy.ndarray) -> int:
        """Where the extreme value is."""
        return int(by.argmax() if self.reduction == "maximum" else by.argmin())


class Project:
    """Projects a scalar on a variable: cell averages, or lumped nodal ``sum w N f / sum w N``."""

    def __init__(self, system: System, variable: str, function: Callable[[CellPoints], Any],
                 wants: Callable[[Domain], bool]):
        model = system.model
        self.dofmap = model.unknowns if variable in model.unknowns.index else model.auxiliaries
        self.index = self.dofmap.index[variable]
        self.space = self.dofmap.layouts[self.index].space
        self.function, self._wants = function, wants
        self._seen: list[tuple[Any, Any, Any]] = []

    def wants(self, domain: Domain) -> bool:
        return self.dofmap.cell_dofs(self.index, domain.block) is not None and self._wants(domain)

    def take(self, q: CellPoints) -> None:
        jxw = q.domain.jxw(q.part)
        shape = q.domain.basis(self.space)[0].T
        table = self.dofmap.cell_dofs(self.index, q.domain.block)
        assert table is not None
        weighted = (everywhere(self.function(q), q) * jxw) @ shape
        self._seen.append((flat(q.domain.local(table)[q.part]), flat(weighted), flat(jxw @ shape)))

    def store(self, vector: numpy.ndarray) -> None:
        """Write the projected values into a vector of the variable's kind."""
        if not self._seen:
            return
        dofs, *parts = (backend.concat(arrays) for arrays in zip(*self._seen, strict=True))
        weighted, weight = (backend.to_host(backend.scatter_add(dofs, a, self.dofmap.n)) for a in parts)
        touched = weight > 0
        vector[touched] = weighted[touched] / weight[touched]


class Commit:
    """Collects the new values of stateful properties."""

    def __init__(self, system: System):
        self.system = system
        self.new: dict[Any, dict[str, list]] = {}

    def _stateful(self, domain: Domain) -> list[str]:
        providers = self.system.model.providers(domain.subdomain, domain.boundary)
        memory = self.system.model.memory
        return [name for name, material in providers.items() if name in memory or name in material.state()]

    def wants(self, domain: Domain) -> bool:
        return bool(self._stateful(domain))

    def take(self, q: CellPoints) -> None:
        kept = self.new.setdefault(q.domain.key, {})
        for name in self._stateful(q.domain):
            kept.setdefault(name, []).append(_full(q.property(name), q))
            if self.system.model.memory.get(name, 0) > 1:
                kept.setdefault(older(name), []).append(_full(q.state(name), q))

    def result(self) -> dict[Any, dict[str, Any]]:
        """Per domain, name -> value for all its cells."""
        return {key: {name: _join(parts) for name, parts in kept.items()} for key, kept in self.new.items()}


def _full(a: Any, q: CellPoints) -> Any:
    if isinstance(a, (Vector, Tensor)):
        return a.map(lambda c: backend.copy(everywhere(c, q)))
    return backend.copy(everywhere(a, q))


def _join(parts: list[Any]) -> Any:
    """One value for all cells from those of the chunks; a structural zero stays one if all chunks agree."""
    first = parts[0]
    if isinstance(first, Vector):
        return Vector(*(_join(list(c)) for c in zip(*(p.c for p in parts), strict=True)))
    if isinstance(first, Tensor):
        return Tensor([[_join([p.c[i][j] for p in parts]) for j in range(3)] for i in range(3)])
    return 0.0 if isinstance(first, float) else backend.concat(parts)
