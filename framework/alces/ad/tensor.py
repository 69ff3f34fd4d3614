"""Vectors and second-order tensors whose components are floats, arrays or duals.

Components are kept apart (not stacked in an array) so that each carries its own partials; the Python float
``0.0`` is a structural zero: it costs nothing and stays zero whatever the state.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from alces.ad.functions import norm_sqrt


def _is_zero(a: Any) -> bool:
    return type(a) is float and a == 0.0


def _add(a: Any, b: Any) -> Any:
    if _is_zero(b):
        return a
    return b if _is_zero(a) else a + b


def _sub(a: Any, b: Any) -> Any:
    if _is_zero(b):
        return a
    return -b if _is_zero(a) else a - b


def _mul(a: Any, b: Any) -> Any:
    return 0.0 if _is_zero(a) or _is_zero(b) else a * b


def _sum(terms: Iterator[Any]) -> Any:
    total: Any = 0.0
    for term in terms:
        total = _add(total, term)
    return total


class Vector:
    """Three components x, y, z; those beyond the mesh dimension are structural zeros."""

    __array_ufunc__ = None
    __slots__ = ("c",)

    def __init__(self, x: Any = 0.0, y: Any = 0.0, z: Any = 0.0):
        self.c = (x, y, z)

    def __getitem__(self, i: int) -> Any:
        return self.c[i]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.c)

    def __repr__(self) -> str:
        return f"Vector{self.c!r}"

    def map(self, f: Callable[[Any], Any]) -> Vector:
        """`f` applied to every component that is not a structural zero."""
        return Vector(*(0.0 if _is_zero(a) else f(a) for a in self.c))

    def __neg__(self) -> Vector:
        return Vector(*(_sub(0.0, a) for a in self.c))

    def __add__(self, other: Vector) -> Vector:
        return Vector(*map(_add, self.c, other.c))

    def __sub__(self, other: Vector) -> Vector:
        return Vector(*map(_sub, self.c, other.c))

    def __mul__(self, factor: Any) -> Vector:
        return Vector(*(_mul(a, factor) for a in self.c))

    __rmul__ = __mul__

    def __truediv__(self, factor: Any) -> Vector:
        return self * (1.0 / factor)

    def dot(self, other: Vector) -> Any:
        """Scalar product."""
        return _sum(map(_mul, self.c, other.c))

    def norm(self) -> Any:
        """Euclidean length; its derivative at zero is zero."""
        return norm_sqrt(self.dot(self))


class Tensor:
    """Second-order tensor, components [i][j]."""

    __array_ufunc__ = None
    __slots__ = ("c",)

    def __init__(self, rows: Any):
        self.c = tuple(tuple(row) for row in rows)

    @classmethod
    def zero(cls) -> Tensor:
        """The zero tensor, every component a structural zero."""
        return cls(((0.0,) * 3,) * 3)

    @classmethod
    def diagonal(cls, xx: Any, yy: Any, zz: Any) -> Tensor:
        """Tensor with the given diagonal."""
        return cls(((xx, 0.0, 0.0), (0.0, yy, 0.0), (0.0, 0.0, zz)))

    @classmethod
    def symmetric(cls, xx: Any, yy: Any, zz: Any, yz: Any = 0.0, xz: Any = 0.0, xy: Any = 0.0) -> Tensor:
        """Symmetric tensor from its six components in Voigt's order."""
        return cls(((xx, xy, xz), (xy, yy, yz), (xz, yz, zz)))

    def __getitem__(self, ij: Any) -> Any:
        """``t[i, j]`` is a component, ``t[i]`` the row as a `Vector`."""
        return self.c[ij[0]][ij[1]] if isinstance(ij, tuple) else Vector(*self.c[ij])

    def __repr__(self) -> str:
        return f"Tensor{self.c!r}"

    def map(self, f: Callable[[Any], Any]) -> Tensor:
        """`f` applied to every component that is not a structural zero; shared components stay shared."""
        done: dict[int, Any] = {}

        def once(a: Any) -> Any:
            if _is_zero(a):
                return 0.0
            if id(a) not in done:
                done[id(a)] = f(a)
            return done[id(a)]

        return Tensor([[once(a) for a in row] for row in self.c])

    def _with(self, f: Callable[[Any, Any], Any], other: Tensor) -> Tensor:
        done: dict[tuple[int, int], Any] = {}

        def once(a: Any, b: Any) -> Any:
            key = (id(a), id(b))
            if key not in done:
                done[key] = f(a, b)
            return done[key]

        return Tensor(
            [[once(a, b) for a, b in zip(r, s, strict=True)] for r, s in zip(self.c, other.c, strict=True)]
        )

    def __neg__(self) -> Tensor:
        return self.map(lambda a: -a)

    def __add__(self, other: Tensor) -> Tensor:
        return self._with(_add, other)

    def __sub__(self, other: Tensor) -> Tensor:
        return self._with(_sub, other)

    def __mul__(self, factor: Any) -> Tensor:
        return Tensor.zero() if _is_zero(factor) else self.map(lambda a: a * factor)

    __rmul__ = __mul__

    def __truediv__(self, factor: Any) -> Tensor:
        return self * (1.0 / factor)

    @property
    def T(self) -> Tensor:
        """Transpose."""
        return Tensor(zip(*self.c, strict=True))

    def symmetric_part(self) -> Tensor:
        """(t + t^T)/2; both off-diagonal components are the same object."""
        c = self.c
        half = [_mul(_add(c[i][j], c[j][i]), 0.5) for i, j in ((1, 2), (0, 2), (0, 1))]
        return Tensor.symmetric(c[0][0], c[1][1], c[2][2], *half)

    def trace(self) -> Any:
        """Sum of the diagonal."""
        return _sum(self.c[i][i] for i in range(3))

    def deviator(self) -> Tensor:
        """t - tr(t)/3 I."""
        third = _mul(self.trace(), 1.0 / 3.0)
        return self - Tensor.diagonal(third, third, third)

    def ddot(self, other: Tensor) -> Any:
        """Double contraction t_ij s_ij; shared (symmetric) components are multiplied once."""
        weights: dict[tuple[int, int], list[Any]] = {}
        for r, s in zip(self.c, other.c, strict=True):
            for a, b in zip(r, s, strict=True):
                if not (_is_zero(a) or _is_zero(b)):
                    weights.setdefault((id(a), id(b)), [0.0, a, b])[0] += 1.0
        return _sum(a * b if n == 1.0 else (n * a) * b for n, a, b in weights.values())

    def norm(self) -> Any:
        """Frobenius norm; its derivative at zero is zero."""
        return norm_sqrt(self.ddot(self))

    def dot(self, v: Vector) -> Vector:
        """Matrix times vector."""
        return Vector(*(_sum(map(_mul, row, v.c)) for row in self.c))

    def matmul(self, other: Tensor) -> Tensor:
        """Matrix product."""
        columns = list(zip(*other.c, strict=True))
        return Tensor([[_sum(map(_mul, row, column)) for column in columns] for row in self.c])


identity = Tensor.diagonal(1.0, 1.0, 1.0)
"""The second-order unit tensor."""


def outer(a: Vector, b: Vector) -> Tensor:
    """Dyadic product a_i b_j."""
    return Tensor([[_mul(x, y) for y in b.c] for x in a.c])
