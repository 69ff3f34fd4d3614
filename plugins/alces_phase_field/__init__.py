"""Phase field: Allen-Cahn, Cahn-Hilliard, anisotropic interface energy, grains."""

from __future__ import annotations

from alces.registry import hookimpl


@hookimpl
def alces_objects() -> list[type]:
    """The objects of this plugin."""
    from alces_phase_field import further
    from alces_phase_field.actions.bicrystal_circle_grain_ic import BicrystalCircleGrainIC
    from alces_phase_field.actions.conserved import Conserved
    from alces_phase_field.actions.nonconserved import Nonconserved
    from alces_phase_field.actions.polycrystal_kernel import PolycrystalKernel
    from alces_phase_field.actions.polycrystal_variables import PolycrystalVariables
    from alces_phase_field.aux.bnds_calc_aux import BndsCalcAux
    from alces_phase_field.aux.kks_global_free_energy import KKSGlobalFreeEnergy
    from alces_phase_field.aux.kks_multi_free_energy import KKSMultiFreeEnergy
    from alces_phase_field.aux.total_free_energy import TotalFreeEnergy
    from alces_phase_field.functions.grain_boundary_function import GrainBoundaryFunction
    from alces_phase_field.ics.coupled_value_function_ic import CoupledValueFunctionIC
    from alces_phase_field.ics.multi_nucleus_ic import MultiNucleusIC
    from alces_phase_field.ics.ramp_ic import RampIC
    from alces_phase_field.kernels.ac_gr_gr_multi import ACGrGrMulti
    from alces_phase_field.kernels.ac_gr_gr_poly import ACGrGrPoly
    from alces_phase_field.kernels.ac_interface import ACInterface
    from alces_phase_field.kernels.ac_switching import ACSwitching
    from alces_phase_field.kernels.allen_cahn import AllenCahn
    from alces_phase_field.kernels.anisotropic_ac_interface import AnisotropicACInterface
    from alces_phase_field.kernels.cahn_hilliard import CahnHilliard
    from alces_phase_field.kernels.ch_interface import CHInterface
    from alces_phase_field.kernels.ch_math import CHMath
    from alces_phase_field.kernels.ch_soret_mobility import CHSoretMobility
    from alces_phase_field.kernels.ch_split_chemical_potential import CHSplitChemicalPotential
    from alces_phase_field.kernels.ch_split_concentration import CHSplitConcentration
    from alces_phase_field.kernels.coupled_material_derivative import CoupledMaterialDerivative
    from alces_phase_field.kernels.coupled_switching_time_derivative import CoupledSwitchingTimeDerivative
    from alces_phase_field.kernels.double_well import DoubleWell
    from alces_phase_field.kernels.elastic_driving_force import ElasticDrivingForce
    from alces_phase_field.kernels.kks_ac_bulk_c import KKSACBulkC
    from alces_phase_field.kernels.kks_ac_bulk_f import KKSACBulkF
    from alces_phase_field.kernels.kks_multi_ac_bulk_c import KKSMultiACBulkC
    from alces_phase_field.kernels.kks_multi_ac_bulk_f import KKSMultiACBulkF
    from alces_phase_field.kernels.kks_multi_phase_concentration import KKSMultiPhaseConcentration
    from alces_phase_field.kernels.kks_phase_chemical_potential import KKSPhaseChemicalPotential
    from alces_phase_field.kernels.kks_phase_concentration import KKSPhaseConcentration
    from alces_phase_field.kernels.kks_split_ch_c_res import KKSSplitCHCRes
    from alces_phase_field.kernels.simple_coupled_ac_interface import SimpleCoupledACInterface
    from alces_phase_field.kernels.split_ch_math import SplitCHMath
    from alces_phase_field.kernels.split_ch_parsed import SplitCHParsed
    from alces_phase_field.kernels.split_ch_w_res import SplitCHWRes
    from alces_phase_field.kernels.stiffness_driving_force import StiffnessDrivingForce
    from alces_phase_field.kernels.susceptibility_time_derivative import SusceptibilityTimeDerivative
    from alces_phase_field.materials.barrier_function_material import BarrierFunctionMaterial
    from alces_phase_field.materials.constant_anisotropic_mobility import ConstantAnisotropicMobility
    from alces_phase_field.materials.gb_evolution import GBEvolution
    from alces_phase_field.materials.grain_boundary_indicator import GrainBoundaryIndicator
    from alces_phase_field.materials.grain_boundary_mixture import GrainBoundaryMixture
    from alces_phase_field.materials.math_eb_free_energy import MathEBFreeEnergy
    from alces_phase_field.materials.math_free_energy import MathFreeEnergy
    from alces_phase_field.materials.pf_params_poly_free_energy import PFParamsPolyFreeEnergy
    from alces_phase_field.materials.polynomial_free_energy import PolynomialFreeEnergy
    from alces_phase_field.materials.switching_function_3_phase_material import (
        SwitchingFunction3PhaseMaterial,
    )
    from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial
    from alces_phase_field.materials.switching_function_multi_phase_material import (
        SwitchingFunctionMultiPhaseMaterial,
    )
    from alces_phase_field.materials.two_phase_mixture import TwoPhaseMixture
    from alces_phase_field.materials.variable_gradient_material import VariableGradientMaterial
    from alces_phase_field.postprocessors.element_material_quantile import ElementMaterialQuantile
    from alces_phase_field.userobjects.voronoi_grains import VoronoiGrains

    return [
        ACGrGrMulti,
        ACGrGrPoly,
        ACInterface,
        ACSwitching,
        AllenCahn,
        AnisotropicACInterface,
        BarrierFunctionMaterial,
        BicrystalCircleGrainIC,
        BndsCalcAux,
        CHSoretMobility,
        CahnHilliard,
        CHMath,
        CHInterface,
        CHSplitChemicalPotential,
        CHSplitConcentration,
        Conserved,
        ConstantAnisotropicMobility,
        CoupledMaterialDerivative,
        CoupledSwitchingTimeDerivative,
        CoupledValueFunctionIC,
        DoubleWell,
        ElasticDrivingForce,
        ElementMaterialQuantile,
        GBEvolution,
        GrainBoundaryFunction,
        GrainBoundaryIndicator,
        GrainBoundaryMixture,
        KKSACBulkC,
        KKSACBulkF,
        KKSGlobalFreeEnergy,
        KKSMultiACBulkC,
        KKSMultiACBulkF,
        KKSMultiFreeEnergy,
        KKSMultiPhaseConcentration,
        KKSPhaseChemicalPotential,
        KKSPhaseConcentration,
        KKSSplitCHCRes,
        MathEBFreeEnergy,
        MathFreeEnergy,
        MultiNucleusIC,
        Nonconserved,
        PolycrystalKernel,
        PolycrystalVariables,
        PolynomialFreeEnergy,
        PFParamsPolyFreeEnergy,
        RampIC,
        SimpleCoupledACInterface,
        SplitCHMath,
        SplitCHParsed,
        SplitCHWRes,
        StiffnessDrivingForce,
        SusceptibilityTimeDerivative,
        SwitchingFunction3PhaseMaterial,
        SwitchingFunctionMaterial,
        SwitchingFunctionMultiPhaseMaterial,
        TotalFreeEnergy,
        TwoPhaseMixture,
        VariableGradientMaterial,
        VoronoiGrains,
        *further.OBJECTS,
    ]
