"""Weighted sum of postprocessors."""
from __future__ import annotations

from alces.params import POSTPROCESSORS, REAL, REALS, Param
from alces.physics import GeneralPostprocessor, Status
from alces_core.lists import require_length


class LinearCombinationPostprocessor(GeneralPostprocessor):
    """sum_i c_i p_i + b."""

    parameters = (
        Param("pp_names", POSTPROCESSORS, doc="postprocessors p_i"),
        Param("pp_coefs", REALS, doc="coefficients c_i"),
        Param("b", REAL, 0.0, doc="constant b"),
    )

    def setup(self) -> None:
        require_length(self, "pp_coefs", "pp_names")

    def compute(self, s: Status) -> float:
        terms = zip(self.p.pp_coefs, self.p.pp_names, strict=True)
        return self.p.b + sum(c * s.postprocessor(name) for c, name in terms)
