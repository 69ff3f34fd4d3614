"""Stress in interfaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor, identity, outer, where
from alces.params import NAME, REALS, VARIABLES, Param
from alces.physics import Material, Points


class ComputeInterfaceStress(Material):
    """Isotropic stress in the planes of diffuse interfaces, for `extra_stress_names` of stress materials.

    sum_i s_i/r_i |grad v_i| (I - n_i n_i) with n_i = grad v_i / |grad v_i|, whose integral across an
    interface is the excess s_i [N/m], r_i the difference of v_i between its sides. Source: Gurtin & Murdoch,
    Arch. Rational Mech. Anal. 57 (1975) 291, smeared over the interface's width.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("v", VARIABLES, doc="order parameters that describe the interfaces", unit="1"),
        Param("stress", REALS, doc="interface stress s: one for all or one for each", unit="N/m"),
        Param("op_range", REALS, (1.0,), doc="range r of the order parameters, likewise", unit="1"),
        Param("planar_stress_name", NAME, "extra_stress", doc="name of the property"),
    )

    def setup(self) -> None:
        n = len(self.p.v)
        for name in ("stress", "op_range"):
            if len(getattr(self.p, name)) not in (1, n):
                raise self.error(name, f"needs one entry, or one for each of the {n} order parameters")
        if not all(r > 0.0 for r in self.p.op_range):
            raise self.error("op_range", "must be positive")
        both = (self.p.stress, self.p.op_range)
        stresses, ranges = (given * n if len(given) == 1 else given for given in both)
        self._factors = [s / r for s, r in zip(stresses, ranges, strict=True)]

    def provides(self) -> Mapping[str, str]:
        return {self.p.planar_stress_name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        total = Tensor.zero()
        for variable, factor in zip(self.p.v, self._factors, strict=True):
            gradient = q.grad(variable)
            length = gradient.norm()
            inverse = where(length > 0.0, 1.0 / where(length > 0.0, length, 1.0), 0.0)
            total = total + (identity * length - outer(gradient, gradient) * inverse) * factor
        return {self.p.planar_stress_name: total}
