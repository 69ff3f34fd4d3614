"""Functions of position drawn from grain structures."""
from __future__ import annotations

from alces_phase_field.functions.grain_boundary_function import GrainBoundaryFunction

OBJECTS: list[type] = [
    GrainBoundaryFunction,
]
