"""Evaluation on floats, arrays or duals: every distinct node once, without recursion."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from alces.expr import floatmath
from alces.expr.errors import ExpressionError, nearest
from alces.expr.functions import FUNCTIONS, divide, truncate
from alces.expr.nodes import Expression, value_of

COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
LOGICAL = frozenset({"&", "|", "not"})
_LARGEST_PRODUCT_POWER = 8


def evaluate(root: Expression, values: Mapping[str, Any], math: Any) -> Any:
    """The value of `root`; see `Expression.evaluate`."""
    missing = root.names - values.keys()
    if missing:
        first = min(missing)
        raise ExpressionError(f"no value for the name '{first}' in an expression{nearest(first, values)}")
    results: dict[Expression, Any] = {}
    for node in root.order:
        if node.op == "name":
            value = values[str(node.data)]
            results[node] = float(value) if isinstance(value, int) else value
        elif node.op == "number":
            results[node] = value_of(node)
        else:
            results[node] = _apply(node, results, math)
    return _as_number(root, results, math)


def _apply(node: Expression, results: dict[Expression, Any], math: Any) -> Any:
    if node.op in LOGICAL:
        return _logical(node.op, [_as_condition(arg, results, math) for arg in node.args])
    if node.op == "if":
        condition = _as_condition(node.args[0], results, math)
        return math.where(condition, *(_as_number(arg, results, math) for arg in node.args[1:]))
    operands = [_as_number(arg, results, math) for arg in node.args]
    if node.op in COMPARISONS:
        return COMPARISONS[node.op](*operands)
    if node.op == "^" and node.args[1].op == "number":
        return _constant_power(operands[0], value_of(node.args[1]), math)
    if node.op in FUNCTIONS:
        return FUNCTIONS[node.op].compute(math, *operands)
    return _ARITHMETIC[node.op](math, *operands)


_ARITHMETIC: dict[str, Callable[..., Any]] = {
    "+": lambda m, a, b: a + b,
    "-": lambda m, a, b: a - b,
    "*": lambda m, a, b: a * b,
    "/": lambda m, a, b: divide(a, b),
    "%": lambda m, a, b: a - truncate(m, divide(a, b)) * b,  # the sign of a, as C's fmod
    "^": lambda m, a, b: _power(m, a, b),
    "neg": lambda m, a: -a,
}


def _power(math: Any, base: Any, exponent: Any) -> Any:
    # Python's float power raises, or is complex, where arrays have inf and nan.
    plain = isinstance(base, float) and isinstance(exponent, float)
    return floatmath.power(base, exponent) if plain else math.power(base, exponent)


def _logical(op: str, conditions: list[Any]) -> Any:
    if op == "not":
        return conditions[0] ^ True  # ~ is wrong on Python's bool
    return conditions[0] & conditions[1] if op == "&" else conditions[0] | conditions[1]


def _constant_power(base: Any, exponent: float, math: Any) -> Any:
    """Small whole powers by multiplication: exact derivatives on duals, and far cheaper than `power`."""
    if exponent == 1.0:
        return base
    if not (exponent.is_integer() and 1.0 <= abs(exponent) <= _LARGEST_PRODUCT_POWER):
        return _power(math, base, exponent)
    product = None
    square = base
    remaining = int(abs(exponent))
    while remaining:
        if remaining & 1:
            product = square if product is None else product * square
        remaining >>= 1
        if remaining:
            square = square * square
    return product if exponent > 0.0 else divide(1.0, product)


def is_condition(node: Expression) -> bool:
    """Whether the node's value is a truth value rather than a number."""
    return node.op in COMPARISONS or node.op in LOGICAL


def _as_number(node: Expression, results: dict[Expression, Any], math: Any) -> Any:
    return math.where(results[node], 1.0, 0.0) if is_condition(node) else results[node]


def _as_condition(node: Expression, results: dict[Expression, Any], math: Any) -> Any:
    # FParser: a number is true where its magnitude rounds to one or more.
    return results[node] if is_condition(node) else math.abs(results[node]) >= 0.5
