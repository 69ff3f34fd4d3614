"""Check that every name in a deck refers to something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alces.expr import ExpressionError, free_names
from alces.hit import did_you_mean
from alces.mesh import Mesh
from alces.params import Kind, declared
from alces.physics import NodalBC, NodePostprocessor, NodeSampler

_SPACE_TIME = ("x", "y", "z", "t")
_WORDS = {
    "Variables": ("variable", "variables"),
    "Functions": ("function", "functions"),
    "Postprocessors": ("postprocessor", "postprocessors"),
    "UserObjects": ("user object", "user objects"),
    "Materials": ("material property", "material properties"),
}
_SHAPES = ("scalar", "vector", "tensor")


def check_references(builder: Any, mesh: Mesh | None) -> None:
    """Note unknown variables, functions, properties, postprocessors, user objects, blocks and boundaries.

    A name whose own block has a mistake counts as known, so that one mistake gives one message.
    """
    References(builder, mesh).check()


class References:
    """The names that a deck defines, and the check of those that it uses."""

    def __init__(self, builder: Any, mesh: Mesh | None):
        self.builder, self.mesh = builder, mesh
        objects, broken = builder.objects, builder.broken
        self.known: dict[str, list[str]] = {
            system: [*(made.name for made in objects[system]), *broken[system]]
            for system in ("Functions", "Postprocessors", "UserObjects")
        }
        self.known["Variables"] = [*builder.variables, *builder.auxiliaries, *broken["Variables"]]
        self.shapes: Mapping[str, str] = {
            name: shape for made in objects["Materials"] for name, shape in made.provides().items()
        }
        self.known["Materials"] = list(self.shapes)
        self.complete = not builder.short_forms_failed
        self.materials_complete = self.complete and not broken["Materials"]

    def check(self) -> None:
        """Note every name that refers to nothing."""
        for system, made in self.builder.objects.items():
            for thing in made:
                for name, param in declared(type(thing)).items():
                    value = getattr(thing.p, name)
                    if value is None or not param.kind.refers:
                        continue
                    if name == "variable" and system in ("Kernels", "BCs", "AuxKernels", "DiracKernels"):
                        self._own_variable(thing, system, value)
                        self._at_nodes(thing, name, param.kind, value)
                        continue
                    for entry in value if isinstance(value, tuple) else (value,):
                        if isinstance(entry, str):
                            self._entry(thing, name, param.kind, entry)
                            self._prescribed(thing, name, param.kind, entry)
                            self._at_nodes(thing, name, param.kind, entry)
        if self.complete:
            self._circles()

    def _prescribed(self, thing: Any, name: str, kind: Kind, entry: str) -> None:
        """Prescribed values are known before the solve, so they cannot follow what is solved for."""
        if isinstance(thing, NodalBC) and kind.refers == "Variables" and entry in self.builder.variables:
            self.builder.fail(
                f"[BCs/{thing.name}]: a prescribed value cannot follow '{entry}', which is solved for",
                thing.p.location_of(name),
                "an auxiliary variable, or a condition with a penalty, can do it",
            )

    def _at_nodes(self, thing: Any, name: str, kind: Kind, entry: str) -> None:
        """What acts at nodes needs variables that have values there."""
        found = self.builder.variables.get(entry) or self.builder.auxiliaries.get(entry)
        at_nodes = isinstance(thing, (NodePostprocessor, NodeSampler, NodalBC)) and kind.refers == "Variables"
        if at_nodes and found is not None and not found[0].space.nodal:
            message = f"[{thing.system}/{thing.name}]: the variable '{entry}' has no values at nodes"
            self.builder.fail(message, thing.p.location_of(name))

    def _own_variable(self, thing: Any, system: str, value: str) -> None:
        """The variable that a term belongs to must be solved for; that of an auxiliary kernel must not."""
        here, there = self.builder.variables, self.builder.auxiliaries
        if system == "AuxKernels":
            here, there = there, here
        if value in here or value in self.builder.broken["Variables"] or not self.complete:
            return
        where = f"[{system}/{thing.name}]"
        if value in there:
            blocks = ("Variables", "AuxVariables")
            block, wanted = blocks if system == "AuxKernels" else blocks[::-1]
            message = f"'{value}' is in [{block}], but {where} needs a variable of [{wanted}]"
        else:
            message = f"Unknown variable '{value}' in {where}"
        self.builder.fail(message, thing.p.location_of("variable"), _hint(value, here, "variables"))

    def _entry(self, thing: Any, name: str, kind: Kind, entry: str) -> None:
        if kind.refers in ("block", "boundary"):
            if self.mesh is not None:
                self._mesh_name(thing, name, kind.refers, entry)
        elif kind.refers == "Materials":
            if self.materials_complete:
                self._property(thing, name, kind, entry)
        elif kind.refers in self.known and self.complete and entry not in self.known[kind.refers]:
            if kind.refers != "Functions":
                self._unknown(thing, name, kind.refers, entry)
            elif entry not in self.known["Postprocessors"]:
                self._expression(thing, name, entry)

    def _unknown(self, thing: Any, name: str, refers: str, entry: str) -> None:
        where = f"[{thing.system}/{thing.name}]"
        one, many = _WORDS[refers]
        known = self.known[refers]
        if refers == "Variables":
            message = f"Unknown variable '{entry}' in {where}"
        else:
            verb = "is provided by no material" if refers == "Materials" else "does not exist"
            message = f"the {one} '{entry}' for {where}, parameter '{name}', {verb}"
        self.builder.fail(message, thing.p.location_of(name), _hint(entry, known, many))

    def _expression(self, thing: Any, name: str, entry: str) -> None:
        """An entry that is no function of the deck must be an expression of place and time."""
        where, known = f"[{thing.system}/{thing.name}]", self.known["Functions"]
        place = thing.p.location_of
        whole = getattr(thing.p, name) == entry  # else one entry of a list, whose place is not known
        try:
            free = free_names(entry)
        except ExpressionError as error:
            offset = (error.position or 0) if whole else 0
            message = f"Unable to find function '{entry}' for {where}; nor is it an expression: {error}"
            self.builder.fail(message, place(name, offset), _hint(entry, known, "functions"))
            return
        strange = [word for word in free if word not in _SPACE_TIME]
        if strange == [entry]:
            self.builder.fail(
                f"Unable to find function '{entry}' for {where}",
                place(name),
                _hint(entry, known, "functions"),
            )
        elif strange:
            hint = "an expression here knows x, y, z and t; for more, write a ParsedFunction in [Functions]"
            self.builder.fail(
                f"unknown name '{strange[0]}' in the expression for {where}",
                place(name, free[strange[0]] if whole else 0),
                hint,
            )

    def _property(self, thing: Any, name: str, kind: Kind, entry: str) -> None:
        shape = self.shapes.get(entry)
        if shape is None:
            self._unknown(thing, name, "Materials", entry)
        elif shape != kind.shape and shape in _SHAPES and kind.shape in _SHAPES:
            same = [n for n, s in self.shapes.items() if s == kind.shape]
            self.builder.fail(
                f"the material property '{entry}' is a {shape}, but [{thing.system}/{thing.name}], parameter "
                f"'{name}', needs a {kind.shape}",
                thing.p.location_of(name),
                _hint(entry, same, f"{kind.shape}s"),
            )

    def _mesh_name(self, thing: Any, name: str, what: str, entry: str) -> None:
        assert self.mesh is not None
        find = self.mesh.subdomain_id if what == "block" else self.mesh.boundary_id
        try:
            find(entry)
        except KeyError as error:
            self.builder.fail(
                f"[{thing.system}/{thing.name}]: {error.args[0]}",
                thing.p.location_of(name),
                mesh_hint(self.mesh, what, entry),
            )

    def _circles(self) -> None:
        """Postprocessors that need each other."""
        made = {thing.name: thing for thing in self.builder.objects["Postprocessors"]}
        needs = {
            name: [n for n in needed_postprocessors(thing) if n in made and n != name]
            for name, thing in made.items()
        }
        while free := [name for name, wanted in needs.items() if not any(n in needs for n in wanted)]:
            for name in free:
                del needs[name]
        if not needs:
            return
        chain = [next(iter(needs))]
        while chain[-1] not in chain[:-1]:
            chain.append(next(n for n in needs[chain[-1]] if n in needs))
        circle = chain[chain.index(chain[-1]) :]
        self.builder.fail(
            "postprocessors need each other in a circle: " + " -> ".join(circle),
            made[circle[0]].p.location_of(),
        )


def needed_postprocessors(thing: Any) -> list[str]:
    """Names of the postprocessors that an object's parameters name."""
    found: list[str] = []
    for name, param in declared(type(thing)).items():
        if param.kind.refers == "Postprocessors":
            value = getattr(thing.p, name)
            found += [v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, str)]
    return found


def mesh_hint(mesh: Mesh, what: str, entry: str) -> str:
    """The nearest name of a block or boundary of the mesh, as a question, or ""."""
    if what == "block":
        return did_you_mean(entry, mesh.subdomain_names.values())
    return did_you_mean(entry, [*mesh.sideset_names.values(), *mesh.nodeset_names.values()])


def _hint(entry: str, allowed: Iterable[str], many: str) -> str:
    names = sorted(allowed)
    return did_you_mean(entry, names) or (
        f"known {many}: " + ", ".join(names) if names else f"the deck has no {many}"
    )
