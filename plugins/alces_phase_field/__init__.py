"""Phase field: Allen-Cahn, Cahn-Hilliard, anisotropic interface energy, grains."""

from __future__ import annotations

from alces.registry import hookimpl


@hookimpl
def alces_objects() -> list[type]:
    """The objects of this plugin."""
    from alces_phase_field.functions.grain_boundary_function import GrainBoundaryFunction
    from alces_phase_field.ics.multi_nucleus_ic import MultiNucleusIC
    from alces_phase_field.kernels.ac_interface import ACInterface
    from alces_phase_field.kernels.allen_cahn import AllenCahn
    from alces_phase_field.kernels.anisotropic_ac_interface import AnisotropicACInterface
    from alces_phase_field.kernels.double_well import DoubleWell
    from alces_phase_field.kernels.elastic_driving_force import ElasticDrivingForce
    from alces_phase_field.kernels.split_ch_parsed import SplitCHParsed
    from alces_phase_field.kernels.split_ch_w_res import SplitCHWRes
    from alces_phase_field.kernels.stiffness_driving_force import StiffnessDrivingForce
    from alces_phase_field.materials.barrier_function_material import BarrierFunctionMaterial
    from alces_phase_field.materials.grain_boundary_indicator import GrainBoundaryIndicator
    from alces_phase_field.materials.grain_boundary_mixture import GrainBoundaryMixture
    from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial
    from alces_phase_field.materials.two_phase_mixture import TwoPhaseMixture
    from alces_phase_field.materials.variable_gradient_material import VariableGradientMaterial
    from alces_phase_field.postprocessors.element_material_quantile import ElementMaterialQuantile
    from alces_phase_field.userobjects.voronoi_grains import VoronoiGrains

    return [
        ACInterface,
        AllenCahn,
        AnisotropicACInterface,
        BarrierFunctionMaterial,
        DoubleWell,
        ElasticDrivingForce,
        ElementMaterialQuantile,
        GrainBoundaryFunction,
        GrainBoundaryIndicator,
        GrainBoundaryMixture,
        MultiNucleusIC,
        SplitCHParsed,
        SplitCHWRes,
        StiffnessDrivingForce,
        SwitchingFunctionMaterial,
        TwoPhaseMixture,
        VariableGradientMaterial,
        VoronoiGrains,
    ]
