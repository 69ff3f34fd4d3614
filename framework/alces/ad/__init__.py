"""Sparse forward-mode differentiation: numbers that carry only the partials that exist, and maths on them.

Physics is written with the names of this package; the same code runs on plain arrays (residual only) and on
`Dual` numbers (residual and exact Jacobian).
"""
from __future__ import annotations

from alces.ad.dual import Dual, partials, value
from alces.ad.functions import (
    abs,
    acos,
    acosh,
    asin,
    asinh,
    atan,
    atan2,
    atanh,
    ceil,
    clip,
    cos,
    cosh,
    erf,
    exp,
    floor,
    log,
    maximum,
    minimum,
    norm_sqrt,
    power,
    sign,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
    where,
)
from alces.ad.tables import entries, interval
from alces.ad.tensor import Tensor, Vector, identity, outer

__all__ = [
    "Dual", "Tensor", "Vector", "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "ceil",
    "clip", "cos", "cosh", "entries", "erf", "exp", "floor", "identity", "interval", "log", "maximum",
    "minimum", "norm_sqrt", "outer", "partials", "power", "sign", "sin", "sinh", "sqrt", "tan", "tanh",
    "value", "where",
]
