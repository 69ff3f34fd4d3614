"""Initial conditions of order parameters and concentrations."""
from __future__ import annotations

from alces_phase_field.ics.bnds_calc_ic import BndsCalcIC
from alces_phase_field.ics.coupled_value_function_ic import CoupledValueFunctionIC
from alces_phase_field.ics.cross_ic import CrossIC
from alces_phase_field.ics.isolated_bounding_box_ic import IsolatedBoundingBoxIC
from alces_phase_field.ics.lattice_smooth_circle_ic import LatticeSmoothCircleIC
from alces_phase_field.ics.multi_bounding_box_ic import MultiBoundingBoxIC
from alces_phase_field.ics.multi_nucleus_ic import MultiNucleusIC
from alces_phase_field.ics.multi_smooth_circle_ic import MultiSmoothCircleIC
from alces_phase_field.ics.multi_smooth_superellipsoid_ic import MultiSmoothSuperellipsoidIC
from alces_phase_field.ics.nested_bounding_box_ic import NestedBoundingBoxIC
from alces_phase_field.ics.polycrystal_coloring_ic import PolycrystalColoringIC
from alces_phase_field.ics.polycrystal_random_ic import PolycrystalRandomIC
from alces_phase_field.ics.polycrystal_voronoi_void_ic import PolycrystalVoronoiVoidIC
from alces_phase_field.ics.ramp_ic import RampIC
from alces_phase_field.ics.smooth_circle_from_file_ic import SmoothCircleFromFileIC
from alces_phase_field.ics.smooth_circle_ic import SmoothCircleIC
from alces_phase_field.ics.smooth_superellipsoid_ic import SmoothSuperellipsoidIC
from alces_phase_field.ics.specified_smooth_circle_ic import SpecifiedSmoothCircleIC
from alces_phase_field.ics.specified_smooth_superellipsoid_ic import SpecifiedSmoothSuperellipsoidIC
from alces_phase_field.ics.thumb_ic import ThumbIC
from alces_phase_field.ics.tricrystal_2_circle_grains_ic import Tricrystal2CircleGrainsIC
from alces_phase_field.ics.tricrystal_triple_junction_ic import TricrystalTripleJunctionIC

OBJECTS: list[type] = [
    BndsCalcIC,
    CoupledValueFunctionIC,
    CrossIC,
    IsolatedBoundingBoxIC,
    LatticeSmoothCircleIC,
    MultiBoundingBoxIC,
    MultiNucleusIC,
    MultiSmoothCircleIC,
    MultiSmoothSuperellipsoidIC,
    NestedBoundingBoxIC,
    PolycrystalColoringIC,
    PolycrystalRandomIC,
    PolycrystalVoronoiVoidIC,
    RampIC,
    SmoothCircleFromFileIC,
    SmoothCircleIC,
    SmoothSuperellipsoidIC,
    SpecifiedSmoothCircleIC,
    SpecifiedSmoothSuperellipsoidIC,
    ThumbIC,
    Tricrystal2CircleGrainsIC,
    TricrystalTripleJunctionIC,
]
