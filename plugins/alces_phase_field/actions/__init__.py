"""Short forms that write variables, kernels and initial conditions."""
from __future__ import annotations

from alces_phase_field.actions.bicrystal_bounding_box_ic import BicrystalBoundingBoxIC
from alces_phase_field.actions.bicrystal_circle_grain_ic import BicrystalCircleGrainIC
from alces_phase_field.actions.conserved import Conserved
from alces_phase_field.actions.grain_growth import GrainGrowth
from alces_phase_field.actions.nonconserved import Nonconserved
from alces_phase_field.actions.polycrystal_coloring import PolycrystalColoring
from alces_phase_field.actions.polycrystal_kernel import PolycrystalKernel
from alces_phase_field.actions.polycrystal_random import PolycrystalRandom
from alces_phase_field.actions.polycrystal_variables import PolycrystalVariables
from alces_phase_field.actions.polycrystal_voronoi_void import PolycrystalVoronoiVoid
from alces_phase_field.actions.tricrystal_2_circle_grains import Tricrystal2CircleGrains

OBJECTS: list[type] = [
    BicrystalBoundingBoxIC,
    BicrystalCircleGrainIC,
    Conserved,
    GrainGrowth,
    Nonconserved,
    PolycrystalColoring,
    PolycrystalKernel,
    PolycrystalRandom,
    PolycrystalVariables,
    PolycrystalVoronoiVoid,
    Tricrystal2CircleGrains,
]
