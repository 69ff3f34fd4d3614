"""Objects that decks use less often."""
from __future__ import annotations

from alces_phase_field.kernels.ac_barrier_function import ACBarrierFunction
from alces_phase_field.kernels.ac_interface_kobayashi1 import ACInterfaceKobayashi1
from alces_phase_field.kernels.ac_interface_kobayashi2 import ACInterfaceKobayashi2
from alces_phase_field.kernels.ac_kappa_function import ACKappaFunction
from alces_phase_field.kernels.coupled_allen_cahn import CoupledAllenCahn
from alces_phase_field.kernels.laplacian_split import LaplacianSplit
from alces_phase_field.kernels.simple_ac_interface import SimpleACInterface
from alces_phase_field.kernels.switching_function_constraint_eta import SwitchingFunctionConstraintEta
from alces_phase_field.kernels.switching_function_constraint_lagrange import (
    SwitchingFunctionConstraintLagrange,
)
from alces_phase_field.kernels.switching_function_penalty import SwitchingFunctionPenalty
from alces_phase_field.materials.interface_orientation_material import InterfaceOrientationMaterial
from alces_phase_field.materials.multi_barrier_function_material import MultiBarrierFunctionMaterial

OBJECTS: list[type] = [
    ACBarrierFunction,
    ACInterfaceKobayashi1,
    ACInterfaceKobayashi2,
    ACKappaFunction,
    CoupledAllenCahn,
    InterfaceOrientationMaterial,
    LaplacianSplit,
    MultiBarrierFunctionMaterial,
    SimpleACInterface,
    SwitchingFunctionConstraintEta,
    SwitchingFunctionConstraintLagrange,
    SwitchingFunctionPenalty,
]
