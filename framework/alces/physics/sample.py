"""A hand-made set of points to test a term, material or function without a mesh."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy

from alces.ad import Dual, Tensor, Vector, partials, value

_KINDS = ("value", "x", "y", "z")


class SamplePoints:
    """Implements `Points` from given numbers; fields carry partials unless told otherwise.

    Args:
        fields: variable -> {"value": a, "grad": (gx, gy[, gz]), "dot": a, "old": a, "grad_old": (...)},
            arrays (cell, point) or floats; what is missing is zero.
        properties: property -> value, or a function of these points.
        materials: materials that provide further properties.
        states: stateful property -> committed value.
        functions: function name -> value or Python callable of x, y, z, t.
        rate: d(dot)/d(value), 1/dt for implicit Euler.
        dual: False for plain arrays.
    """

    def __init__(
        self,
        fields: Mapping[str, Mapping[str, Any]],
        properties: Mapping[str, Any] | None = None,
        materials: tuple = (),
        states: Mapping[str, Any] | None = None,
        functions: Mapping[str, Any] | None = None,
        x: Any = 0.0,
        y: Any = 0.0,
        z: Any = 0.0,
        t: float = 0.0,
        dt: float = 1.0,
        dim: int = 2,
        rate: float = 1.0,
        dual: bool = True,
        normal: Any = (1.0, 0.0, 0.0),
        cell_size: Any = 1.0,
        user_objects: Mapping[str, Any] | None = None,
        mesh_bounds: tuple[Any, Any] = ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
        cell_numbers: Any = 0,
        node_numbers: Any = 0,
        properties_old: Mapping[str, Any] | None = None,
        coord_type: str = "XYZ",
        radial: int = 0,
        displacements: tuple[str, ...] = (),
        cell_diameter: Any = 1.0,
        cell_order: int = 1,
    ):
        self.cell_order = cell_order
        self.cell_diameter = cell_diameter
        self.displacements = displacements
        self.coord_type, self.radial = coord_type, radial
        self.x, self.y, self.z, self.t, self.dt, self.dim = x, y, z, t, dt, dim
        self.normal, self.cell_size, self.mesh_bounds = Vector(*normal), cell_size, mesh_bounds
        self.cell_numbers, self.node_numbers = cell_numbers, node_numbers
        self._properties_old = dict(properties_old or {})
        self._fields, self._rate, self._dual = fields, rate, dual
        self._properties = dict(properties or {})
        self._providers = {name: m for m in materials for name in m.provides()}
        self._states, self._functions = dict(states or {}), dict(functions or {})
        self._user_objects = dict(user_objects or {})
        self._made: dict[int, Any] = {}
        for m in materials:
            self._states = {**m.state(), **self._states}

    def key(self, variable: str, kind: str = "value") -> int:
        """The partials' key of a variable's value, gradient ``"x"``, ``"y"``, ``"z"`` or ``"laplacian"``."""
        number = list(self._fields).index(variable)
        if kind == "laplacian":  # numbered behind all variables, as in the assembly
            return 4 * (len(self._fields) + number)
        return 4 * number + _KINDS.index(kind)

    def _seed(self, a: Any, key: int, slope: float = 1.0) -> Any:
        return Dual(a, {key: slope}) if self._dual else a

    def value(self, variable: str | float) -> Any:
        """See `Points.value`."""
        if not isinstance(variable, str):
            return variable
        return self._seed(self._fields[variable].get("value", 0.0), self.key(variable))

    def grad(self, variable: str | float) -> Vector:
        """See `Points.grad`."""
        if not isinstance(variable, str):
            return Vector()
        g = (*self._fields[variable].get("grad", (0.0,) * self.dim), 0.0, 0.0)
        seeded = [self._seed(g[i], self.key(variable, _KINDS[1 + i])) for i in range(self.dim)]
        return Vector(*seeded)

    def laplacian(self, variable: str | float) -> Any:
        """See `Points.laplacian`."""
        if not isinstance(variable, str):
            return 0.0
        return self._seed(self._fields[variable].get("laplacian", 0.0), self.key(variable, "laplacian"))

    def dot(self, variable: str | float) -> Any:
        """See `Points.dot`."""
        if not isinstance(variable, str):
            return 0.0
        return self._seed(self._fields[variable].get("dot", 0.0), self.key(variable), self._rate)

    def dotdot(self, variable: str) -> Any:
        """See `Points.dotdot`; its slope is the square of `rate`."""
        return self._seed(self._fields[variable].get("dotdot", 0.0), self.key(variable), self._rate**2)

    def dot_old(self, variable: str) -> Any:
        """See `Points.dot_old`."""
        return self._fields[variable].get("dot_old", 0.0)

    def old(self, variable: str | float) -> Any:
        """See `Points.old`."""
        return self._fields[variable].get("old", 0.0) if isinstance(variable, str) else variable

    def grad_old(self, variable: str | float) -> Vector:
        """See `Points.grad_old`."""
        return Vector(*self._fields[variable].get("grad_old", ())) if isinstance(variable, str) else Vector()

    def cell_mean(self, a: Any) -> Any:
        """See `Points.cell_mean`: all points count alike, and partials are those of a change of all alike."""
        if isinstance(a, Dual):
            return Dual(self.cell_mean(a.v), {key: self.cell_mean(p) for key, p in a.d.items()})
        if not getattr(a, "shape", ()):
            return a
        n = a.shape[-1]  # a few: slices are the one way that every array library has
        return sum(a[..., i : i + 1] for i in range(n)) / float(n)

    def property(self, name: str | float) -> Any:
        """See `Points.property`."""
        if not isinstance(name, str):
            return name
        if name not in self._properties:
            self._properties[name] = self._provided_by(self._providers[name])[name]
        elif callable(self._properties[name]):
            self._properties[name] = self._properties[name](self)
        return self._properties[name]

    def _provided_by(self, material: Any) -> Any:
        if id(material) not in self._made:
            self._made[id(material)] = material.properties(self)
        return self._made[id(material)]

    def has_property(self, name: str) -> bool:
        """See `Points.has_property`."""
        return name in self._properties or name in self._providers

    def property_old(self, name: str | float) -> Any:
        """See `Points.property_old`."""
        return self._properties_old[name] if isinstance(name, str) else name

    def property_older(self, name: str) -> Any:
        """See `Points.property_older`; given under ``properties_old`` with " (older)" after the name."""
        return self._properties_old[f"{name} (older)"]

    def state(self, name: str) -> Any:
        """See `Points.state`."""
        return self._states[name]

    def function(self, name: str | float, t: float | None = None) -> Any:
        """See `Points.function`."""
        if not isinstance(name, str):
            return name
        if t is not None:
            return self.elsewhere(self.x, self.y, self.z, t).function(name)
        f = self._functions[name]
        if hasattr(f, "value"):
            return f.value(self)
        return f(self.x, self.y, self.z, self.t) if callable(f) else f

    def function_of_time(self, name: str | float, t: Any) -> Any:
        """See `Points.function_of_time`."""
        return self.elsewhere(0.0, 0.0, 0.0, t).function(name)

    def elsewhere(self, x: Any, y: Any, z: Any, t: Any) -> SamplePoints:
        """See `Points.elsewhere`."""
        return SamplePoints({}, functions=self._functions, x=x, y=y, z=z, t=t)

    def function_gradient(self, name: str | float) -> Vector:
        """See `Points.function_gradient`."""
        return self._functions[name].gradient(self) if isinstance(name, str) else Vector()

    def postprocessor(self, name: str | float) -> float:
        """See `Points.postprocessor`; numbers given under ``functions`` serve."""
        return float(self._functions[name]) if isinstance(name, str) else name

    def user_object(self, name: str) -> Any:
        """See `Points.user_object`."""
        return self._user_objects[name]


def components(result: Any) -> list[Any]:
    """The scalar components of a scalar, `Vector`, `Tensor` or list of them."""
    if isinstance(result, (list, tuple)):
        return [a for one in result for a in components(one)]
    if isinstance(result, Vector):
        return list(result)
    if isinstance(result, Tensor):
        return [a for row in result.c for a in row]
    return [result]


def partial_errors(
    evaluate,
    fields: Mapping[str, Mapping[str, Any]],
    step: float = 1e-30,
    analytic: bool = True,
    **options: Any,
) -> float:
    """Largest relative difference between the partials of `evaluate(points)` and complex step.

    `evaluate` maps a `SamplePoints` to a scalar, Vector, Tensor or list of them; `options` go to
    `SamplePoints`. Relative to the largest partial of the same result. A partial that AD does not have counts
    as zero, so a missing one is found.

    Args:
        step: imaginary step, or real step of central differences.
        analytic: False to use central differences (with a step such as 1e-6), for functions that cannot take
            complex numbers.
    """
    exact = components(evaluate(SamplePoints(fields, dual=True, **options)))
    rate = options.get("rate", 1.0)
    dim = options.get("dim", 2)
    derivatives = []
    for variable in fields:
        for kind in (*_KINDS[: 1 + dim], "laplacian"):

            def at(change: complex, variable: str = variable, kind: str = kind) -> list[Any]:
                moved = _perturbed(fields, variable, kind, change, rate, dim)
                return [value(a) for a in components(evaluate(SamplePoints(moved, dual=False, **options)))]

            if analytic:
                slopes = [numpy.imag(a) / step for a in at(1j * step)]
            else:
                slopes = [(a - b) / (2.0 * step) for a, b in zip(at(step), at(-step), strict=True)]
            key = SamplePoints(fields, dim=dim).key(variable, kind)
            for have, want in zip(exact, slopes, strict=True):
                derivatives.append((partials(have).get(key, 0.0), want))
    scale = _largest(want for _, want in derivatives) or 1.0
    return _largest(have - want for have, want in derivatives) / scale


def _largest(arrays: Iterable[Any]) -> float:
    """Largest magnitude; not a number if one entry is."""
    return float(numpy.max([numpy.max(numpy.abs(a)) for a in arrays], initial=0.0))


def _perturbed(fields, variable: str, kind: str, change: complex, rate: float, dim: int) -> dict:
    changed = {name: dict(given) for name, given in fields.items()}
    one = changed[variable]
    if kind == "value":
        one["value"] = one.get("value", 0.0) + change
        one["dot"] = one.get("dot", 0.0) + change * rate
        one["dotdot"] = one.get("dotdot", 0.0) + change * rate**2
    elif kind == "laplacian":
        one["laplacian"] = one.get("laplacian", 0.0) + change
    else:
        gradient = list((*one.get("grad", ()), 0.0, 0.0, 0.0)[:dim])
        gradient[_KINDS.index(kind) - 1] = gradient[_KINDS.index(kind) - 1] + change
        one["grad"] = tuple(gradient)
    return changed
