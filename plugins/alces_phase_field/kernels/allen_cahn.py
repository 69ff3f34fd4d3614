"""Bulk driving force of the Allen-Cahn equation."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class AllenCahn(Kernel):
    """Bulk term of ``d eta/dt = -L dF/d eta`` for a free energy density F.

    Weak form: ``(L dF/d eta, v)``. F comes from a material that also provides the derivative property
    ``dF/d<variable>``, such as `DerivativeParsedMaterial`; only that derivative enters.

    L: mobility [volume/(energy time)]; F: free energy density [energy/volume].
    Source: S. M. Allen, J. W. Cahn, Acta Metall. 27 (1979) 1085. Same term as MOOSE's AllenCahn.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param(
            "f_name",
            PROPERTY,
            doc="free energy density F whose derivative property is used",
            unit="energy/volume",
        ),
        Param(
            "coupled_variables",
            COUPLEDS,
            (),
            doc="further variables of F and L (their partials come by themselves)",
            aliases=("args",),
        ),
    )

    def setup(self) -> None:
        self._slope = slope_name(self, "f_name", self.p.variable)

    def value(self, q: Points) -> Any:
        return q.property(self.p.mob_name) * q.property(self._slope)
