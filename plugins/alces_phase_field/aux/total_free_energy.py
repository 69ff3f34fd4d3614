"""Bulk and gradient energy density."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import Points

from alces_phase_field.aux.free_energy import FreeEnergy


class TotalFreeEnergy(FreeEnergy):
    """See `FreeEnergy`; F_bulk is a property. Same as MOOSE's TotalFreeEnergy."""

    parameters = (
        Param("f_name", PROPERTY, "F", doc="bulk free energy density", unit="energy/volume"),
    )

    def bulk(self, q: Points) -> Any:
        return q.property(self.p.f_name)
