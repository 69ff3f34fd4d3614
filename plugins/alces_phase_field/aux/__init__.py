"""Local free energies and grain boundaries."""
from __future__ import annotations

from alces_phase_field.aux.bnds_calc_aux import BndsCalcAux
from alces_phase_field.aux.cross_term_gradient_free_energy import CrossTermGradientFreeEnergy
from alces_phase_field.aux.grain_boundary_velocity import GrainBoundaryVelocity
from alces_phase_field.aux.kks_global_free_energy import KKSGlobalFreeEnergy
from alces_phase_field.aux.kks_multi_free_energy import KKSMultiFreeEnergy
from alces_phase_field.aux.total_free_energy import TotalFreeEnergy

OBJECTS: list[type] = [
    BndsCalcAux,
    CrossTermGradientFreeEnergy,
    GrainBoundaryVelocity,
    KKSGlobalFreeEnergy,
    KKSMultiFreeEnergy,
    TotalFreeEnergy,
]
