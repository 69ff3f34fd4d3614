"""Anisotropic gradient energy of several phases: the part that is a diffusion."""
from __future__ import annotations

from alces.params import NAME, Param

from alces_phase_field.kernels.ac_interface import ACInterface


class ACInterface2DMultiPhase2(ACInterface):
    """The same weak form as `ACInterface`, ``(kappa grad eta, grad(L v))``; kappa depends on gradients.

    Goes with `ACInterface2DMultiPhase1`. Source: L. K. Aagesen et al., Phys. Rev. E 98 (2018) 023309. Same
    term as MOOSE's.
    """

    parameters = (
        Param("dkappadgrad_etaa_name", NAME, "dkappadgrad_etaa",
              doc="not needed: partials come by themselves"),
    )
