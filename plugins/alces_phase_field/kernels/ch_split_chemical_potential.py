"""A chemical potential that a material defines."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import Kernel, Points


class CHSplitChemicalPotential(Kernel):
    """Definition of the variable mu by a property. Weak form: ``(mu - property, v)``.

    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's.
    """

    parameters = (Param("chemical_potential", PROPERTY, doc="property that the variable equals"),)

    def value(self, q: Points) -> Any:
        return q.value(self.p.variable) - q.property(self.p.chemical_potential)
