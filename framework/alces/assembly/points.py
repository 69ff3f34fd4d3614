"""The points at which physics is evaluated: quadrature points of a chunk of cells, or nodes."""
from __future__ import annotations

from functools import reduce
from itertools import combinations
from typing import Any

from alces import ad, backend
from alces.ad import Dual, Tensor, Vector
from alces.assembly.cell_means import CellMeans
from alces.assembly.domain import Domain
from alces.assembly.model import Model
from alces.assembly.state import State
from alces.assembly.unavailable import Unavailable
from alces.dofs import HermiteSpace
from alces.fe import reference_cell

_AXES = ("x", "y", "z")


class DeckPoints:
    """What does not depend on where the points are: functions, postprocessors, user objects."""

    t: Any
    x: Any
    y: Any
    z: Any

    def __init__(self, model: Model, state: State):
        self.model, self.now = model, state
        self.t, self.dt, self.dim = state.t, state.dt, model.mesh.dim
        self.displacements = tuple(model.displacements)
        self.coord_type, self.radial = model.coordinates.kind, model.coordinates.radial

    @property
    def mesh_bounds(self) -> tuple[Any, Any]:
        """See `alces.physics.Points.mesh_bounds`."""
        return self.model.mesh.bounds

    def function(self, name: str | float, t: float | None = None) -> Any:
        """See `alces.physics.Points.function`."""
        if not isinstance(name, str):
            return name
        if t is not None:
            return self.elsewhere(self.x, self.y, self.z, t).function(name)
        if name in self.model.functions:
            return self.model.functions[name].value(self)  # type: ignore[arg-type]
        if name in self.now.postprocessors:
            return self.now.postprocessors[name]
        return self.model.expression(name).evaluate({"x": self.x, "y": self.y, "z": self.z, "t": self.t}, ad)

    def function_of_time(self, name: str | float, t: Any) -> Any:
        """See `alces.physics.Points.function_of_time`."""
        return self.elsewhere(0.0, 0.0, 0.0, t).function(name)

    def elsewhere(self, x: Any, y: Any, z: Any, t: Any) -> DeckPoints:
        """See `alces.physics.Points.elsewhere`."""
        there = DeckPoints(self.model, self.now)
        there.t, there.x, there.y, there.z = t, x, y, z
        return there

    def function_gradient(self, name: str | float) -> Vector:
        """See `alces.physics.Points.function_gradient`."""
        if not isinstance(name, str):
            return Vector()
        if name in self.model.functions:
            return self.model.functions[name].gradient(self)  # type: ignore[arg-type]
        expression = self.model.expression(name)
        at = {"x": self.x, "y": self.y, "z": self.z, "t": self.t}
        return Vector(*(expression.derivative(axis).evaluate(at, ad) for axis in _AXES))

    def _need_second_rate(self) -> None:
        if self.now.second_offset is None:
            raise Unavailable("second time derivatives need scheme = newmark-beta")

    def postprocessor(self, name: str | float) -> float:
        """See `alces.physics.Points.postprocessor`."""
        return self.now.postprocessors[name] if isinstance(name, str) else name

    def user_object(self, name: str) -> Any:
        """See `alces.physics.Points.user_object`."""
        return self.model.user_objects[name]


class CellPoints(DeckPoints):
    """Points of a part of a domain; implements `alces.physics.Points`.

    Args:
        part: the domain's cells to take.
        dual: whether unknowns carry partials.
    """

    def __init__(self, model: Model, state: State, domain: Domain, part: slice, dual: bool):
        super().__init__(model, state)
        self.domain, self.part, self.dual = domain, part, dual
        self.aux_read: set[str] = set()
        self._providers = model.providers(domain.subdomain, domain.boundary)
        self._cache: dict[tuple, Any] = {}
        self._properties: dict[str, Any] = {}
        self._made: dict[int, Any] = {}

    def before(self) -> CellPoints:
        """The same points at the end of the previous step, without partials."""
        return self._cached(
            ("before",), lambda: CellPoints(self.model, self.now.before(), self.domain, self.part, dual=False)
        )

    # -- geometry ----------------------------------------------------------------------------------
    def _position(self, i: int) -> Any:
        return self._cached(("position", i), lambda: self._corner(i) @ self.domain.shape())

    def _corner(self, i: int) -> Any:
        """Coordinate of the cells' nodes, (cell, node)."""
        nodes = self.domain.nodes()[self.part]
        return self._cached(
            ("corner", i), lambda: backend.gather(backend.resident(self.model.mesh.points)[:, i], nodes)
        )

    def _edge(self, a: int, b: int) -> Any:
        """Length of the line between two nodes of each cell, (cell, 1)."""
        square: Any = 0.0
        for i in range(3):
            corners = self._corner(i)
            along = corners[:, a : a + 1] - corners[:, b : b + 1]
            square = square + along * along
        return ad.sqrt(square)

    @property
    def x(self) -> Any:
        return self._position(0)

    @property
    def y(self) -> Any:
        return self._position(1)

    @property
    def z(self) -> Any:
        return self._position(2)

    @property
    def normal(self) -> Vector:
        """See `alces.physics.Points.normal`."""
        normal = self.domain.geometry.normal
        if normal is None:
            raise Unavailable("normals exist on boundaries only")
        return Vector(*(_part(n, self.part) for n in normal))

    @property
    def cell_numbers(self) -> Any:
        """See `alces.physics.Points.cell_numbers`."""
        return backend.asarray(self.domain.cell_numbers()[self.part][:, None])

    @property
    def node_numbers(self) -> Any:
        """Quadrature points are no nodes."""
        raise Unavailable("quadrature points have no node numbers")

    @property
    def cell_size(self) -> Any:
        """See `alces.physics.Points.cell_size`."""
        return self._cached(("cell_size",), self._cell_size)

    def _cell_size(self) -> Any:
        edges = reference_cell(self.domain.cell_type).edges
        return reduce(ad.minimum, (self._edge(a, b) for a, b in edges))

    @property
    def cell_order(self) -> int:
        """See `alces.physics.Points.cell_order`."""
        return reference_cell(self.domain.cell_type).order

    @property
    def cell_diameter(self) -> Any:
        """See `alces.physics.Points.cell_diameter`."""
        return self._cached(("cell_diameter",), self._cell_diameter)

    def _cell_diameter(self) -> Any:
        n = reference_cell(self.domain.cell_type).n_vertices
        return reduce(ad.maximum, (self._edge(a, b) for a, b in combinations(range(n), 2)))

    # -- fields ------------------------------------------------------------------------------------
    def _cached(self, key: tuple, make) -> Any:
        if key not in self._cache:
            self._cache[key] = make()
        return self._cache[key]

    def _local(self, variable: str, which: str) -> tuple[Any, Any, int]:
        """Values (cell, n_local) of a variable in one of the vectors, its space and index (-1: auxiliary)."""
        unknowns, auxiliaries = self.model.unknowns, self.model.auxiliaries
        if variable in unknowns.index:
            dofmap, index, number = unknowns, unknowns.index[variable], unknowns.index[variable]
        elif variable not in auxiliaries.index:
            raise Unavailable(f"there is no variable '{variable}'", variable, unknowns.index)
        else:
            dofmap, index, number = auxiliaries, auxiliaries.index[variable], -1
            self.aux_read.add(variable)
            which = {"u": "aux", "u_old": "aux_old"}.get(which, which)
        space = dofmap.layouts[index].space

        def gather() -> Any:
            table = dofmap.cell_dofs(index, self.domain.block)
            if table is None:
                raise Unavailable(f"the variable '{variable}' does not live on block {self.domain.subdomain}")
            dofs = self.domain.local(table)[self.part]
            if which == "u_dot" and self.now.offset is not None:
                offset = backend.gather(backend.resident(self.now.offset), dofs)
                return self.now.rate * self._local(variable, "u")[0] + offset
            vector = getattr(self.now, which)
            return backend.gather(backend.resident(vector() if callable(vector) else vector), dofs)

        return self._cached(("local", variable, which), gather), space, number

    def _value(self, variable: str, which: str) -> tuple[Any, int]:
        local, space, number = self._local(variable, which)
        return self._cached(
            ("value", variable, which), lambda: local @ self.domain.basis(space)[0]
        ), number

    def _gradient(self, variable: str, which: str) -> tuple[list[Any], int]:
        local, space, number = self._local(variable, which)

        def compute() -> list[Any]:
            reference = [local @ table for table in self.domain.basis(space)[1:]]
            inverse = self.domain.geometry.inverse
            out = []
            for i in range(len(inverse[0])):
                total: Any = 0.0
                for k, g in enumerate(reference):
                    factor = inverse[k][i]
                    if isinstance(factor, float):
                        if factor != 0.0:
                            total = total + factor * g
                    else:
                        total = total + factor[self.part] * g
                out.append(total)
            return out

        return self._cached(("grad", variable, which), compute), number

    def value(self, variable: str | float) -> Any:
        """See `alces.physics.Points.value`."""
        if not isinstance(variable, str):
            return variable

        def make() -> Any:
            v, number = self._value(variable, "u")
            return Dual(v, {4 * number: 1.0}) if self.dual and number >= 0 else v

        return self._cached(("Dual", variable), make)

    def grad(self, variable: str | float) -> Vector:
        """See `alces.physics.Points.grad`."""
        if not isinstance(variable, str):
            return Vector()

        def make() -> Vector:
            g, number = self._gradient(variable, "u")
            if self.dual and number >= 0:
                return Vector(*(a if type(a) is float else Dual(a, {4 * number + 1 + i: 1.0})
                                for i, a in enumerate(g)))
            return Vector(*g)

        return self._cached(("Dual grad", variable), make)

    def laplacian(self, variable: str | float) -> Any:
        """See `alces.physics.Points.laplacian`."""
        if not isinstance(variable, str):
            return 0.0

        def make() -> Any:
            local, space, number = self._local(variable, "u")
            if not isinstance(space, HermiteSpace):
                raise Unavailable(f"second derivatives of '{variable}' need the family HERMITE, order THIRD")
            v = local @ self.domain.basis(space.laplacian)[0]
            key = 4 * (len(self.model.unknowns.variables) + number)
            return Dual(v, {key: 1.0}) if self.dual and number >= 0 else v

        return self._cached(("Dual laplacian", variable), make)

    def dot(self, variable: str | float) -> Any:
        """See `alces.physics.Points.dot`."""
        if not isinstance(variable, str) or self.now.offset is None:
            return 0.0
        if variable not in self.model.unknowns.index:
            now, _ = self._value(variable, "u")
            before, _ = self._value(variable, "u_old")
            return (now - before) / self.dt if self.dt else 0.0 * now

        def make() -> Any:
            v, number = self._value(variable, "u_dot")
            return Dual(v, {4 * number: self.now.rate}) if self.dual else v

        return self._cached(("Dual dot", variable), make)

    def dotdot(self, variable: str) -> Any:
        """See `alces.physics.Points.dotdot`."""
        self._need_second_rate()

        def make() -> Any:
            v, number = self._value(variable, "u_dotdot")
            return Dual(v, {4 * number: self.now.second_rate}) if self.dual else v

        return self._cached(("Dual dotdot", variable), make)

    def dot_old(self, variable: str) -> Any:
        """See `alces.physics.Points.dot_old`."""
        return 0.0 if self.now.u_dot_old is None else self._value(variable, "u_dot_old")[0]

    def old(self, variable: str | float) -> Any:
        """See `alces.physics.Points.old`."""
        return self._value(variable, "u_old")[0] if isinstance(variable, str) else variable

    def grad_old(self, variable: str | float) -> Vector:
        """See `alces.physics.Points.grad_old`."""
        return Vector(*self._gradient(variable, "u_old")[0]) if isinstance(variable, str) else Vector()

    @property
    def means(self) -> CellMeans:
        """The means over cells so far; numbered behind the variables and their Laplacians."""
        first = 2 * len(self.model.unknowns.variables)
        return self._cached(("means",), lambda: CellMeans(first, self.domain, self.part))

    def cell_mean(self, a: Any) -> Any:
        """See `alces.physics.Points.cell_mean`."""
        return self.means.mean(a)

    # -- materials ---------------------------------------------------------------------------------
    def property(self, name: str | float) -> Any:
        """See `alces.physics.Points.property`."""
        if not isinstance(name, str):
            return name
        if name not in self._properties:
            material = self._providers.get(name)
            if material is None:
                raise Unavailable(
                    f"no material provides the property '{name}' on block {self.domain.subdomain}",
                    name, self._providers,
                )
            self._properties[name] = self._provided_by(material)[name]
        return self._properties[name]

    def _provided_by(self, material: Any) -> Any:
        """All properties of a material at these points, computed once (a lazy mapping stays lazy)."""
        if id(material) not in self._made:
            self._made[id(material)] = (
                self._static(material) if material.static else material.properties(self)
            )
        return self._made[id(material)]

    def _static(self, material: Any) -> dict[str, Any]:
        kept = self.domain.static
        if id(material) not in kept:
            whole = CellPoints(self.model, self.now, self.domain, slice(0, self.domain.n_cells), False)
            kept[id(material)] = dict(material.properties(whole))
        return {name: _part(a, self.part) for name, a in kept[id(material)].items()}

    def has_property(self, name: str) -> bool:
        """See `alces.physics.Points.has_property`."""
        return name in self._providers

    def property_old(self, name: str | float) -> Any:
        """See `alces.physics.Points.property_old`."""
        if isinstance(name, str) and name in self._providers and (
            name in self.model.memory or name in self._providers[name].state()
        ):
            return self.state(name)
        return self.before().property(name)

    def state(self, name: str) -> Any:
        """See `alces.physics.Points.state`."""
        kept = self.now.material.get(self.domain.key, {})
        return _part(kept[name], self.part) if name in kept else self._initial(name)

    def property_older(self, name: str) -> Any:
        """See `alces.physics.Points.property_older`."""
        kept = self.now.material.get(self.domain.key, {})
        return _part(kept[older(name)], self.part) if older(name) in kept else self._initial(name)

    def _initial(self, name: str) -> Any:
        """What a property was before the first step: zero, unless its material says otherwise."""
        material = self._providers[name]
        zero = {"tensor": Tensor.zero(), "vector": Vector()}.get(material.provides()[name], 0.0)
        return material.state().get(name, zero)


def older(name: str) -> str:
    """Key under which the state keeps the value of a property before the previous one."""
    return f"{name} (older)"


def _part(a: Any, part: slice) -> Any:
    """Rows of a scalar, Vector or Tensor of per-cell arrays."""
    if isinstance(a, (Vector, Tensor)):
        return a.map(lambda c: _part(c, part))
    return a[part] if backend.is_array(a) and a.shape[0] > 1 else a
