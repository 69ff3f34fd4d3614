"""Terms of phase-field equations."""
from __future__ import annotations

from alces_phase_field.kernels.ac_barrier_function import ACBarrierFunction
from alces_phase_field.kernels.ac_gr_gr_multi import ACGrGrMulti
from alces_phase_field.kernels.ac_gr_gr_poly import ACGrGrPoly
from alces_phase_field.kernels.ac_interface import ACInterface
from alces_phase_field.kernels.ac_interface_2_d_multi_phase_1 import ACInterface2DMultiPhase1
from alces_phase_field.kernels.ac_interface_2_d_multi_phase_2 import ACInterface2DMultiPhase2
from alces_phase_field.kernels.ac_interface_kobayashi1 import ACInterfaceKobayashi1
from alces_phase_field.kernels.ac_interface_kobayashi2 import ACInterfaceKobayashi2
from alces_phase_field.kernels.ac_kappa_function import ACKappaFunction
from alces_phase_field.kernels.ac_multi_interface import ACMultiInterface
from alces_phase_field.kernels.ac_switching import ACSwitching
from alces_phase_field.kernels.acgb_poly import ACGBPoly
from alces_phase_field.kernels.allen_cahn import AllenCahn
from alces_phase_field.kernels.anisotropic_ac_interface import AnisotropicACInterface
from alces_phase_field.kernels.antitrapping_current import AntitrappingCurrent
from alces_phase_field.kernels.cahn_hilliard import CahnHilliard
from alces_phase_field.kernels.cahn_hilliard_aniso import CahnHilliardAniso
from alces_phase_field.kernels.ch_interface import CHInterface
from alces_phase_field.kernels.ch_math import CHMath
from alces_phase_field.kernels.ch_soret_mobility import CHSoretMobility
from alces_phase_field.kernels.ch_split_chemical_potential import CHSplitChemicalPotential
from alces_phase_field.kernels.ch_split_concentration import CHSplitConcentration
from alces_phase_field.kernels.coupled_allen_cahn import CoupledAllenCahn
from alces_phase_field.kernels.coupled_material_derivative import CoupledMaterialDerivative
from alces_phase_field.kernels.coupled_susceptibility_time_derivative import (
    CoupledSusceptibilityTimeDerivative,
)
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
from alces_phase_field.kernels.kksch_bulk import KKSCHBulk
from alces_phase_field.kernels.laplacian_split import LaplacianSplit
from alces_phase_field.kernels.simple_ac_interface import SimpleACInterface
from alces_phase_field.kernels.simple_coupled_ac_interface import SimpleCoupledACInterface
from alces_phase_field.kernels.slkks_chemical_potential import SLKKSChemicalPotential
from alces_phase_field.kernels.slkks_multi_ac_bulk_c import SLKKSMultiACBulkC
from alces_phase_field.kernels.slkks_multi_phase_concentration import SLKKSMultiPhaseConcentration
from alces_phase_field.kernels.slkks_sum import SLKKSSum
from alces_phase_field.kernels.split_ch_math import SplitCHMath
from alces_phase_field.kernels.split_ch_parsed import SplitCHParsed
from alces_phase_field.kernels.split_ch_w_res import SplitCHWRes
from alces_phase_field.kernels.split_ch_w_res_aniso import SplitCHWResAniso
from alces_phase_field.kernels.stiffness_driving_force import StiffnessDrivingForce
from alces_phase_field.kernels.susceptibility_time_derivative import SusceptibilityTimeDerivative
from alces_phase_field.kernels.switching_function_constraint_eta import SwitchingFunctionConstraintEta
from alces_phase_field.kernels.switching_function_constraint_lagrange import (
    SwitchingFunctionConstraintLagrange,
)
from alces_phase_field.kernels.switching_function_penalty import SwitchingFunctionPenalty

OBJECTS: list[type] = [
    ACBarrierFunction,
    ACGBPoly,
    ACGrGrMulti,
    ACGrGrPoly,
    ACInterface,
    ACInterface2DMultiPhase1,
    ACInterface2DMultiPhase2,
    ACInterfaceKobayashi1,
    ACInterfaceKobayashi2,
    ACKappaFunction,
    ACMultiInterface,
    ACSwitching,
    AllenCahn,
    AnisotropicACInterface,
    AntitrappingCurrent,
    CHInterface,
    CHMath,
    CHSoretMobility,
    CHSplitChemicalPotential,
    CHSplitConcentration,
    CahnHilliard,
    CahnHilliardAniso,
    CoupledAllenCahn,
    CoupledMaterialDerivative,
    CoupledSusceptibilityTimeDerivative,
    CoupledSwitchingTimeDerivative,
    DoubleWell,
    ElasticDrivingForce,
    KKSACBulkC,
    KKSACBulkF,
    KKSCHBulk,
    KKSMultiACBulkC,
    KKSMultiACBulkF,
    KKSMultiPhaseConcentration,
    KKSPhaseChemicalPotential,
    KKSPhaseConcentration,
    KKSSplitCHCRes,
    LaplacianSplit,
    SLKKSChemicalPotential,
    SLKKSMultiACBulkC,
    SLKKSMultiPhaseConcentration,
    SLKKSSum,
    SimpleACInterface,
    SimpleCoupledACInterface,
    SplitCHMath,
    SplitCHParsed,
    SplitCHWRes,
    SplitCHWResAniso,
    StiffnessDrivingForce,
    SusceptibilityTimeDerivative,
    SwitchingFunctionConstraintEta,
    SwitchingFunctionConstraintLagrange,
    SwitchingFunctionPenalty,
]
