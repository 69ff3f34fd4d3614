"""A symmetric double well of a concentration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from alces.params import INTEGER, NAME, VARIABLE, Param

from alces_phase_field.derivative_material import ENABLE_JIT, DerivativeMaterial


class MathEBFreeEnergy(DerivativeMaterial):
    """``F = (1 + c)^2 (1 - c)^2 / 4``, with its derivatives by c.

    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same as MOOSE's MathEBFreeEnergy.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("c", VARIABLE, doc="concentration"),
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        ENABLE_JIT,
        Param("derivative_order", INTEGER, 3, doc="highest order of the derivatives",
              range="derivative_order >= 0"),
    )

    def setup(self) -> None:
        self.order = self.p.derivative_order  # type: ignore[misc]

    @property
    def property_name(self) -> str:
        return self.p.property_name

    def formula(self) -> str:
        return f"0.25*(1+{self.p.c})^2*(1-{self.p.c})^2"

    def variables(self) -> Sequence[str]:
        return (self.p.c,)
