"""Simplification: constants folded, 0 and 1 rules, like neighbours collected.

Every rule takes operands that are already simplified and returns a simplified node. A term is seen as
a constant coefficient times a core, a core as a base to a whole power.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from alces.expr import floatmath
from alces.expr.evaluate import evaluate
from alces.expr.nodes import Expression, make, number, value_of

ZERO = number(0.0)
ONE = number(1.0)

# Where an overflow of constants is the honest answer; elsewhere an infinity is a pole, left to run time.
_MAY_OVERFLOW = frozenset({"+", "-", "*", "^", "exp", "exp2", "sinh", "cosh"})


def simplify(root: Expression) -> Expression:
    """The simplified expression of the same value (up to rounding and removable singularities)."""
    simple: dict[Expression, Expression] = {}
    for node in root.order:
        simple[node] = build(node.op, *(simple[arg] for arg in node.args)) if node.args else node
    return simple[root]


def build(op: str, *args: Expression) -> Expression:
    """The simplified node of operator or function `op` on simplified operands."""
    if all(arg.op == "number" for arg in args):
        return _fold(op, args)
    rule = _RULES.get(op)
    return rule(*args) if rule else make(op, *args)


def _fold(op: str, args: tuple[Expression, ...]) -> Expression:
    """An operation on constants: its value, or as it stands where that is nan or a pole."""
    written = make(op, *args)
    value = float(evaluate(written, {}, floatmath))
    if value == 0.0:
        return ZERO  # never -0, so that a vanishing term is recognised by identity
    if math.isnan(value):
        return written
    if math.isinf(value) and all(math.isfinite(value_of(arg)) for arg in args):
        pole = op == "^" and value_of(args[0]) == 0.0
        if op not in _MAY_OVERFLOW or pole:
            return written
    return number(value)


def _split(node: Expression) -> tuple[float, Expression]:
    """Coefficient and core: 3*x is (3, x), 2/x is (2, 1/x), 5 is (5, 1)."""
    if node.op == "number":
        return value_of(node), ONE
    if node.op == "neg":
        return -1.0, node.args[0]
    if node.op in ("*", "/") and node.args[0].op == "number" and _usable(value_of(node.args[0])):
        core = node.args[1] if node.op == "*" else make("/", ONE, node.args[1])
        return value_of(node.args[0]), core
    return 1.0, node


def _scale(factor: float, core: Expression) -> Expression:
    """factor * core, for a core as `_split` gives it."""
    if factor == 0.0:
        return ZERO
    if core is ONE:
        return number(factor)
    if factor == 1.0:
        return core
    if core.op == "/":
        upper, lower = core.args
        if upper is ONE:
            return make("/", number(factor), lower)
        divisor = value_of(lower) if lower.op == "number" else 0.0
        if divisor != 0.0 and _usable(factor / divisor):
            return _scale(factor / divisor, upper)
    if factor == -1.0:
        return make("-", *reversed(core.args)) if core.op == "-" else make("neg", core)
    return make("*", number(factor), core)


def _usable(coefficient: float) -> bool:
    return math.isfinite(coefficient) and coefficient != 0.0


def _split_constant(node: Expression) -> tuple[Expression, float]:
    """A sum's other terms and its constant: x + 1 is (x, 1), 1 - x is (-x, 1), x is (x, 0)."""
    if node.op in ("+", "-"):
        first, second = node.args
        if second.op == "number" and math.isfinite(value_of(second)):
            return first, value_of(second) if node.op == "+" else -value_of(second)
        if first.op == "number" and node.op == "-" and math.isfinite(value_of(first)):
            return _negate(second), value_of(first)
    return node, 0.0


def _add_constant(terms: Expression, constant: float) -> Expression:
    if constant == 0.0:
        return terms
    if terms.op == "number":
        return number(value_of(terms) + constant)
    if constant > 0.0:
        factor, core = _split(terms)
        if factor < 0.0:  # 1 - x rather than -x + 1
            return make("-", number(constant), _scale(-factor, core))
        return make("+", terms, number(constant))
    return make("-", terms, number(-constant))


def _add(a: Expression, b: Expression) -> Expression:
    if a.op == "number":
        a, b = b, a
    a_terms, a_constant = _split_constant(a)
    if b.op == "number":
        return _add_constant(a_terms, a_constant + value_of(b))
    b_terms, b_constant = _split_constant(b)
    if a_constant != 0.0 or b_constant != 0.0:
        return _add_constant(_add(a_terms, b_terms), a_constant + b_constant)
    a_factor, a_core = _split(a)
    b_factor, b_core = _split(b)
    if a_core is b_core:
        return _scale(a_factor + b_factor, a_core)
    if a.op in ("+", "-"):
        rest, last = a.args
        last_factor, last_core = _split(last)
        if last_core is b_core:
            return _add(rest, _scale(b_factor + (last_factor if a.op == "+" else -last_factor), b_core))
    if b_factor < 0.0:
        return make("-", a, _scale(-b_factor, b_core))
    if a_factor < 0.0:
        return make("-", b, _scale(-a_factor, a_core))
    return make("+", a, b)


def _negate(a: Expression) -> Expression:
    factor, core = _split(a)
    return _scale(-factor, core)


def _subtract(a: Expression, b: Expression) -> Expression:
    return _add(a, _negate(b))


def _multiply(a: Expression, b: Expression) -> Expression:
    if a is ZERO or b is ZERO:
        return ZERO
    a_factor, a_core = _split(a)
    b_factor, b_core = _split(b)
    factor = a_factor * b_factor
    if not _usable(factor):
        return make("*", a, b)
    return _scaled_again(factor, _product(a_core, b_core))


def _scaled_again(factor: float, node: Expression) -> Expression:
    inner, core = _split(node)
    return _scale(factor * inner, core) if _usable(factor * inner) else make("*", number(factor), node)


def _product(a: Expression, b: Expression) -> Expression:
    """The product of two cores."""
    if a is ONE or b is ONE:
        return b if a is ONE else a
    if a.op == "/":
        return _divide(_multiply(a.args[0], b), a.args[1])
    if b.op == "/":
        return _divide(_multiply(a, b.args[0]), b.args[1])
    a_base, a_exponent = _split_power(a)
    b_base, b_exponent = _split_power(b)
    if a_base is b_base:
        return _power(a_base, number(a_exponent + b_exponent))
    if a.op == "*":
        rest, last = a.args
        last_base, last_exponent = _split_power(last)
        if last_base is b_base:
            return _product(rest, _power(b_base, number(last_exponent + b_exponent)))
    return make("*", a, b)


def _split_power(node: Expression) -> tuple[Expression, float]:
    """Base and positive whole exponent: x^3 is (x, 3), anything else is itself to the first power."""
    if node.op == "^" and node.args[1].op == "number":
        exponent = value_of(node.args[1])
        if exponent > 0.0 and exponent.is_integer():
            return node.args[0], exponent
    return node, 1.0


def _divide(a: Expression, b: Expression) -> Expression:
    if b is ONE:
        return a
    if b.op == "number" and value_of(b) == 0.0:
        return make("/", a, b)
    if a is ZERO:
        return ZERO
    a_factor, a_core = _split(a)
    b_factor, b_core = _split(b)
    if b_core is ONE and a_factor == 1.0 and a.op != "/":
        return make("/", a, b)  # x/3 stays: 1/3 is not exact
    factor = a_factor / b_factor
    if not _usable(factor):
        return make("/", a, b)
    return _scaled_again(factor, _quotient(a_core, b_core))


def _quotient(a: Expression, b: Expression) -> Expression:
    """The quotient of two cores."""
    if b is ONE:
        return a
    if a.op == "/":
        return _divide(a.args[0], _multiply(a.args[1], b))
    if b.op == "/":
        return _divide(_multiply(a, b.args[1]), b.args[0])
    a_base, a_exponent = _split_power(a)
    b_base, b_exponent = _split_power(b)
    if a_base is b_base:
        remaining = a_exponent - b_exponent
        power = _power(a_base, number(abs(remaining)))
        return power if remaining >= 0.0 else make("/", ONE, power)
    if a.op == "*":
        rest, last = a.args
        if _split_power(last)[0] is b_base:
            return _multiply(rest, _quotient(last, b))
    return make("/", a, b)


def _power(base: Expression, exponent: Expression) -> Expression:
    if exponent.op != "number":
        return ONE if base is ONE else make("^", base, exponent)
    value = value_of(exponent)
    if value == 0.0:
        return ONE
    if value == 1.0:
        return base
    if base.op == "^" and base.args[1].op == "number" and value.is_integer():
        inner = value_of(base.args[1])
        if inner.is_integer():
            return _power(base.args[0], number(inner * value))
    return make("^", base, exponent)


def _if(condition: Expression, a: Expression, b: Expression) -> Expression:
    if a is b:
        return a
    if condition.op == "number":
        return a if abs(value_of(condition)) >= 0.5 else b
    return make("if", condition, a, b)


_RULES: dict[str, Callable[..., Expression]] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "^": _power,
    "neg": _negate,
    "if": _if,
}
