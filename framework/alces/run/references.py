"""Check that every name in a deck refers to something."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alces.expr import ExpressionError, parse
from alces.hit import did_you_mean
from alces.mesh import Mesh
from alces.params import Kind, declared

_SPACE_TIME = {"x", "y", "z", "t"}


def check_references(builder: Any, mesh: Mesh | None) -> None:
    """Note unknown variables, functions, properties, postprocessors, user objects, blocks and boundaries."""
    objects = builder.objects
    known = {
        "Variables": (*builder.variables, *builder.auxiliaries),
        "Functions": [o.name for o in objects["Functions"]],
        "Postprocessors": [o.name for o in objects["Postprocessors"]],
        "UserObjects": [o.name for o in objects["UserObjects"]],
        "Materials": sorted({name for m in objects["Materials"] for name in m.provides()}),
    }
    complete = not builder.errors  # an object that failed to build may be the one that is referred to
    for system, made in objects.items():
        for thing in made:
            _check_object(builder, thing, system, known, mesh, complete)


def _check_object(
    builder: Any, thing: Any, system: str, known: dict, mesh: Mesh | None, complete: bool
) -> None:
    for name, param in declared(type(thing)).items():
        value = getattr(thing.p, name)
        if value is None or not param.kind.refers:
            continue
        if name == "variable" and system in ("Kernels", "BCs", "AuxKernels"):
            solved = system != "AuxKernels"
            allowed: Iterable[str] = builder.variables if solved else builder.auxiliaries
            if value not in allowed:
                other = builder.auxiliaries if solved else builder.variables
                why = (
                    f"; '{value}' is in [{'AuxVariables' if solved else 'Variables'}]"
                    if value in other
                    else ""
                )
                builder.fail(
                    f"Unknown variable '{value}' in [{system}/{thing.name}]{why}",
                    thing.p.location_of(name),
                    _hint(value, allowed, "variables"),
                )
            continue
        if (
            param.default is not None
            and not thing.p.given(name)
            and param.kind.refers == "Materials"
            and not param.required
        ):
            if not isinstance(value, (int, float)) and complete:
                _check_name(builder, thing, system, name, param.kind, value, known)
            continue
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, (int, float)):
                continue
            if param.kind.refers == "block" and mesh is not None:
                _mesh_name(builder, mesh.subdomain_id, thing, name, entry)
            elif param.kind.refers == "boundary" and mesh is not None:
                _mesh_name(builder, mesh.boundary_id, thing, name, entry)
            elif param.kind.refers in known and (complete or param.kind.refers in ("Variables", "Functions")):
                _check_name(builder, thing, system, name, param.kind, entry, known)


def _check_name(
    builder: Any, thing: Any, system: str, name: str, kind: Kind, entry: str, known: dict
) -> None:
    allowed = known[kind.refers]
    if entry in allowed:
        return
    where, place = f"[{system}/{thing.name}]", thing.p.location_of(name)
    if kind.refers == "Variables":
        builder.fail(f"Unknown variable '{entry}' in {where}", place, _hint(entry, allowed, "variables"))
    elif kind.refers == "Functions":
        if entry in known["Postprocessors"]:
            return
        try:
            strange = set(parse(entry).names) - _SPACE_TIME
        except ExpressionError as error:
            builder.fail(
                f"Unable to find function '{entry}' for {where}; nor is it an expression: {error}",
                place,
                _hint(entry, allowed, "functions"),
            )
            return
        if strange:
            builder.fail(
                f"Unable to find function '{entry}' for {where}", place, _hint(entry, allowed, "functions")
            )
    else:
        word = {
            "Materials": "material property",
            "Postprocessors": "postprocessor",
            "UserObjects": "user object",
        }
        what = word[kind.refers]
        verb = "is provided by no material" if kind.refers == "Materials" else "does not exist"
        builder.fail(f"the {what} '{entry}' for {where}, parameter '{name}', {verb}", place,
                     _hint(entry, allowed, what))


def _hint(entry: str, allowed: Iterable[str], what: str) -> str:
    names = sorted(allowed)
    plural = {"material property": "material properties"}.get(
        what, what if what.endswith("s") else what + "s"
    )
    return did_you_mean(entry, names) or (
        f"known {plural}: " + ", ".join(names) if names else f"the deck has no {plural}"
    )


def _mesh_name(builder: Any, find: Any, thing: Any, name: str, entry: str) -> None:
    try:
        find(entry)
    except KeyError as error:
        builder.fail(f"[{thing.system}/{thing.name}]: {error.args[0]}", thing.p.location_of(name))
