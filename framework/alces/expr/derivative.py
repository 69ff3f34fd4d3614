"""Symbolic partial derivatives."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from alces.expr.errors import ExpressionError
from alces.expr.evaluate import is_condition
from alces.expr.nodes import Expression, name, number
from alces.expr.parser import CONSTANTS, parse
from alces.expr.simplify import build, simplify

_ZERO = number(0.0)

# Partial derivatives by the arguments, which are called a and b here.
PARTIALS: dict[str, tuple[str, ...]] = {
    "abs": ("sign(a)",),
    "acos": ("-1/sqrt(1 - a^2)",),
    "acosh": ("1/sqrt(a^2 - 1)",),
    "asin": ("1/sqrt(1 - a^2)",),
    "asinh": ("1/sqrt(a^2 + 1)",),
    "atan": ("1/(a^2 + 1)",),
    "atan2": ("b/(a^2 + b^2)", "-a/(a^2 + b^2)"),
    "atanh": ("1/(1 - a^2)",),
    "cbrt": ("1/(3*cbrt(a)^2)",),
    "ceil": ("0",),
    "cos": ("-sin(a)",),
    "cosh": ("sinh(a)",),
    "cot": ("-csc(a)^2",),
    "csc": ("-csc(a)*cot(a)",),
    "erf": ("2/sqrt(pi)*exp(-a^2)",),
    "erfc": ("-2/sqrt(pi)*exp(-a^2)",),
    "exp": ("exp(a)",),
    "exp2": ("log(2)*exp2(a)",),
    "floor": ("0",),
    "hypot": ("a/hypot(a, b)", "b/hypot(a, b)"),
    "int": ("0",),
    "log": ("1/a",),
    "log10": ("1/(log(10)*a)",),
    "log2": ("1/(log(2)*a)",),
    "plog": ("if(a < b, 1/b - (a - b)/b^2 + (a - b)^2/b^3, 1/a)", "if(a < b, -(a - b)^3/b^4, 0)"),
    "sec": ("sec(a)*tan(a)",),
    "sign": ("0",),
    "sin": ("cos(a)",),
    "sinh": ("cosh(a)",),
    "sqrt": ("0.5/sqrt(a)",),
    "tan": ("tan(a)^2 + 1",),
    "tanh": ("1 - tanh(a)^2",),
    "trunc": ("0",),
}


def derivative(root: Expression, by: str) -> Expression:
    """The simplified partial derivative of `root` by the name `by`; zero where `root` does not hold it.

    Jumps (floor, comparisons, the switching point of `if`) have derivative zero, kinks that of one side.
    Raises ExpressionError where `by` cannot be a free name, or where a rule is missing.
    """
    if not by.isidentifier() or by in CONSTANTS:
        raise ExpressionError(f"cannot differentiate by '{by}': not a free name")
    simple = simplify(root)
    partial: dict[Expression, Expression] = {}
    for node in simple.order:
        if node.op == "name":
            partial[node] = number(1.0 if node.data == by else 0.0)
        elif all(partial[arg] is _ZERO for arg in node.args) or is_condition(node):
            partial[node] = _ZERO
        else:
            partial[node] = _rule(node, [partial[arg] for arg in node.args])
    return partial[simple]


def _rule(node: Expression, d: list[Expression]) -> Expression:
    if node.op in _OPERATOR_RULES:
        return _OPERATOR_RULES[node.op](node, *d)
    if node.op not in PARTIALS:
        raise ExpressionError(f"no derivative is known for '{node.op}'")
    terms = [
        build("*", _partial(text, node.args), d_arg)
        for text, d_arg in zip(PARTIALS[node.op], d, strict=True)
        if d_arg is not _ZERO
    ]
    total = terms[0]
    for term in terms[1:]:
        total = build("+", total, term)
    return total


def _partial(text: str, args: tuple[Expression, ...]) -> Expression:
    # `args` are simplified already: to go through them again for every node would take quadratic time.
    made: dict[Expression, Expression] = dict(zip((name("a"), name("b")), args, strict=False))
    template = _template(text)
    for node in template.order:
        if node not in made:
            made[node] = build(node.op, *(made[arg] for arg in node.args)) if node.args else node
    return made[template]


@cache
def _template(text: str) -> Expression:
    return parse(text)


def _quotient(node: Expression, da: Expression, db: Expression) -> Expression:
    a, b = node.args
    by_b = build("/", build("*", a, db), build("^", b, number(2.0)))
    return build("-", build("/", da, b), by_b)


def _power(node: Expression, da: Expression, db: Expression) -> Expression:
    a, b = node.args
    total = _ZERO
    if da is not _ZERO:
        lowered = build("^", a, build("-", b, number(1.0)))
        total = build("*", build("*", b, lowered), da)
    if db is not _ZERO:
        total = build("+", total, build("*", build("*", build("log", a), node), db))
    return total


def _modulo(node: Expression, da: Expression, db: Expression) -> Expression:
    whole = build("trunc", build("/", *node.args))
    return build("-", da, build("*", whole, db))


_OPERATOR_RULES: dict[str, Callable[..., Expression]] = {
    "neg": lambda node, da: build("neg", da),
    "+": lambda node, da, db: build("+", da, db),
    "-": lambda node, da, db: build("-", da, db),
    "*": lambda node, da, db: build("+", build("*", da, node.args[1]), build("*", node.args[0], db)),
    "/": _quotient,
    "%": _modulo,
    "^": _power,
    "if": lambda node, dc, da, db: build("if", node.args[0], da, db),
    "max": lambda node, da, db: build("if", build(">", *node.args), da, db),
    "min": lambda node, da, db: build("if", build("<", *node.args), da, db),
}
