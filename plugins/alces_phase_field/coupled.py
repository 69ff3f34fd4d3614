"""A parameter that many terms share."""
from __future__ import annotations

from alces.params import COUPLEDS, Param

COUPLED_VARIABLES = Param("coupled_variables", COUPLEDS, (), aliases=("args",),
                          doc="further variables of the properties (their partials come by themselves)")
