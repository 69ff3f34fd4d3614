"""Objects that decks use less often."""
from __future__ import annotations

from alces_core.aux.accumulate_aux import AccumulateAux
from alces_core.aux.divergence_aux import DivergenceAux
from alces_core.aux.element_h1_error_function_aux import ElementH1ErrorFunctionAux
from alces_core.aux.element_l2_error_function_aux import ElementL2ErrorFunctionAux
from alces_core.aux.element_length_aux import ElementLengthAux
from alces_core.aux.element_lp_norm_aux import ElementLpNormAux
from alces_core.aux.forcing_function_aux import ForcingFunctionAux
from alces_core.aux.kinetic_energy_aux import KineticEnergyAux
from alces_core.aux.material_real_tensor_value_aux import MaterialRealTensorValueAux
from alces_core.aux.second_time_derivative_aux import SecondTimeDerivativeAux
from alces_core.aux.tag_vector_aux import TagVectorAux
from alces_core.aux.variable_time_integration_aux import VariableTimeIntegrationAux
from alces_core.aux.vector_magnitude_aux import VectorMagnitudeAux
from alces_core.aux.volume_aux import VolumeAux
from alces_core.bcs.convective_flux_bc import ConvectiveFluxBC
from alces_core.bcs.directional_flux_bc import DirectionalFluxBC
from alces_core.bcs.function_gradient_neumann_bc import FunctionGradientNeumannBC
from alces_core.bcs.function_penalty_flux_bc import FunctionPenaltyFluxBC
from alces_core.bcs.function_radiative_bc import FunctionRadiativeBC
from alces_core.bcs.sin_dirichlet_bc import SinDirichletBC
from alces_core.bcs.sin_neumann_bc import SinNeumannBC
from alces_core.functions.bicubic_spline_function import BicubicSplineFunction
from alces_core.functions.coarsened_piecewise_linear import CoarsenedPiecewiseLinear
from alces_core.functions.composite_function import CompositeFunction
from alces_core.functions.periodic_function import PeriodicFunction
from alces_core.functions.piecewise_bilinear import PiecewiseBilinear
from alces_core.functions.piecewise_constant_from_csv import PiecewiseConstantFromCSV
from alces_core.functions.piecewise_multiconstant import PiecewiseMulticonstant
from alces_core.functions.piecewise_multilinear import PiecewiseMultilinear
from alces_core.functions.postprocessor_function import PostprocessorFunction
from alces_core.functions.spline_function import SplineFunction
from alces_core.ics.integral_preserving_function_ic import IntegralPreservingFunctionIC
from alces_core.kernels.conservative_advection import ConservativeAdvection
from alces_core.kernels.masked_body_force import MaskedBodyForce
from alces_core.kernels.mat_aniso_diffusion import MatAnisoDiffusion
from alces_core.kernels.material_property_value import MaterialPropertyValue
from alces_core.kernels.soret_diffusion import SoretDiffusion
from alces_core.materials.coupled_value_function_material import CoupledValueFunctionMaterial
from alces_core.materials.generic_function_rank_two_tensor import GenericFunctionRankTwoTensor
from alces_core.postprocessors.element_average_second_time_derivative import (
    ElementAverageSecondTimeDerivative,
)
from alces_core.postprocessors.element_average_time_derivative import ElementAverageTimeDerivative
from alces_core.postprocessors.element_l1_error import ElementL1Error
from alces_core.postprocessors.element_vector_l2_error import ElementVectorL2Error
from alces_core.postprocessors.empty_postprocessor import EmptyPostprocessor
from alces_core.postprocessors.find_value_on_line import FindValueOnLine
from alces_core.postprocessors.function_side_integral import FunctionSideIntegral
from alces_core.postprocessors.greater_than_less_than_postprocessor import GreaterThanLessThanPostprocessor
from alces_core.postprocessors.nodal_l2_norm import NodalL2Norm
from alces_core.postprocessors.nodal_max_value_id import NodalMaxValueId
from alces_core.postprocessors.polar_moment_of_inertia import PolarMomentOfInertia
from alces_core.postprocessors.postprocessor_comparison import PostprocessorComparison
from alces_core.postprocessors.relative_difference_postprocessor import RelativeDifferencePostprocessor
from alces_core.postprocessors.relative_solution_difference_norm import RelativeSolutionDifferenceNorm
from alces_core.postprocessors.side_extreme_value import SideExtremeValue
from alces_core.postprocessors.side_vector_diffusivity_flux_integral import SideVectorDiffusivityFluxIntegral
from alces_core.postprocessors.variable_inner_product import VariableInnerProduct
from alces_core.postprocessors.weighted_variable_average import WeightedVariableAverage
from alces_core.timesteppers.log_constant_dt import LogConstantDT
from alces_core.timesteppers.postprocessor_dt import PostprocessorDT
from alces_core.userobjects.property_read_file import PropertyReadFile
from alces_core.userobjects.terminator import Terminator

OBJECTS: list[type] = [
    AccumulateAux,
    BicubicSplineFunction,
    CoarsenedPiecewiseLinear,
    CompositeFunction,
    ConservativeAdvection,
    ConvectiveFluxBC,
    CoupledValueFunctionMaterial,
    DirectionalFluxBC,
    DivergenceAux,
    ElementAverageSecondTimeDerivative,
    ElementAverageTimeDerivative,
    ElementH1ErrorFunctionAux,
    ElementL1Error,
    ElementL2ErrorFunctionAux,
    ElementLengthAux,
    ElementLpNormAux,
    ElementVectorL2Error,
    EmptyPostprocessor,
    FindValueOnLine,
    ForcingFunctionAux,
    FunctionGradientNeumannBC,
    FunctionPenaltyFluxBC,
    FunctionRadiativeBC,
    FunctionSideIntegral,
    GenericFunctionRankTwoTensor,
    GreaterThanLessThanPostprocessor,
    IntegralPreservingFunctionIC,
    KineticEnergyAux,
    LogConstantDT,
    MaskedBodyForce,
    MatAnisoDiffusion,
    MaterialPropertyValue,
    MaterialRealTensorValueAux,
    NodalL2Norm,
    NodalMaxValueId,
    PeriodicFunction,
    PiecewiseBilinear,
    PiecewiseConstantFromCSV,
    PiecewiseMulticonstant,
    PiecewiseMultilinear,
    PolarMomentOfInertia,
    PostprocessorComparison,
    PostprocessorDT,
    PostprocessorFunction,
    PropertyReadFile,
    RelativeDifferencePostprocessor,
    RelativeSolutionDifferenceNorm,
    SecondTimeDerivativeAux,
    SideExtremeValue,
    SideVectorDiffusivityFluxIntegral,
    SinDirichletBC,
    SinNeumannBC,
    SoretDiffusion,
    SplineFunction,
    TagVectorAux,
    Terminator,
    VariableInnerProduct,
    VariableTimeIntegrationAux,
    VectorMagnitudeAux,
    VolumeAux,
    WeightedVariableAverage,
]
