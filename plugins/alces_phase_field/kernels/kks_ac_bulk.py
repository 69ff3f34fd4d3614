"""Common part of the two-phase KKS driving forces."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class KKSACBulk(Kernel):
    """``(L dF/d eta, v)`` with a part of dF/d eta that subclasses define; h(eta) comes with ``dh/d eta``."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("fa_name", PROPERTY, doc="free energy density of phase a", unit="energy/volume"),
        Param("h_name", PROPERTY, "h", doc="switching function h(eta), 0 in phase a, 1 in phase b"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables (their partials come by themselves)",
              aliases=("args",)),
    )

    def setup(self) -> None:
        self._dh = slope_name(self, "h_name", self.p.variable)

    def value(self, q: Points) -> Any:
        return q.property(self.p.mob_name) * self.force(q)

    def force(self, q: Points) -> Any:
        """The part of dF/d eta."""
        raise NotImplementedError(f"{type(self).__name__} defines no force")
