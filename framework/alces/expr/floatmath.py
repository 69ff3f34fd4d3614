"""The default namespace: Python floats with IEEE results.

The standard `math` module raises where IEEE arithmetic has an answer (log(0), exp(1000), sqrt(-1));
an expression must behave on floats as it does on arrays, so these functions return inf or nan.
"""

from __future__ import annotations

import math
from collections.abc import Callable

INF = math.inf
NAN = math.nan


def _quiet(function: Callable[[float], float], overflow: float = INF) -> Callable[[float], float]:
    def quiet(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return NAN
        except OverflowError:
            return overflow

    quiet.__name__ = function.__name__
    return quiet


exp = _quiet(math.exp)
sqrt = _quiet(math.sqrt)
sin = _quiet(math.sin)
cos = _quiet(math.cos)
tan = _quiet(math.tan)
asin = _quiet(math.asin)
acos = _quiet(math.acos)
atan = math.atan
atan2 = math.atan2
cosh = _quiet(math.cosh)
tanh = math.tanh
asinh = math.asinh
acosh = _quiet(math.acosh)
erf = math.erf
abs = math.fabs
_log = _quiet(math.log)
_sinh = _quiet(math.sinh)
_atanh = _quiet(math.atanh)


def log(x: float) -> float:
    return -INF if x == 0.0 else _log(x)


def sinh(x: float) -> float:
    return math.copysign(_sinh(math.fabs(x)), x)


def atanh(x: float) -> float:
    return math.copysign(INF, x) if math.fabs(x) == 1.0 else _atanh(x)


def floor(x: float) -> float:
    return float(math.floor(x)) if math.isfinite(x) else x


def ceil(x: float) -> float:
    return float(math.ceil(x)) if math.isfinite(x) else x


def sign(x: float) -> float:
    return x if x == 0.0 or math.isnan(x) else math.copysign(1.0, x)


def maximum(a: float, b: float) -> float:
    return a if a > b or math.isnan(a) else b


def minimum(a: float, b: float) -> float:
    return a if a < b or math.isnan(a) else b


def where(condition: bool, a: float, b: float) -> float:
    return a if condition else b


def power(base: float, exponent: float) -> float:
    odd = exponent % 2.0 == 1.0 if math.isfinite(exponent) else False
    infinity = -INF if odd and math.copysign(1.0, base) < 0.0 else INF
    if base == 0.0 and exponent < 0.0:
        return infinity
    try:
        return math.pow(base, exponent)
    except ValueError:
        return NAN
    except OverflowError:
        return infinity
