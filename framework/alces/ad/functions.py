"""Elementary functions on floats, arrays and `Dual` numbers."""
from __future__ import annotations

import math
from typing import Any

from alces import backend
from alces.ad.dual import Dual, chain, value


def _plain(name: str, x: Any) -> Any:
    return backend.active().apply(name, x)


def exp(x: Any) -> Any:
    """Exponential."""
    if isinstance(x, Dual):
        e = _plain("exp", x.v)
        return chain(x, e, e)
    return _plain("exp", x)


def log(x: Any) -> Any:
    """Natural logarithm."""
    return chain(x, _plain("log", x.v), 1.0 / x.v) if isinstance(x, Dual) else _plain("log", x)


def sqrt(x: Any) -> Any:
    """Square root."""
    if isinstance(x, Dual):
        r = _plain("sqrt", x.v)
        return chain(x, r, 0.5 / r)
    return _plain("sqrt", x)


def norm_sqrt(x: Any) -> Any:
    """Square root of a squared norm: at zero the derivative is taken as zero instead of infinite."""
    if isinstance(x, Dual):
        r = _plain("sqrt", x.v)
        positive = x.v > 0
        return chain(x, r, where(positive, 0.5 / where(positive, r, 1.0), 0.0))
    return _plain("sqrt", x)


def sin(x: Any) -> Any:
    """Sine."""
    return chain(x, _plain("sin", x.v), _plain("cos", x.v)) if isinstance(x, Dual) else _plain("sin", x)


def cos(x: Any) -> Any:
    """Cosine."""
    return chain(x, _plain("cos", x.v), -_plain("sin", x.v)) if isinstance(x, Dual) else _plain("cos", x)


def tan(x: Any) -> Any:
    """Tangent."""
    if isinstance(x, Dual):
        t = _plain("tan", x.v)
        return chain(x, t, 1.0 + t * t)
    return _plain("tan", x)


def sinh(x: Any) -> Any:
    """Hyperbolic sine."""
    return chain(x, _plain("sinh", x.v), _plain("cosh", x.v)) if isinstance(x, Dual) else _plain("sinh", x)


def cosh(x: Any) -> Any:
    """Hyperbolic cosine."""
    return chain(x, _plain("cosh", x.v), _plain("sinh", x.v)) if isinstance(x, Dual) else _plain("cosh", x)


def tanh(x: Any) -> Any:
    """Hyperbolic tangent."""
    if isinstance(x, Dual):
        t = _plain("tanh", x.v)
        return chain(x, t, 1.0 - t * t)
    return _plain("tanh", x)


def asin(x: Any) -> Any:
    """Inverse sine."""
    return (
        chain(x, _plain("asin", x.v), (1.0 - x.v * x.v) ** -0.5)
        if isinstance(x, Dual)
        else _plain("asin", x)
    )


def acos(x: Any) -> Any:
    """Inverse cosine."""
    return (
        chain(x, _plain("acos", x.v), -((1.0 - x.v * x.v) ** -0.5))
        if isinstance(x, Dual)
        else _plain("acos", x)
    )


def atan(x: Any) -> Any:
    """Inverse tangent."""
    return (
        chain(x, _plain("atan", x.v), 1.0 / (1.0 + x.v * x.v))
        if isinstance(x, Dual)
        else _plain("atan", x)
    )


def asinh(x: Any) -> Any:
    """Inverse hyperbolic sine."""
    return (
        chain(x, _plain("asinh", x.v), (x.v * x.v + 1.0) ** -0.5)
        if isinstance(x, Dual)
        else _plain("asinh", x)
    )


def acosh(x: Any) -> Any:
    """Inverse hyperbolic cosine."""
    return (
        chain(x, _plain("acosh", x.v), (x.v * x.v - 1.0) ** -0.5)
        if isinstance(x, Dual)
        else _plain("acosh", x)
    )


def atanh(x: Any) -> Any:
    """Inverse hyperbolic tangent."""
    return (
        chain(x, _plain("atanh", x.v), 1.0 / (1.0 - x.v * x.v))
        if isinstance(x, Dual)
        else _plain("atanh", x)
    )


def erf(x: Any) -> Any:
    """Error function."""
    slope = 2.0 / math.sqrt(math.pi)
    if isinstance(x, Dual):
        return chain(x, backend.active().erf(x.v), slope * exp(-x.v * x.v))
    return backend.active().erf(x)


def atan2(y: Any, x: Any) -> Any:
    """Angle of the point (x, y), in (-pi, pi]."""
    a, b = value(y), value(x)
    angle = backend.active().apply2("atan2", a, b)
    if not (isinstance(y, Dual) or isinstance(x, Dual)):
        return angle
    r2 = a * a + b * b
    r2 = where(r2 > 0, r2, 1.0)
    return _two(y, x, angle, b / r2, -a / r2)


def power(x: Any, y: Any) -> Any:
    """``x ** y`` for any pair of floats, arrays and duals."""
    if not isinstance(y, Dual):
        return x**y
    v = value(x) ** y.v
    log_x = _plain("log", where(value(x) > 0, value(x), 1.0))
    return _two(x, y, v, y.v * value(x) ** (y.v - 1.0), v * log_x)


def abs(x: Any) -> Any:
    """Absolute value; the derivative at zero is zero."""
    return chain(x, _plain("abs", x.v), _plain("sign", x.v)) if isinstance(x, Dual) else _plain("abs", x)


def sign(x: Any) -> Any:
    """-1, 0 or 1; the derivative is zero."""
    return _plain("sign", value(x))


def floor(x: Any) -> Any:
    """Largest integer below; the derivative is zero."""
    return _plain("floor", value(x))


def ceil(x: Any) -> Any:
    """Smallest integer above; the derivative is zero."""
    return _plain("ceil", value(x))


def maximum(x: Any, y: Any) -> Any:
    """The larger of two; where they are equal, the derivative of the second."""
    if isinstance(x, Dual) or isinstance(y, Dual):
        return where(value(x) > value(y), x, y)
    return backend.active().apply2("maximum", x, y)


def minimum(x: Any, y: Any) -> Any:
    """The smaller of two; where they are equal, the derivative of the second."""
    if isinstance(x, Dual) or isinstance(y, Dual):
        return where(value(x) < value(y), x, y)
    return backend.active().apply2("minimum", x, y)


def clip(x: Any, low: float, high: float) -> Any:
    """`x` limited to [low, high]; the derivative is zero where it is limited."""
    if not isinstance(x, Dual):
        return backend.active().clip(x, low, high)
    inside = (x.v >= low) & (x.v <= high)
    return Dual(backend.active().clip(x.v, low, high), {k: where(inside, p, 0.0) for k, p in x.d.items()})


def where(condition: Any, x: Any, y: Any) -> Any:
    """`x` where the condition holds, else `y`; the partials of both exist everywhere."""
    if not (isinstance(x, Dual) or isinstance(y, Dual)):
        return backend.active().where(condition, x, y)
    dx = x.d if isinstance(x, Dual) else {}
    dy = y.d if isinstance(y, Dual) else {}
    d = {
        k: backend.active().where(condition, dx.get(k, 0.0), dy.get(k, 0.0))
        for k in (*dx, *(k for k in dy if k not in dx))
    }
    return Dual(backend.active().where(condition, value(x), value(y)), d)


def _two(x: Any, y: Any, v: Any, slope_x: Any, slope_y: Any) -> Dual:
    """The dual of a function of two arguments."""
    d = {}
    if isinstance(x, Dual):
        d = {k: p * slope_x for k, p in x.d.items()}
    if isinstance(y, Dual):
        for k, p in y.d.items():
            d[k] = d[k] + p * slope_y if k in d else p * slope_y
    return Dual(v, d)
