"""Objects that decks use less often."""
from __future__ import annotations

from alces_core.aux.divergence_aux import DivergenceAux
from alces_core.aux.forcing_function_aux import ForcingFunctionAux
from alces_core.aux.kinetic_energy_aux import KineticEnergyAux
from alces_core.aux.vector_magnitude_aux import VectorMagnitudeAux
from alces_core.bcs.convective_flux_bc import ConvectiveFluxBC
from alces_core.bcs.directional_flux_bc import DirectionalFluxBC
from alces_core.bcs.function_gradient_neumann_bc import FunctionGradientNeumannBC
from alces_core.bcs.function_radiative_bc import FunctionRadiativeBC
from alces_core.bcs.sin_dirichlet_bc import SinDirichletBC
from alces_core.bcs.sin_neumann_bc import SinNeumannBC
from alces_core.functions.composite_function import CompositeFunction
from alces_core.ics.isolated_bounding_box_ic import IsolatedBoundingBoxIC
from alces_core.ics.nested_bounding_box_ic import NestedBoundingBoxIC
from alces_core.ics.specified_smooth_superellipsoid_ic import SpecifiedSmoothSuperellipsoidIC
from alces_core.ics.thumb_ic import ThumbIC
from alces_core.kernels.conservative_advection import ConservativeAdvection
from alces_core.kernels.masked_body_force import MaskedBodyForce
from alces_core.kernels.mat_aniso_diffusion import MatAnisoDiffusion
from alces_core.kernels.material_property_value import MaterialPropertyValue
from alces_core.kernels.soret_diffusion import SoretDiffusion
from alces_core.materials.derivative_multi_phase_material import DerivativeMultiPhaseMaterial
from alces_core.materials.derivative_two_phase_material import DerivativeTwoPhaseMaterial
from alces_core.materials.generic_function_rank_two_tensor import GenericFunctionRankTwoTensor
from alces_core.materials.regular_solution_free_energy import RegularSolutionFreeEnergy
from alces_core.postprocessors.element_average_time_derivative import ElementAverageTimeDerivative
from alces_core.postprocessors.element_l1_error import ElementL1Error
from alces_core.postprocessors.element_vector_l2_error import ElementVectorL2Error
from alces_core.postprocessors.empty_postprocessor import EmptyPostprocessor
from alces_core.postprocessors.function_side_integral import FunctionSideIntegral
from alces_core.postprocessors.greater_than_less_than_postprocessor import GreaterThanLessThanPostprocessor
from alces_core.postprocessors.nodal_l2_norm import NodalL2Norm
from alces_core.postprocessors.polar_moment_of_inertia import PolarMomentOfInertia
from alces_core.postprocessors.postprocessor_comparison import PostprocessorComparison
from alces_core.postprocessors.relative_difference_postprocessor import RelativeDifferencePostprocessor
from alces_core.postprocessors.side_extreme_value import SideExtremeValue
from alces_core.postprocessors.side_vector_diffusivity_flux_integral import SideVectorDiffusivityFluxIntegral
from alces_core.postprocessors.variable_inner_product import VariableInnerProduct
from alces_core.timesteppers.log_constant_dt import LogConstantDT
from alces_core.timesteppers.postprocessor_dt import PostprocessorDT

OBJECTS: list[type] = [
    CompositeFunction,
    ConservativeAdvection,
    ConvectiveFluxBC,
    DerivativeMultiPhaseMaterial,
    DerivativeTwoPhaseMaterial,
    DirectionalFluxBC,
    DivergenceAux,
    ElementAverageTimeDerivative,
    ElementL1Error,
    ElementVectorL2Error,
    EmptyPostprocessor,
    ForcingFunctionAux,
    FunctionGradientNeumannBC,
    FunctionRadiativeBC,
    FunctionSideIntegral,
    GenericFunctionRankTwoTensor,
    GreaterThanLessThanPostprocessor,
    IsolatedBoundingBoxIC,
    KineticEnergyAux,
    LogConstantDT,
    MaskedBodyForce,
    MatAnisoDiffusion,
    MaterialPropertyValue,
    NestedBoundingBoxIC,
    NodalL2Norm,
    PolarMomentOfInertia,
    PostprocessorComparison,
    PostprocessorDT,
    RegularSolutionFreeEnergy,
    RelativeDifferencePostprocessor,
    SideExtremeValue,
    SideVectorDiffusivityFluxIntegral,
    SinDirichletBC,
    SinNeumannBC,
    SoretDiffusion,
    SpecifiedSmoothSuperellipsoidIC,
    ThumbIC,
    VariableInnerProduct,
    VectorMagnitudeAux,
]
