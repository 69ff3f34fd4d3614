"""Base classes of everything that a plugin can bring; no physics of its own."""
from __future__ import annotations

from alces.physics.action import Action
from alces.physics.aux import AuxKernel
from alces.physics.base import Object
from alces.physics.conditions import IntegratedBC, NodalBC
from alces.physics.function import Function
from alces.physics.initial import InitialCondition
from alces.physics.kernel import Kernel
from alces.physics.material import Material, derivative_name
from alces.physics.mesh_generator import MeshGenerator
from alces.physics.points import Points, Status
from alces.physics.postprocessor import (
    ElementPostprocessor,
    GeneralPostprocessor,
    NodePostprocessor,
    PointPostprocessor,
    Postprocessor,
    SidePostprocessor,
)
from alces.physics.stepping import StepReport, TimeStepper
from alces.physics.user_object import UserObject
from alces.physics.vector_postprocessor import PointSampler, VectorPostprocessor

__all__ = [
    "Action", "AuxKernel", "ElementPostprocessor", "Function", "GeneralPostprocessor", "InitialCondition",
    "IntegratedBC", "Kernel", "Material", "MeshGenerator", "NodalBC", "NodePostprocessor", "Object",
    "PointPostprocessor", "PointSampler", "Points", "Postprocessor", "SidePostprocessor", "Status",
    "StepReport", "TimeStepper", "UserObject", "VectorPostprocessor", "derivative_name",
]
