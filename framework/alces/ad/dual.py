"""A value with the partial derivatives that are structurally non-zero."""
from __future__ import annotations

from typing import Any

Key = int
"""A partial's key: 4 * field + kind, kind 0 = value, 1..3 = gradient component x, y, z."""


class Dual:
    """A value and its partials ``{key: derivative}``; arrays are (cell, point), floats stand for constants.

    A key that is missing means that the derivative is zero whatever the state. Which keys a result has
    depends on the operations alone, never on the numbers, so that one evaluation tells the sparsity of the
    Jacobian.
    """

    __array_ufunc__ = None  # NumPy arrays on the left must defer to the operators below
    __slots__ = ("d", "v")

    def __init__(self, v: Any, d: dict[Key, Any]):
        self.v = v
        self.d = d

    def __repr__(self) -> str:
        return f"Dual({self.v!r}, keys={sorted(self.d)})"

    # -- arithmetic --------------------------------------------------------------------------------
    def __neg__(self) -> Dual:
        return Dual(-self.v, {k: -p for k, p in self.d.items()})

    def __pos__(self) -> Dual:
        return self

    def __add__(self, other: Any) -> Dual:
        if not isinstance(other, Dual):
            return Dual(self.v + other, self.d)
        d = dict(self.d)
        for k, p in other.d.items():
            d[k] = d[k] + p if k in d else p
        return Dual(self.v + other.v, d)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Dual:
        if not isinstance(other, Dual):
            return Dual(self.v - other, self.d)
        d = dict(self.d)
        for k, p in other.d.items():
            d[k] = d[k] - p if k in d else -p
        return Dual(self.v - other.v, d)

    def __rsub__(self, other: Any) -> Dual:
        return Dual(other - self.v, {k: -p for k, p in self.d.items()})

    def __mul__(self, other: Any) -> Dual:
        if not isinstance(other, Dual):
            return Dual(self.v * other, {k: _times(p, other) for k, p in self.d.items()})
        a, b = self.v, other.v
        d = {k: _times(p, b) for k, p in self.d.items()}
        for k, p in other.d.items():
            t = _times(p, a)
            d[k] = d[k] + t if k in d else t
        return Dual(a * b, d)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Dual:
        if not isinstance(other, Dual):
            return self * (1.0 / other)
        inverse = 1.0 / other.v
        quotient = self.v * inverse
        d = {k: _times(p, inverse) for k, p in self.d.items()}
        slope = -(quotient * inverse)
        for k, p in other.d.items():
            t = _times(p, slope)
            d[k] = d[k] + t if k in d else t
        return Dual(quotient, d)

    def __rtruediv__(self, other: Any) -> Dual:
        inverse = 1.0 / self.v
        return chain(self, other * inverse, -(other * inverse * inverse))

    def __pow__(self, exponent: Any) -> Any:
        if isinstance(exponent, Dual):
            from alces.ad.functions import power

            return power(self, exponent)
        if isinstance(exponent, (int, float)):
            if exponent == 2:
                return self * self
            if exponent == 1:
                return self
            if exponent == 0:  # also at zero, where the general slope is 0 * inf
                return chain(self, self.v**0, 0.0 * self.v)
        return chain(self, self.v**exponent, exponent * self.v ** (exponent - 1))

    def __rpow__(self, base: Any) -> Any:
        from alces.ad.functions import power

        return power(base, self)

    # -- comparisons look at values only -----------------------------------------------------------
    def __lt__(self, other: Any) -> Any:
        return self.v < value(other)

    def __le__(self, other: Any) -> Any:
        return self.v <= value(other)

    def __gt__(self, other: Any) -> Any:
        return self.v > value(other)

    def __ge__(self, other: Any) -> Any:
        return self.v >= value(other)

    def __eq__(self, other: object) -> Any:
        return self.v == value(other)

    def __ne__(self, other: object) -> Any:
        return self.v != value(other)

    __hash__ = None  # type: ignore[assignment]  # equality is elementwise


def _times(p: Any, a: Any) -> Any:
    """``p * a``, free of charge where the partial is the constant one of a field itself."""
    return a if type(p) is float and p == 1.0 else p * a


def value(x: Any) -> Any:
    """`x` without its partials."""
    return x.v if isinstance(x, Dual) else x


def partials(x: Any) -> dict[Key, Any]:
    """The partials of `x`; none for plain numbers and arrays."""
    return x.d if isinstance(x, Dual) else {}


def chain(x: Dual, v: Any, slope: Any) -> Dual:
    """The dual of a function of one argument with value `v` and derivative `slope` at `x`."""
    return Dual(v, {k: _times(p, slope) for k, p in x.d.items()})
