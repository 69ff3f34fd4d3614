"""Phase field: Allen-Cahn, Cahn-Hilliard, anisotropic interface energy, grains."""

from __future__ import annotations

from alces.registry import hookimpl


@hookimpl
def alces_objects() -> list[type]:
    """The objects of this plugin."""
    from alces_phase_field import (
        actions,
        aux,
        functions,
        ics,
        kernels,
        materials,
        postprocessors,
        userobjects,
    )

    rooms = (actions, aux, functions, ics, kernels, materials, postprocessors, userobjects)
    return [cls for room in rooms for cls in room.OBJECTS]


@hookimpl
def alces_aliases() -> dict[str, str]:
    """Other names of the same objects; MOOSE's ADGrainGrowth is the twin of ACGrGrPoly."""
    return {"ADGrainGrowth": "ACGrGrPoly"}
