"""What a deck has become: mesh, fields and the objects that act on them."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from alces.assembly.coordinates import Coordinates
from alces.dofs import DofMap
from alces.expr import Expression
from alces.expr import parse as parse_expression
from alces.mesh import Mesh
from alces.physics import (
    AuxKernel,
    DiracKernel,
    Function,
    InitialCondition,
    IntegratedBC,
    Kernel,
    Material,
    NodalBC,
    Postprocessor,
    UserObject,
    VectorPostprocessor,
)
from alces.ranks import Ranks


@dataclass
class Model:
    """The objects of a problem, by system; no numbers that change during a run.

    Attributes:
        unknowns, auxiliaries: numbering of solved and auxiliary variables.
        quadrature_order: polynomial degree that the rules integrate exactly.
        quadrature_side_order: the same on sides.
        coordinates: Cartesian, axisymmetric or spherically symmetric.
        memory: properties that terms remember, and for how many steps.
        displacements: variables that displace the mesh for the objects that ask for it.
        ranks: the processes that share the problem, each with its part of the mesh.
    """

    mesh: Mesh
    unknowns: DofMap
    auxiliaries: DofMap
    quadrature_order: int
    quadrature_side_order: int
    kernels: Sequence[Kernel] = ()
    integrated_bcs: Sequence[IntegratedBC] = ()
    nodal_bcs: Sequence[NodalBC] = ()
    dirac_kernels: Sequence[DiracKernel] = ()
    materials: Sequence[Material] = ()
    functions: dict[str, Function] = field(default_factory=dict)
    user_objects: dict[str, UserObject] = field(default_factory=dict)
    initial_conditions: Sequence[InitialCondition] = ()
    aux_kernels: Sequence[AuxKernel] = ()
    postprocessors: dict[str, Postprocessor] = field(default_factory=dict)
    vector_postprocessors: dict[str, VectorPostprocessor] = field(default_factory=dict)
    coordinates: Coordinates = field(default_factory=Coordinates)
    displacements: Sequence[str] = ()
    ranks: Ranks = field(default_factory=Ranks)
    _expressions: dict[str, Expression] = field(default_factory=dict)
    _providers: dict[Any, dict[str, Material]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.memory: dict[str, int] = {}
        for kernel in self.kernels:
            for name, steps in kernel.remembers().items():
                self.memory[name] = max(steps, self.memory.get(name, 0))

    def subdomains(self, names: Sequence[str]) -> tuple[int, ...]:
        """Subdomain ids of block names."""
        return tuple(self.mesh.subdomain_id(name) for name in names)

    def boundaries(self, names: Sequence[str]) -> tuple[int, ...]:
        """Boundary ids of boundary names."""
        return tuple(self.mesh.boundary_id(name) for name in names)

    def expression(self, text: str) -> Expression:
        """A parsed expression of x, y, z, t, kept for the next time."""
        if text not in self._expressions:
            self._expressions[text] = parse_expression(text)
        return self._expressions[text]

    def providers(self, subdomain: int, boundary: int | None) -> dict[str, Material]:
        """Property name -> material on a subdomain, or on a boundary of it (boundary materials first)."""
        key = (subdomain, boundary)
        if key not in self._providers:
            found: dict[str, Material] = {}
            for material in self.materials:
                on_boundary = self.boundaries(material.p.boundary)
                on_block = self.subdomains(material.p.block)
                if on_boundary:
                    if boundary in on_boundary:
                        found.update(dict.fromkeys(material.provides(), material))
                elif not on_block or subdomain in on_block:
                    for name in material.provides():
                        found.setdefault(name, material)
            self._providers[key] = found
        return self._providers[key]
