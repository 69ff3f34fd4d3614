"""A problem with a known solution, and its decks."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import sympy

from manufactured.calculus import AXES, T, X, divergence, expression, formula
from manufactured.meshes import degree, dimension, mesh
from manufactured.strong_forms import PROVIDED, STRONG

SIDES = {"left": (0, -1), "right": (0, 1), "bottom": (1, -1), "top": (1, 1), "back": (2, -1), "front": (2, 1)}
"""Axis and direction of the outward normal."""
STEADY = "  type = Steady\n"
TWO_STEPS = "  type = Transient\n  dt = 0.25\n  num_steps = 2\n"


@dataclass(frozen=True, eq=False)
class Manufactured:
    """Fields, and the kernels whose equations they shall solve.

    Attributes:
        title: as it stands in the documentation.
        fields: variable -> formula of x, y, z, t.
        kernels: ``Type variable parameter=value ...`` as in a deck.
        properties: property -> formula of the fields, a DerivativeParsedMaterial.
        materials: ``Type parameter=value ...``, those that are no formulas.
        displacements: the fields that are components of one vector.
        natural: sides where the fluxes are prescribed instead of the values.
        options: parameters of [GlobalParams].
        family, order: of the variables; default: Lagrange, of the order of the cells.
        factor: of every source; 1 unless a test wants a wrong one.
    """

    title: str
    fields: Mapping[str, str]
    kernels: tuple[str, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    materials: tuple[str, ...] = ()
    displacements: tuple[str, ...] = ()
    coordinates: str = "XYZ"
    natural: tuple[str, ...] = ()
    periodic: bool = False
    options: str = ""
    family: str = "LAGRANGE"
    order: str = ""
    factor: float = 1.0

    @cached_property
    def exact(self) -> dict[str, sympy.Expr]:
        return {name: expression(text) for name, text in self.fields.items()}

    @cached_property
    def terms(self) -> dict[str, tuple[sympy.Expr, list[sympy.Expr]]]:
        """Source that each equation needs, and its flux."""
        found = {}
        for name in self.fields:
            sites = [Site(self, line) for line in self.kernels]
            parts = [STRONG[site.kind](site) for site in sites if site.variable == name]
            flux = [sum((part.flux[i] for part in parts), sympy.Integer(0)) for i in range(3)]
            source = sum((part.source for part in parts), sympy.Integer(0))
            found[name] = (source - divergence(flux, self.coordinates), flux)
        return found

    @property
    def norms(self) -> dict[str, tuple[str, ...]]:
        """What errors are taken of: each field, the displacements together."""
        single = {name: (name,) for name in self.fields if name not in self.displacements}
        return {**single, "u": self.displacements} if self.displacements else single

    def deck(self, cell: str, n: int, distorted: bool = False, executioner: str = "") -> str:
        """The deck on a mesh of n cells along each axis."""
        absent = set(AXES[dimension(cell):])
        assert not any(exact.free_symbols & absent for exact in self.exact.values()), f"not for {cell}"
        transient = any("TimeDerivative" in line for line in self.kernels)
        executioner = executioner or (TWO_STEPS if transient else STEADY)
        options = self.options
        if self.displacements:
            options += f"\n  displacements = '{' '.join(self.displacements)}'"
        order = self.order or ("FIRST", "SECOND")[degree(cell) - 1]
        parts = [
            mesh(cell, n, distorted), f"[GlobalParams]\n  {options}\n[]",
            f"[Problem]\n  coord_type = {self.coordinates}\n[]",
            *(self._field(name, dimension(cell), order) for name in self.fields), self._physics,
            f"[Executioner]\n{executioner}  nl_rel_tol = 1e-10\n  nl_abs_tol = 1e-12\n[]",
        ]
        if self.periodic:
            parts.append(_block("BCs/Periodic/all", auto_direction=" ".join("xyz"[: dimension(cell)])))
        return "\n".join(parts)

    @cached_property
    def _physics(self) -> str:
        parts = []
        for i, line in enumerate(self.kernels):
            kind, variable, *rest = shlex.split(line)
            parts.append(_block(f"Kernels/k{i}", type=kind, variable=variable, **_pairs(rest)))
        for name, (source, _) in self.terms.items():
            parts.append(_block(f"Kernels/source_{name}", type="BodyForce", variable=name,
                                function=formula(source), value=self.factor))
        for name, text in self.properties.items():
            names = {str(s) for s in expression(text, self.symbols).free_symbols} & set(self.fields)
            parts.append(_block(f"Materials/{name}", type="DerivativeParsedMaterial", property_name=name,
                                expression=text, coupled_variables=" ".join(sorted(names)),
                                derivative_order=2))
        for i, line in enumerate(self.materials):
            kind, *rest = shlex.split(line)
            parts.append(_block(f"Materials/m{i}", type=kind, **_pairs(rest)))
        return "\n".join(parts)

    @property
    def symbols(self) -> dict[str, sympy.Symbol]:
        return {name: sympy.Symbol(name, real=True) for name in self.fields}

    def _field(self, name: str, dim: int, order: str) -> str:
        """Variable, exact function, initial and boundary values, norms."""
        exact = self.exact[name]
        parts = [
            _block(f"Variables/{name}", family=self.family, order=order),
            _block(f"Functions/{name}", type="ParsedFunction", expression=formula(exact)),
            _block(f"ICs/{name}", type="FunctionIC", variable=name, function=name),
            _block(f"Postprocessors/L2_{name}", type="ElementL2Error", variable=name, function=name),
            _block(f"Postprocessors/H1_{name}", type="ElementH1SemiError", variable=name, function=name),
        ]
        sides = [] if self.periodic or self.family in ("MONOMIAL", "L2_LAGRANGE") else list(SIDES)[: 2 * dim]
        if self.coordinates != "XYZ" and exact.subs(X, 0) != 0:
            sides.remove("left")  # the axis or centre is no boundary
        for side in self.natural:
            sides.remove(side)
            axis, sign = SIDES[side]
            parts.append(_block(f"BCs/{name}_{side}", type="FunctionNeumannBC", variable=name, boundary=side,
                                function=formula(sign * self.terms[name][1][axis])))
        if sides:
            parts.append(_block(f"BCs/{name}", type="FunctionDirichletBC", variable=name,
                                boundary=" ".join(sides), function=name))
        return "\n".join(parts)


class Site:
    """A kernel or material of a problem, as its strong form sees it."""

    def __init__(self, problem: Manufactured, line: str, kernel: bool = True) -> None:
        self._problem = problem
        self.kind, *rest = shlex.split(line)
        self.variable = rest.pop(0) if kernel else ""
        self._given = _pairs(rest)
        self.coordinates = problem.coordinates

    @property
    def u(self) -> sympy.Expr:
        return self._problem.exact[self.variable]

    @property
    def displacements(self) -> list[sympy.Expr]:
        return [self._problem.exact[name] for name in self._problem.displacements]

    def rate(self, f: sympy.Expr) -> sympy.Expr:
        return sympy.diff(f, T)

    def parameter(self, name: str, default: str | None = None) -> str:
        found = self._given.get(name, default)
        assert found is not None, f"{self.kind} needs {name}"
        return found

    def field(self, name: str, default: str | None = None) -> sympy.Expr:
        """The exact solution of the variable that a parameter names."""
        return self._problem.exact[self.parameter(name, default)]

    def property(self, name: str, default: str | None = None) -> sympy.Expr:
        """The property, or number, that a parameter names, at the exact solution."""
        named = self.parameter(name, default)
        if named in self._problem.properties:
            return expression(self._problem.properties[named], self._problem.exact)
        if not named.isidentifier():
            return sympy.Rational(named)
        materials = [Site(self._problem, line, kernel=False) for line in self._problem.materials]
        provided = [PROVIDED[m.kind](m) for m in materials if m.kind in PROVIDED]
        return next(properties[named] for properties in provided if named in properties)

    def derivative(self, name: str, variable: str) -> sympy.Expr:
        """Derivative of a property by a variable, at the exact solution."""
        symbols = self._problem.symbols
        given = expression(self._problem.properties[self.parameter(name)], symbols)
        slope = sympy.diff(given, symbols[variable])
        return slope.subs({symbols[n]: exact for n, exact in self._problem.exact.items()}, simultaneous=True)

    def material(self, kind: str, *names: str) -> list[sympy.Expr]:
        """Numbers that another material of the problem has."""
        line = next(line for line in self._problem.materials if line.startswith(kind))
        other = Site(self._problem, line, kernel=False)
        return [sympy.Rational(other.parameter(name)) for name in names]


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(word.split("=", 1) for word in words)


def _block(path: str, **parameters: Any) -> str:
    """Nested blocks down to the path, with parameters."""
    names = path.split("/")
    lines = [f"[{name}]" for name in names]
    lines += [f"  {key} = '{value}'" for key, value in parameters.items()]
    return "\n".join([*lines, *["[]"] * len(names)])
