"""Generic terms, conditions, functions, materials, postprocessors and time steppers."""
from __future__ import annotations

from alces.registry import hookimpl

from alces_core import further, points_and_tables
from alces_core.aux.constant_aux import ConstantAux
from alces_core.aux.diffusion_flux_aux import DiffusionFluxAux
from alces_core.aux.function_aux import FunctionAux
from alces_core.aux.material_rank_two_tensor_aux import MaterialRankTwoTensorAux
from alces_core.aux.material_rate_real_aux import MaterialRateRealAux
from alces_core.aux.material_real_aux import MaterialRealAux
from alces_core.aux.material_real_vector_value_aux import MaterialRealVectorValueAux
from alces_core.aux.normalization_aux import NormalizationAux
from alces_core.aux.parsed_aux import ParsedAux
from alces_core.aux.projection_aux import ProjectionAux
from alces_core.aux.quotient_aux import QuotientAux
from alces_core.aux.self_aux import SelfAux
from alces_core.aux.time_derivative_aux import TimeDerivativeAux
from alces_core.aux.variable_gradient_component import VariableGradientComponent
from alces_core.aux.variable_gradient_magnitude import VariableGradientMagnitude
from alces_core.bcs.coupled_var_neumann_bc import CoupledVarNeumannBC
from alces_core.bcs.diffusion_flux_bc import DiffusionFluxBC
from alces_core.bcs.dirichlet_bc import DirichletBC
from alces_core.bcs.function_dirichlet_bc import FunctionDirichletBC
from alces_core.bcs.function_neumann_bc import FunctionNeumannBC
from alces_core.bcs.function_penalty_dirichlet_bc import FunctionPenaltyDirichletBC
from alces_core.bcs.mat_neumann_bc import MatNeumannBC
from alces_core.bcs.matched_value_bc import MatchedValueBC
from alces_core.bcs.neumann_bc import NeumannBC
from alces_core.bcs.penalty_dirichlet_bc import PenaltyDirichletBC
from alces_core.bcs.postprocessor_dirichlet_bc import PostprocessorDirichletBC
from alces_core.bcs.postprocessor_neumann_bc import PostprocessorNeumannBC
from alces_core.bcs.vacuum_bc import VacuumBC
from alces_core.bcs.weak_gradient_bc import WeakGradientBC
from alces_core.functions.constant_function import ConstantFunction
from alces_core.functions.linear_combination_function import LinearCombinationFunction
from alces_core.functions.parsed_function import ParsedFunction
from alces_core.functions.parsed_grad_function import ParsedGradFunction
from alces_core.functions.piecewise_constant import PiecewiseConstant
from alces_core.functions.piecewise_linear import PiecewiseLinear
from alces_core.ics.bounding_box_ic import BoundingBoxIC
from alces_core.ics.constant_ic import ConstantIC
from alces_core.ics.function_ic import FunctionIC
from alces_core.ics.random_ic import RandomIC
from alces_core.kernels.anisotropic_diffusion import AnisotropicDiffusion
from alces_core.kernels.body_force import BodyForce
from alces_core.kernels.coef_coupled_time_derivative import CoefCoupledTimeDerivative
from alces_core.kernels.coef_diffusion import CoefDiffusion
from alces_core.kernels.coef_reaction import CoefReaction
from alces_core.kernels.coef_time_derivative import CoefTimeDerivative
from alces_core.kernels.coupled_force import CoupledForce
from alces_core.kernels.coupled_time_derivative import CoupledTimeDerivative
from alces_core.kernels.diffusion import Diffusion
from alces_core.kernels.function_diffusion import FunctionDiffusion
from alces_core.kernels.mat_coupled_force import MatCoupledForce
from alces_core.kernels.mat_coupled_time_derivative import MatCoupledTimeDerivative
from alces_core.kernels.mat_diffusion import MatDiffusion
from alces_core.kernels.mat_reaction import MatReaction
from alces_core.kernels.null_kernel import NullKernel
from alces_core.kernels.reaction import Reaction
from alces_core.kernels.time_derivative import TimeDerivative
from alces_core.materials.derivative_parsed_material import DerivativeParsedMaterial
from alces_core.materials.derivative_sum_material import DerivativeSumMaterial
from alces_core.materials.generic_constant_material import GenericConstantMaterial
from alces_core.materials.generic_constant_rank_two_tensor import GenericConstantRankTwoTensor
from alces_core.materials.generic_constant_vector_material import GenericConstantVectorMaterial
from alces_core.materials.generic_function_material import GenericFunctionMaterial
from alces_core.materials.parsed_material import ParsedMaterial
from alces_core.materials.piecewise_linear_interpolation_material import PiecewiseLinearInterpolationMaterial
from alces_core.postprocessors.area_postprocessor import AreaPostprocessor
from alces_core.postprocessors.average_element_size import AverageElementSize
from alces_core.postprocessors.average_nodal_variable_value import AverageNodalVariableValue
from alces_core.postprocessors.boundary_reaction import BoundaryReaction
from alces_core.postprocessors.change_over_time_postprocessor import ChangeOverTimePostprocessor
from alces_core.postprocessors.cumulative_value_postprocessor import CumulativeValuePostprocessor
from alces_core.postprocessors.difference_postprocessor import DifferencePostprocessor
from alces_core.postprocessors.element_average_material_property import ElementAverageMaterialProperty
from alces_core.postprocessors.element_average_value import ElementAverageValue
from alces_core.postprocessors.element_extreme_material_property import ElementExtremeMaterialProperty
from alces_core.postprocessors.element_extreme_value import ElementExtremeValue
from alces_core.postprocessors.element_h1_error import ElementH1Error
from alces_core.postprocessors.element_h1_semi_error import ElementH1SemiError
from alces_core.postprocessors.element_integral_material_property import ElementIntegralMaterialProperty
from alces_core.postprocessors.element_integral_variable_postprocessor import (
    ElementIntegralVariablePostprocessor,
)
from alces_core.postprocessors.element_l2_difference import ElementL2Difference
from alces_core.postprocessors.element_l2_error import ElementL2Error
from alces_core.postprocessors.element_l2_norm import ElementL2Norm
from alces_core.postprocessors.elemental_variable_value import ElementalVariableValue
from alces_core.postprocessors.function_element_integral import FunctionElementIntegral
from alces_core.postprocessors.function_value_postprocessor import FunctionValuePostprocessor
from alces_core.postprocessors.linear_combination_postprocessor import LinearCombinationPostprocessor
from alces_core.postprocessors.nodal_extreme_value import NodalExtremeValue
from alces_core.postprocessors.nodal_l2_error import NodalL2Error
from alces_core.postprocessors.nodal_max_value import NodalMaxValue
from alces_core.postprocessors.nodal_sum import NodalSum
from alces_core.postprocessors.nodal_variable_value import NodalVariableValue
from alces_core.postprocessors.num_dofs import NumDOFs
from alces_core.postprocessors.num_elems import NumElems
from alces_core.postprocessors.num_linear_iterations import NumLinearIterations
from alces_core.postprocessors.num_nodes import NumNodes
from alces_core.postprocessors.num_nonlinear_iterations import NumNonlinearIterations
from alces_core.postprocessors.num_time_steps import NumTimeSteps
from alces_core.postprocessors.num_vars import NumVars
from alces_core.postprocessors.parsed_postprocessor import ParsedPostprocessor
from alces_core.postprocessors.point_value import PointValue
from alces_core.postprocessors.receiver import Receiver
from alces_core.postprocessors.scale_postprocessor import ScalePostprocessor
from alces_core.postprocessors.side_average_value import SideAverageValue
from alces_core.postprocessors.side_diffusive_flux_average import SideDiffusiveFluxAverage
from alces_core.postprocessors.side_diffusive_flux_integral import SideDiffusiveFluxIntegral
from alces_core.postprocessors.side_integral_variable_postprocessor import SideIntegralVariablePostprocessor
from alces_core.postprocessors.time_extreme_value import TimeExtremeValue
from alces_core.postprocessors.time_integrated_postprocessor import TimeIntegratedPostprocessor
from alces_core.postprocessors.time_postprocessor import TimePostprocessor
from alces_core.postprocessors.timestep_size import TimestepSize
from alces_core.postprocessors.volume_postprocessor import VolumePostprocessor
from alces_core.timesteppers.constant_dt import ConstantDT
from alces_core.timesteppers.function_dt import FunctionDT
from alces_core.timesteppers.iteration_adaptive_dt import IterationAdaptiveDT
from alces_core.timesteppers.local_error_dt import LocalErrorDT
from alces_core.timesteppers.solution_time_adaptive_dt import SolutionTimeAdaptiveDT
from alces_core.timesteppers.time_sequence_stepper import TimeSequenceStepper
from alces_core.vectorpostprocessors.line_value_sampler import LineValueSampler

OBJECTS: list[type] = [
    AverageElementSize, BoundaryReaction, DerivativeSumMaterial, MaterialRankTwoTensorAux, NumTimeSteps,
    AnisotropicDiffusion, AreaPostprocessor, AverageNodalVariableValue, BodyForce, BoundingBoxIC,
    ChangeOverTimePostprocessor, CoefCoupledTimeDerivative, CoefDiffusion, CoefReaction,
    CoefTimeDerivative, ConstantAux, ConstantDT, ConstantFunction, ConstantIC, CoupledForce,
    CoupledTimeDerivative, CoupledVarNeumannBC, CumulativeValuePostprocessor,
    DerivativeParsedMaterial, DifferencePostprocessor, Diffusion, DiffusionFluxAux, DiffusionFluxBC,
    DirichletBC, ElementAverageMaterialProperty, ElementAverageValue, ElementExtremeMaterialProperty,
    ElementExtremeValue, ElementH1Error, ElementH1SemiError, ElementIntegralMaterialProperty,
    ElementIntegralVariablePostprocessor, ElementL2Difference, ElementL2Error, ElementL2Norm,
    FunctionAux, FunctionDT, FunctionDiffusion, FunctionDirichletBC, FunctionElementIntegral,
    FunctionIC, FunctionNeumannBC, FunctionPenaltyDirichletBC, FunctionValuePostprocessor,
    GenericConstantMaterial, GenericConstantRankTwoTensor, GenericConstantVectorMaterial,
    GenericFunctionMaterial, IterationAdaptiveDT, LinearCombinationFunction, LocalErrorDT,
    LinearCombinationPostprocessor, MatCoupledForce, MatCoupledTimeDerivative, MatDiffusion,
    MatNeumannBC, MatReaction, MatchedValueBC, MaterialRealAux, MaterialRealVectorValueAux,
    NeumannBC, NodalExtremeValue, NodalL2Error, NodalMaxValue, NodalSum,
    NodalVariableValue, NormalizationAux, NullKernel, NumDOFs, NumElems, NumLinearIterations, NumNodes,
    NumNonlinearIterations, NumVars, ParsedAux, ParsedFunction, ParsedGradFunction, ParsedMaterial,
    ParsedPostprocessor, PenaltyDirichletBC, PiecewiseConstant, PiecewiseLinear,
    PiecewiseLinearInterpolationMaterial, PointValue, PostprocessorDirichletBC, PostprocessorNeumannBC,
    ProjectionAux, QuotientAux, RandomIC, Reaction, Receiver, ScalePostprocessor, SelfAux,
    SideAverageValue, SideDiffusiveFluxAverage, SideDiffusiveFluxIntegral,
    SideIntegralVariablePostprocessor,
    TimeDerivative, TimeDerivativeAux, TimeExtremeValue, TimeIntegratedPostprocessor, TimePostprocessor,
    ElementalVariableValue, LineValueSampler, MaterialRateRealAux, SolutionTimeAdaptiveDT,
    TimeSequenceStepper, TimestepSize, VacuumBC, VariableGradientComponent, VariableGradientMagnitude,
    VolumePostprocessor, WeakGradientBC,
]

__all__ = [
    "AnisotropicDiffusion", "AreaPostprocessor", "AverageElementSize", "AverageNodalVariableValue",
    "BodyForce", "BoundaryReaction", "BoundingBoxIC", "ChangeOverTimePostprocessor",
    "CoefCoupledTimeDerivative", "CoefDiffusion",
    "CoefReaction", "CoefTimeDerivative", "ConstantAux", "ConstantDT", "ConstantFunction", "ConstantIC",
    "CoupledForce", "CoupledTimeDerivative", "CoupledVarNeumannBC", "CumulativeValuePostprocessor",
    "DerivativeParsedMaterial", "DerivativeSumMaterial", "DifferencePostprocessor", "Diffusion",
    "DiffusionFluxAux", "DiffusionFluxBC",
    "DirichletBC", "ElementAverageMaterialProperty", "ElementAverageValue", "ElementExtremeMaterialProperty",
    "ElementExtremeValue", "ElementH1Error", "ElementH1SemiError", "ElementIntegralMaterialProperty",
    "ElementIntegralVariablePostprocessor", "ElementL2Difference", "ElementL2Error", "ElementL2Norm",
    "ElementalVariableValue", "FunctionAux", "FunctionDT", "FunctionDiffusion", "FunctionDirichletBC",
    "FunctionElementIntegral", "FunctionIC", "FunctionNeumannBC", "FunctionPenaltyDirichletBC",
    "FunctionValuePostprocessor", "GenericConstantMaterial", "GenericConstantRankTwoTensor",
    "GenericConstantVectorMaterial", "GenericFunctionMaterial", "IterationAdaptiveDT", "LineValueSampler",
    "LinearCombinationFunction", "LinearCombinationPostprocessor", "LocalErrorDT", "MatCoupledForce",
    "MatCoupledTimeDerivative", "MatDiffusion", "MatNeumannBC", "MatReaction", "MatchedValueBC",
    "MaterialRankTwoTensorAux", "MaterialRateRealAux", "MaterialRealAux", "MaterialRealVectorValueAux",
    "NeumannBC",
    "NodalExtremeValue", "NodalL2Error", "NodalMaxValue", "NodalSum", "NodalVariableValue",
    "NormalizationAux", "NullKernel", "NumDOFs", "NumElems", "NumLinearIterations", "NumNodes",
    "NumNonlinearIterations", "NumTimeSteps", "NumVars", "ParsedAux", "ParsedFunction", "ParsedGradFunction",
    "ParsedMaterial", "ParsedPostprocessor", "PenaltyDirichletBC", "PiecewiseConstant", "PiecewiseLinear",
    "PiecewiseLinearInterpolationMaterial", "PointValue", "PostprocessorDirichletBC",
    "PostprocessorNeumannBC", "ProjectionAux", "QuotientAux", "RandomIC", "Reaction", "Receiver",
    "ScalePostprocessor", "SelfAux", "SideAverageValue", "SideDiffusiveFluxAverage",
    "SideDiffusiveFluxIntegral", "SideIntegralVariablePostprocessor",
    "SolutionTimeAdaptiveDT", "TimeDerivative",
    "TimeDerivativeAux", "TimeExtremeValue", "TimeIntegratedPostprocessor", "TimePostprocessor",
    "TimeSequenceStepper", "TimestepSize", "VacuumBC", "VariableGradientComponent",
    "VariableGradientMagnitude", "VolumePostprocessor", "WeakGradientBC",
]


@hookimpl
def alces_objects() -> list[type]:
    """All classes of this plugin."""
    return [*OBJECTS, *further.OBJECTS, *points_and_tables.OBJECTS]


@hookimpl
def alces_aliases() -> dict[str, str]:
    """Earlier names of types."""
    return {"FunctionPresetBC": "FunctionDirichletBC", "NumElements": "NumElems",
            "PresetBC": "DirichletBC", "SideFluxAverage": "SideDiffusiveFluxAverage",
            "SideFluxIntegral": "SideDiffusiveFluxIntegral",
            "VolumeHistogram": "VariableValueVolumeHistogram"}
