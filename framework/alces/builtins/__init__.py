"""The framework's own deck objects, registered like any plugin's: meshes, executioners, solvers, outputs."""
from __future__ import annotations

from alces.builtins.mesh import MESH_ALIASES, MESH_OBJECTS
from alces.builtins.outputs import OUTPUT_OBJECTS
from alces.builtins.preconditioning import FDP, PBP, SMP, FieldBlocks
from alces.registry import hookimpl
from alces.run.steady import Steady
from alces.run.transient import Transient


@hookimpl
def alces_objects() -> list[type]:
    """Meshes, executioners, preconditioners and outputs."""
    return [*MESH_OBJECTS, *OUTPUT_OBJECTS, FDP, PBP, SMP, FieldBlocks, Steady, Transient]


@hookimpl
def alces_aliases() -> dict[str, str]:
    """Further names of the types."""
    return MESH_ALIASES
