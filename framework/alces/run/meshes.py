"""The mesh of a deck: one object, or generators that feed each other."""
from __future__ import annotations

from typing import Any

from alces.hit import Node, did_you_mean
from alces.mesh import Mesh, MeshError
from alces.params import NAME, Param, Values, validate
from alces.run.mesh_finish import FINISH, finished

_FINAL = Param("final_generator", NAME, "", doc="the generator whose mesh is used; default: the last")


def build_mesh(block: Node | None, builder: Any) -> Mesh | None:
    """The mesh of [Mesh], or None after noting what is wrong."""
    if block is None:
        return None
    generated = block.get("type") == "MeshGeneratorMesh" and bool(block.children)
    if not generated and ("type" in block.values or not block.children):
        default = "FileMesh" if "file" in block.values else "GeneratedMesh"
        made = builder.make("Mesh", block, default_type=default)
        return _generate(made, {}, builder) if made is not None else None
    values, errors = validate(block, (_FINAL, *FINISH))
    builder.errors += errors
    generators = {}
    for node in block.children.values():
        made = builder.make("Mesh", node)
        if made is not None:
            generators[node.name] = made
    if len(generators) < len(block.children):
        return None
    mesh = _run(generators, block, values, builder) if not errors else None
    return finished(mesh, values) if mesh is not None else None


def _run(generators: dict[str, Any], block: Node, values: Values, builder: Any) -> Mesh | None:
    used = {name for g in generators.values() for name in g.inputs()}
    for name, g in generators.items():
        for wanted in g.inputs():
            if wanted not in generators:
                builder.fail(f"[{block.path}/{name}] needs the mesh '{wanted}', which no block makes",
                             g.p.location_of("input"), did_you_mean(wanted, generators))
                return None
    final = [name for name in generators if name not in used]
    chosen = values.final_generator or (final[-1] if final else "")
    if chosen and chosen not in generators:
        builder.fail(f"the mesh '{chosen}' is made by no block of [{block.path}]",
                     values.location_of("final_generator"), did_you_mean(chosen, generators))
        return None
    if not chosen:
        builder.fail(f"the generators of [{block.path}] need each other in a circle", block.location)
        return None
    done: dict[str, Mesh | None] = {}

    def make(name: str, waiting: tuple[str, ...]) -> Mesh | None:
        if name in waiting:
            builder.fail(
                "mesh generators need each other in a circle: " + " -> ".join((*waiting, name)),
                block.location,
            )
            return None
        if name not in done:
            g = generators[name]
            inputs = {wanted: make(wanted, (*waiting, name)) for wanted in g.inputs()}
            done[name] = None if None in inputs.values() else _generate(g, inputs, builder)
        return done[name]

    return make(chosen, ())


def _generate(made: Any, inputs: dict, builder: Any) -> Mesh | None:
    try:
        return made.generate(inputs)
    except (MeshError, KeyError, OSError, ValueError) as error:
        builder.fail(f"[Mesh]: {error.args[0] if error.args else error}", made.p.location_of("file"))
        return None
