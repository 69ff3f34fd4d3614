"""Interpolations, barriers, free energies, mixtures and grain boundaries."""
from __future__ import annotations

from alces_phase_field.materials.barrier_function_material import BarrierFunctionMaterial
from alces_phase_field.materials.constant_anisotropic_mobility import ConstantAnisotropicMobility
from alces_phase_field.materials.cross_term_barrier_function_material import CrossTermBarrierFunctionMaterial
from alces_phase_field.materials.derivative_multi_phase_material import DerivativeMultiPhaseMaterial
from alces_phase_field.materials.derivative_two_phase_material import DerivativeTwoPhaseMaterial
from alces_phase_field.materials.gb_anisotropy import GBAnisotropy
from alces_phase_field.materials.gb_evolution import GBEvolution
from alces_phase_field.materials.grain_boundary_indicator import GrainBoundaryIndicator
from alces_phase_field.materials.grain_boundary_mixture import GrainBoundaryMixture
from alces_phase_field.materials.grand_potential_tensor_material import GrandPotentialTensorMaterial
from alces_phase_field.materials.ideal_gas_free_energy import IdealGasFreeEnergy
from alces_phase_field.materials.interface_orientation_material import InterfaceOrientationMaterial
from alces_phase_field.materials.interface_orientation_multiphase_material import (
    InterfaceOrientationMultiphaseMaterial,
)
from alces_phase_field.materials.kks_xe_vac_solid_material import KKSXeVacSolidMaterial
from alces_phase_field.materials.math_eb_free_energy import MathEBFreeEnergy
from alces_phase_field.materials.math_free_energy import MathFreeEnergy
from alces_phase_field.materials.multi_barrier_function_material import MultiBarrierFunctionMaterial
from alces_phase_field.materials.pf_params_poly_free_energy import PFParamsPolyFreeEnergy
from alces_phase_field.materials.polycrystal_diffusivity import PolycrystalDiffusivity
from alces_phase_field.materials.polynomial_free_energy import PolynomialFreeEnergy
from alces_phase_field.materials.regular_solution_free_energy import RegularSolutionFreeEnergy
from alces_phase_field.materials.switching_function_3_phase_material import SwitchingFunction3PhaseMaterial
from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial
from alces_phase_field.materials.switching_function_multi_phase_material import (
    SwitchingFunctionMultiPhaseMaterial,
)
from alces_phase_field.materials.two_phase_mixture import TwoPhaseMixture
from alces_phase_field.materials.van_der_waals_free_energy import VanDerWaalsFreeEnergy
from alces_phase_field.materials.variable_gradient_material import VariableGradientMaterial

OBJECTS: list[type] = [
    BarrierFunctionMaterial,
    ConstantAnisotropicMobility,
    CrossTermBarrierFunctionMaterial,
    DerivativeMultiPhaseMaterial,
    DerivativeTwoPhaseMaterial,
    GBAnisotropy,
    GBEvolution,
    GrainBoundaryIndicator,
    GrainBoundaryMixture,
    GrandPotentialTensorMaterial,
    IdealGasFreeEnergy,
    InterfaceOrientationMaterial,
    InterfaceOrientationMultiphaseMaterial,
    KKSXeVacSolidMaterial,
    MathEBFreeEnergy,
    MathFreeEnergy,
    MultiBarrierFunctionMaterial,
    PFParamsPolyFreeEnergy,
    PolycrystalDiffusivity,
    PolynomialFreeEnergy,
    RegularSolutionFreeEnergy,
    SwitchingFunction3PhaseMaterial,
    SwitchingFunctionMaterial,
    SwitchingFunctionMultiPhaseMaterial,
    TwoPhaseMixture,
    VanDerWaalsFreeEnergy,
    VariableGradientMaterial,
]
