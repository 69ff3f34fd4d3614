"""Base classes of everything that a plugin can bring; no physics of its own."""
from __future__ import annotations

from alces.physics.action import Action
from alces.physics.aux import AuxKernel, ResidualAux
from alces.physics.base import Object
from alces.physics.conditions import IntegratedBC, NodalBC
from alces.physics.dirac import DiracKernel
from alces.physics.function import Function
from alces.physics.initial import InitialCondition
from alces.physics.kernel import Kernel
from alces.physics.lazy import LazyProperties
from alces.physics.material import Material, derivative_name
from alces.physics.mesh_generator import MeshGenerator
from alces.physics.points import Points, Status
from alces.physics.position_noise import noise
from alces.physics.postprocessor import (
    ElementPostprocessor,
    GeneralPostprocessor,
    NodePostprocessor,
    PointPostprocessor,
    Postprocessor,
    SearchPostprocessor,
    SidePostprocessor,
)
from alces.physics.stepping import FieldError, LocalError, StepReport, TimeStepper
from alces.physics.user_object import UserObject, Verdict
from alces.physics.vector_postprocessor import (
    CellSampler,
    GeneralVectorPostprocessor,
    Histogram,
    LineSampler,
    NodeSampler,
    PointSampler,
    Sampler,
    SideSampler,
    VectorPostprocessor,
)

__all__ = [
    "Action", "AuxKernel", "CellSampler", "DiracKernel", "ElementPostprocessor", "FieldError", "Function",
    "GeneralPostprocessor", "GeneralVectorPostprocessor", "Histogram", "InitialCondition",
    "IntegratedBC", "Kernel", "LazyProperties", "LineSampler", "LocalError", "Material", "MeshGenerator",
    "NodalBC", "NodePostprocessor", "NodeSampler", "Object", "PointPostprocessor", "PointSampler", "Points",
    "Postprocessor", "ResidualAux", "Sampler", "SearchPostprocessor", "SidePostprocessor", "SideSampler",
    "Status", "StepReport", "TimeStepper", "UserObject", "VectorPostprocessor", "Verdict", "derivative_name",
    "noise",
]
