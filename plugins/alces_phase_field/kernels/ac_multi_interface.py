"""Gradient energy of several phases with cross terms."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import COUPLEDS, PROPERTIES, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.lists import check_same_length


class ACMultiInterface(Kernel):
    """Gradient term of ``F = sum_{b<a} kappa_ab/2 |A_ab|^2``.

    ``A_ab = eta_a grad eta_b - eta_b grad eta_a``; eta_a is the kernel's variable. Weak form: ``(L sum_b
    kappa_ab A_ab . grad eta_b, v) - (L sum_b kappa_ab eta_b A_ab, grad v)``; the entry of kappa for eta_a
    itself has no effect.

    L: mobility [volume/(energy time)]; kappa_ab: gradient energy coefficients [energy/length].
    Source: B. Nestler, A. A. Wheeler, Phys. Rev. E 57 (1998) 2602, eq. 7. Same term as MOOSE's.
    """

    parameters = (
        Param("etas", COUPLEDS, doc="all order parameters, the kernel's variable among them"),
        Param("kappa_names", PROPERTIES, doc="kappa_ab for each entry b of 'etas'", unit="energy/length"),
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
    )

    def setup(self) -> None:
        check_same_length(self, "etas", "kappa_names")
        if self.p.variable not in self.p.etas:
            raise self.error("etas", f"the kernel's variable '{self.p.variable}' is not among them")
        pairs = zip(self.p.etas, self.p.kappa_names, strict=True)
        self._others = [(eta, kappa) for eta, kappa in pairs if eta != self.p.variable]

    def _cross(self, q: Points, other: str) -> Vector:
        own = self.p.variable
        return q.grad(other) * q.value(own) - q.grad(own) * q.value(other)

    def value(self, q: Points) -> Any:
        terms = (q.property(kappa) * self._cross(q, eta).dot(q.grad(eta)) for eta, kappa in self._others)
        return q.property(self.p.mob_name) * sum(terms, 0.0)

    def flux(self, q: Points) -> Vector:
        total = Vector()
        for eta, kappa in self._others:
            total = total - self._cross(q, eta) * (q.property(kappa) * q.value(eta))
        return total * q.property(self.p.mob_name)
