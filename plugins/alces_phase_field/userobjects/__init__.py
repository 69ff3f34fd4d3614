"""Grain structures."""
from __future__ import annotations

from alces_phase_field.userobjects.polycrystal_voronoi import PolycrystalVoronoi
from alces_phase_field.userobjects.voronoi_grains import VoronoiGrains

OBJECTS: list[type] = [
    PolycrystalVoronoi,
    VoronoiGrains,
]
