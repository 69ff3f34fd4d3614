"""The framework's own deck objects, registered like any plugin's: meshes, executioners, solvers, outputs."""
from __future__ import annotations

from alces.builtins.mesh import MESH_OBJECTS
from alces.builtins.outputs import OUTPUT_OBJECTS
from alces.builtins.preconditioning import SMP, FieldBlocks
from alces.registry import hookimpl
from alces.run.steady import Steady
from alces.run.transient import Transient


@hookimpl
def alces_objects() -> list[type]:
    """Meshes, executioners, preconditioners and outputs."""
    return [*MESH_OBJECTS, *OUTPUT_OBJECTS, SMP, FieldBlocks, Steady, Transient]
