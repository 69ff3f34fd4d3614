"""Tables drawn from the solution, and point sources."""
from __future__ import annotations

from alces_core.dirackernels.constant_point_source import ConstantPointSource
from alces_core.dirackernels.function_dirac_source import FunctionDiracSource
from alces_core.vectorpostprocessors.constant_vector_postprocessor import ConstantVectorPostprocessor
from alces_core.vectorpostprocessors.element_value_sampler import ElementValueSampler
from alces_core.vectorpostprocessors.line_function_sampler import LineFunctionSampler
from alces_core.vectorpostprocessors.line_material_real_sampler import LineMaterialRealSampler
from alces_core.vectorpostprocessors.nodal_value_sampler import NodalValueSampler
from alces_core.vectorpostprocessors.point_value_sampler import PointValueSampler
from alces_core.vectorpostprocessors.side_value_sampler import SideValueSampler
from alces_core.vectorpostprocessors.variable_value_volume_histogram import (
    VariableValueVolumeHistogram,
)
from alces_core.vectorpostprocessors.vector_of_postprocessors import VectorOfPostprocessors

OBJECTS: list[type] = [
    ConstantPointSource, ConstantVectorPostprocessor, ElementValueSampler, FunctionDiracSource,
    LineFunctionSampler, LineMaterialRealSampler, NodalValueSampler, PointValueSampler,
    SideValueSampler, VariableValueVolumeHistogram, VectorOfPostprocessors,
]
