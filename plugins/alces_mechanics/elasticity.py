"""Stiffnesses: what maps an elastic strain to a stress.

Components are floats, arrays or duals; a component that is the float ``0.0`` costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from alces.ad import Tensor, identity

VOIGT = ((0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1))
"""Tensor indices of Voigt's six components: xx, yy, zz, yz, xz, xy."""


class Stiffness(Protocol):
    """A linear elastic law."""

    def stress(self, strain: Tensor) -> Tensor:
        """Stress of an elastic strain."""

    def strain(self, stress: Tensor) -> Tensor:
        """Elastic strain of a stress."""

    def component(self, i: int, j: int) -> Any:
        """Entry C_ij of Voigt's 6 x 6 matrix (for strains with doubled shear components)."""


class IsotropicStiffness:
    """Isotropic law ``stress = lame tr(strain) I + 2 shear strain``; both moduli may depend on fields."""

    def __init__(self, lame: Any, shear: Any):
        self.lame, self.shear = lame, shear

    @classmethod
    def from_young(cls, young: Any, poisson: Any) -> IsotropicStiffness:
        """From Young's modulus and Poisson's ratio."""
        shear = young * (0.5 / (1.0 + poisson))
        return cls(shear * (2.0 * poisson / (1.0 - 2.0 * poisson)), shear)

    @property
    def bulk(self) -> Any:
        """Bulk modulus, for the mean stress: ``tr(stress)/3 = bulk tr(strain)``."""
        return self.lame + self.shear * (2.0 / 3.0)

    def stress(self, strain: Tensor) -> Tensor:
        """Stress of an elastic strain."""
        return strain * (2.0 * self.shear) + identity * (self.lame * strain.trace())

    def strain(self, stress: Tensor) -> Tensor:
        """Elastic strain of a stress."""
        shear2 = 2.0 * self.shear
        return (stress - identity * (stress.trace() * (self.lame / (3.0 * self.bulk)))) * (1.0 / shear2)

    def component(self, i: int, j: int) -> Any:
        """Entry C_ij of Voigt's matrix."""
        normal = self.lame if i < 3 and j < 3 else 0.0
        if i != j:
            return normal
        return normal + 2.0 * self.shear if i < 3 else self.shear


class AnisotropicStiffness:
    """Any law, given by Voigt's symmetric 6 x 6 matrix (for strains with doubled shear components)."""

    def __init__(self, matrix: Sequence[Sequence[Any]]):
        self.matrix = matrix

    def stress(self, strain: Tensor) -> Tensor:
        """Stress of an elastic strain."""
        engineering = [strain[ij] if i < 3 else _times(strain[ij], 2.0) for i, ij in enumerate(VOIGT)]
        return Tensor.symmetric(*(self._row(row, engineering) for row in self.matrix))

    @staticmethod
    def _row(row: Sequence[Any], engineering: Sequence[Any]) -> Any:
        total: Any = 0.0
        for c, e in zip(row, engineering, strict=True):
            term = _times(c, e)
            if not _is_zero(term):
                total = term if _is_zero(total) else total + term
        return total

    def strain(self, stress: Tensor) -> Tensor:
        """Elastic strain of a stress: elimination without pivots, as the matrix is positive definite.

        Raises:
            ZeroDivisionError: it is singular by structure.
        """
        a = [list(row) for row in self.matrix]
        b = [stress[ij] for ij in VOIGT]
        for k in range(6):
            for i in range(k + 1, 6):
                factor = _times(a[i][k], 1.0 / a[k][k])
                a[i] = [_minus(c, _times(factor, d)) for c, d in zip(a[i], a[k], strict=True)]
                b[i] = _minus(b[i], _times(factor, b[k]))
        for k in reversed(range(6)):
            for j in range(k + 1, 6):
                b[k] = _minus(b[k], _times(a[k][j], b[j]))
            b[k] = _times(b[k], 1.0 / a[k][k])
        return Tensor.symmetric(*b[:3], *(_times(e, 0.5) for e in b[3:]))

    def component(self, i: int, j: int) -> Any:
        """Entry C_ij of Voigt's matrix."""
        return self.matrix[i][j]


def mixture(stiffnesses: Sequence[Stiffness], weights: Sequence[Any]) -> Stiffness:
    """The law whose constants are the weighted sums of those of others."""

    def total(terms: Iterable[Any]) -> Any:
        found: Any = 0.0
        for w, c in zip(weights, terms, strict=True):
            term = _times(w, c)
            if not _is_zero(term):
                found = term if _is_zero(found) else found + term
        return found

    isotropic = [c for c in stiffnesses if isinstance(c, IsotropicStiffness)]
    if len(isotropic) == len(stiffnesses):
        return IsotropicStiffness(total(c.lame for c in isotropic), total(c.shear for c in isotropic))
    return AnisotropicStiffness(
        [[total(c.component(i, j) for c in stiffnesses) for j in range(6)] for i in range(6)]
    )


def _is_zero(a: Any) -> bool:
    return type(a) is float and a == 0.0


def _minus(a: Any, b: Any) -> Any:
    """Difference that keeps structural zeros."""
    return a if _is_zero(b) else a - b


def _times(a: Any, b: Any) -> Any:
    """Product that keeps structural zeros."""
    return 0.0 if _is_zero(a) or _is_zero(b) else a * b
