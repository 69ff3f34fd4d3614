"""What the rest of a run depends on, as named arrays over the whole mesh and a few facts.

Vectors are kept per variable at mesh nodes or cells, stateful properties per domain over its cells, so that
neither the numbering of the unknowns nor the number of processes matters when they are read.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy

from alces.assembly.pattern import Pattern
from alces.dofs import DofMap
from alces.run.checkpoint_file import CheckpointError, Content
from alces.run.entities import Where
from alces.run.history import History
from alces.run.properties import Structures, structures, values_of
from alces.run.whole import Whole

_UNKNOWNS = ("u", "offset", "second_offset", "u_dot_old", "u_dotdot_old")
_NUMBERS = ("t", "dt", "rate", "second_rate")
_COUNTS = ("step", "newton_iterations", "linear_iterations", "solve_seconds")


def collect(problem: Any) -> Content:
    """Everything at the end of an accepted step that later steps depend on; arrays on the first process only.

    All processes must call it together.
    """
    state, model, whole = problem.state, problem.model, Whole(problem.system)
    history = problem.executioner.history
    out = Content()
    vectors = {name: getattr(state, name) for name in _UNKNOWNS}
    vectors.update(u_older=history.u_older, u_oldest=history.u_oldest, raw_residual=problem.raw_residual)
    for name, vector in vectors.items():
        if vector is not None:
            _from_vector(out, whole, name, model.unknowns, vector)
    _from_vector(out, whole, "aux", model.auxiliaries, state.aux)
    facts = out.facts
    facts.update({name: float(getattr(state, name)) for name in _NUMBERS})
    facts.update({name: getattr(problem, name) for name in _COUNTS})
    facts.update(dt_old=float(history.dt_old), dt_older=float(history.dt_older), cut=bool(history.cut),
                 solver=dict(problem.solver_memory))
    facts["stepper"] = problem.time_stepper.memory() if problem.time_stepper is not None else {}
    facts["postprocessors"] = _numbers(state.postprocessors)
    facts["postprocessors_old"] = _numbers(state.postprocessors_old)
    facts["tables"] = {name: list(table) for name, table in problem.postprocessing.vectors.tables.items()}
    for name, table in problem.postprocessing.vectors.tables.items():
        out.arrays.update({f"table/{name}/{column}": values for column, values in table.items()})
    facts["material"] = _from_properties(out, whole, state.material)
    pattern = problem.system.pattern
    facts["pattern"] = None if pattern is None else [list(map(int, block)) for block in pattern.blocks]
    facts["aux_read"] = sorted(problem.system.aux_read)
    return out


def restore(problem: Any, content: Content) -> None:
    """Bring a problem that has just been made into the state that `collect` has seen.

    Raises:
        CheckpointError: it belongs to another mesh.
    """
    arrays, facts, state, whole = content.arrays, content.facts, problem.state, Whole(problem.system)
    unknowns = problem.model.unknowns
    for name in _UNKNOWNS:
        setattr(state, name, _to_vector(arrays, whole, name, unknowns, getattr(state, name)))
    state.aux = _to_vector(arrays, whole, "aux", problem.model.auxiliaries, state.aux)
    state.u_old, state.aux_old = state.u.copy(), state.aux.copy()
    problem.raw_residual = _to_vector(arrays, whole, "raw_residual", unknowns, None)
    for name in _NUMBERS:
        setattr(state, name, facts[name])
    for name in _COUNTS:
        setattr(problem, name, facts[name])
    problem.time_old = state.t
    older, oldest = (_to_vector(arrays, whole, name, unknowns, None) for name in ("u_older", "u_oldest"))
    problem.executioner.history = History(older, facts["dt_old"], facts["cut"], oldest,
                                          facts.get("dt_older", 0.0))
    problem.solver_memory = facts["solver"]
    if problem.time_stepper is not None:
        problem.time_stepper.recall(facts["stepper"])
    state.postprocessors.update(facts["postprocessors"])
    state.postprocessors_old.update(facts["postprocessors_old"])
    problem.postprocessing.vectors.tables = {
        name: {column: arrays[f"table/{name}/{column}"] for column in columns}
        for name, columns in facts["tables"].items()
    }
    state.material = _to_properties(arrays, whole, facts["material"])
    n = len(unknowns.variables)
    if facts["pattern"] is not None and all(max(block) < n for block in facts["pattern"]):
        # another sparsity would be factorised in another order
        problem.system.pattern = Pattern(unknowns, tuple((f, g) for f, g in facts["pattern"]))
    problem.system.aux_read |= set(facts["aux_read"]) & set(problem.model.auxiliaries.index)


def _numbers(values: Mapping[str, float]) -> dict[str, float]:
    return {name: float(value) for name, value in values.items()}


# -- vectors -----------------------------------------------------------------------------------------
def _kind(dofmap: DofMap, i: int) -> Where:
    return "node" if dofmap.layouts[i].space.nodal else "cell"


def _from_vector(out: Content, whole: Whole, name: str, dofmap: DofMap, vector: numpy.ndarray) -> None:
    """Per variable the values (component, entity), 0 where it has no unknown."""
    for i, v in enumerate(dofmap.variables):
        dofs = dofmap.dofs[i].reshape(v.space.components, -1)
        local = numpy.where(dofs >= 0, vector[dofs], 0.0)
        out.arrays[f"{name}/{v.name}"] = numpy.array([whole.gather(_kind(dofmap, i), row) for row in local])


def _to_vector(
    arrays: Mapping[str, numpy.ndarray], whole: Whole, name: str, dofmap: DofMap, default: Any
) -> Any:
    """The vector of `_from_vector`; variables that are not there keep their `default`."""
    if not any(f"{name}/{v.name}" in arrays for v in dofmap.variables):
        return default
    out = numpy.zeros(dofmap.n) if default is None else default.copy()
    for i, v in enumerate(dofmap.variables):
        found = arrays.get(f"{name}/{v.name}")
        if found is None:
            continue
        kind, dofs = _kind(dofmap, i), dofmap.dofs[i].reshape(v.space.components, -1)
        if found.dtype != float or found.shape != (len(dofs), whole.count(kind)):
            raise CheckpointError(
                f"the checkpoint has {found.shape[-1]} values of '{v.name}', but the mesh of the deck has "
                f"{whole.count(kind)} {kind}s: a run goes on with the mesh it began with"
            )
        local = numpy.array([whole.scatter(kind, row) for row in found])
        out[dofs[dofs >= 0]] = local[dofs >= 0]
    return out


# -- stateful properties -----------------------------------------------------------------------------
def _from_properties(out: Content, whole: Whole, material: Mapping[tuple, Mapping[str, Any]]) -> list[Any]:
    """The domains, each with its properties: which arrays they consist of."""
    here = {key: structures(kept) for key, kept in material.items()}
    every: dict[tuple, Structures] = {}
    for each in whole.ranks.everyone({key: structure for key, (structure, _) in here.items()}):
        every.update(each)
    for key in sorted(every, key=str):
        for name in every[key].arrays:
            local = here[key][1][name] if key in here else numpy.empty((0, 1))
            out.arrays[f"material/{key}/{name}"] = whole.gather(key, local)
    return [[list(key), structure.parts, list(structure.arrays)] for key, structure in every.items()]


def _to_properties(arrays: Mapping[str, numpy.ndarray], whole: Whole, domains: list[Any]) -> dict[Any, Any]:
    out = {}
    for words, parts, names in domains:
        key = tuple(words)
        here = {name: whole.scatter(key, arrays[f"material/{key}/{name}"]) for name in names}
        out[key] = values_of(parts, here)
    return out
