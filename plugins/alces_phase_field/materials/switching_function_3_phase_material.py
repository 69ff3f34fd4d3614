"""Switching function of three phases."""

from __future__ import annotations

from collections.abc import Sequence

from alces.params import NAME, VARIABLE, Param

from alces_phase_field.derivative_material import ENABLE_JIT, DerivativeMaterial


class SwitchingFunction3PhaseMaterial(DerivativeMaterial):
    """``h_i = eta_i^2/4 (15 (1 - eta_i) (1 + eta_i - (eta_k - eta_j)^2) + eta_i (9 eta_i^2 - 5))``.

    The three h_i sum to 1 where the order parameters do. Provides the derivatives up to third order too.
    Source: R. Folch, M. Plapp, Phys. Rev. E 72 (2005) 011602, eq. 2.15. Same as MOOSE's.
    """

    parameters = (
        Param("eta_i", VARIABLE, doc="order parameter of the phase"),
        Param("eta_j", VARIABLE, doc="order parameter of another phase"),
        Param("eta_k", VARIABLE, doc="order parameter of the third phase"),
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        ENABLE_JIT,
    )

    @property
    def property_name(self) -> str:
        return self.p.property_name

    def formula(self) -> str:
        i, j, k = self.variables()
        return f"0.25*{i}^2*(15*(1-{i})*(1+{i}-({k}-{j})^2)+{i}*(9*{i}^2-5))"

    def variables(self) -> Sequence[str]:
        return (self.p.eta_i, self.p.eta_j, self.p.eta_k)
