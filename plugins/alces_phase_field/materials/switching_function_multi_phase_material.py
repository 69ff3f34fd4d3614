"""Switching function of a phase that may have many order parameters."""

from __future__ import annotations

from collections.abc import Sequence

from alces.params import NAME, VARIABLES, Param

from alces_phase_field.derivative_material import DerivativeMaterial


class SwitchingFunctionMultiPhaseMaterial(DerivativeMaterial):
    """``h = (sum of eta^2 over the phase) / (sum of eta^2 over all phases)``, with derivatives to second
    order.

    Source: N. Moelans, Acta Mater. 59 (2011) 1077, eq. 12. Same as MOOSE's.
    """

    order = 2
    parameters = (
        Param("h_name", NAME, doc="name of the property"),
        Param("all_etas", VARIABLES, doc="order parameters of all phases"),
        Param("phase_etas", VARIABLES, doc="order parameters of this phase"),
    )

    def setup(self) -> None:
        strange = sorted(set(self.p.phase_etas) - set(self.p.all_etas))
        if strange:
            raise self.error("phase_etas", f"'{strange[0]}' is not one of 'all_etas'")

    @property
    def property_name(self) -> str:
        return self.p.h_name

    def formula(self) -> str:
        part, whole = ("+".join(f"{v}^2" for v in names) for names in (self.p.phase_etas, self.p.all_etas))
        return f"({part})/({whole})"

    def variables(self) -> Sequence[str]:
        return self.p.all_etas
