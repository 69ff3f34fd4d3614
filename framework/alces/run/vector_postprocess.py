"""Vector postprocessors: tables of values."""
from __future__ import annotations

from typing import Any

import numpy

from alces.ad import value
from alces.assembly import State, System
from alces.assembly.domain import Domain, point_domain
from alces.assembly.locate import Locator
from alces.assembly.points import CellPoints
from alces.hit import DeckErrors
from alces.physics import PointSampler

Table = dict[str, numpy.ndarray]


class VectorPostprocessing:
    """Evaluates all vector postprocessors of a model.

    Attributes:
        tables: name -> column -> values (row,), as computed last.
    """

    def __init__(self, system: System):
        self.system = system
        self.tables: dict[str, Table] = {}
        self._domains: dict[str, list[Domain]] = {}

    def update(self, state: State, when: str) -> None:
        """Compute those that act at `when`."""
        for name, p in self.system.model.vector_postprocessors.items():
            if when in p.p.execute_on and isinstance(p, PointSampler):
                self.tables[name] = self._sample(name, p, state)

    def _sample(self, name: str, p: PointSampler, state: State) -> Table:
        points = numpy.asarray(p.points(), dtype=float)
        rows = [p.columns(CellPoints(self.system.model, state, domain, slice(0, 1), dual=False))
                for domain in self._domains_of(name, p)]
        table: Table = {"id": numpy.asarray(p.ids(), dtype=float)}
        table.update({axis: points[:, i] for i, axis in enumerate("xyz")})
        for column in rows[0]:
            table[column] = numpy.array([_number(row[column]) for row in rows])
        order = numpy.argsort(table[p.p.sort_by], kind="stable")
        return {column: values[order] for column, values in sorted(table.items())}

    def _domains_of(self, name: str, p: PointSampler) -> list[Domain]:
        if name not in self._domains:
            mesh = self.system.model.mesh
            locator = Locator(mesh)
            found = [locator.find(point) for point in p.points()]
            outside = [point for point, place in zip(p.points(), found, strict=True) if place is None]
            if outside:
                where = ", ".join(f"{c:g}" for c in outside[0])
                raise DeckErrors([p.error("", f"the point ({where}) is outside the mesh")])
            self._domains[name] = [
                point_domain(mesh, *place) for place in found if place is not None
            ]
        return self._domains[name]


def _number(a: Any) -> float:
    return float(numpy.broadcast_to(value(a), (1, 1))[0, 0])
