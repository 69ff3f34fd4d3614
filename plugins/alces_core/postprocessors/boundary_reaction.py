"""Exact discrete flux through a boundary with prescribed values."""

from __future__ import annotations

from typing import ClassVar

from alces.params import BOUNDARIES, VARIABLE, Param
from alces.physics import GeneralPostprocessor, Status


class BoundaryReaction(GeneralPostprocessor):
    """Sum of a variable's residual over the nodes of boundaries where it is prescribed.

    Where a value is prescribed the equation need not hold; what its residual sums up to is the reaction:
    force on a support, inflow of heat, charge or ions. With the residual ``(rate + source, v) + (flux, grad
    v)`` it is the inflow, and equals the volume integral of rate + source to solver tolerance. Source: G. F.
    Carey, S. S. Chow, M. K. Seager, Comput. Methods Appl. Mech. Eng. 50 (1985) 107.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("variable", VARIABLE, doc="the prescribed variable"),
        Param("boundary", BOUNDARIES, doc="boundaries to sum over"),
    )

    def compute(self, s: Status) -> float:
        return s.reaction(self.p.variable, self.p.boundary)
