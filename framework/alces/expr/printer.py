"""Syntax tree to FParser text that parses back to the same tree."""

from __future__ import annotations

import math
from collections import Counter

from alces.expr.nodes import Expression, value_of
from alces.expr.parser import PRECEDENCE, UNARY_PRECEDENCE

_ATOM = 8
_UNARY_SIGNS = {"neg": "-", "not": "!"}
# Written out in full up to this many nodes; beyond, shared parts become local definitions, because a
# derivative of shared parts can be exponentially long in full.
_LONGEST_IN_FULL = 500


def to_text(root: Expression) -> str:
    """FParser text of `root`."""
    shared = _shared(root) if root.size > _LONGEST_IN_FULL else set()
    prefix = "s"
    while any(word.startswith(prefix) for word in root.names):
        prefix += "_"
    texts: dict[Expression, tuple[str, int]] = {}
    definitions: list[str] = []
    for node in root.order:
        text, level = _text(node, texts)
        if node in shared:
            local = f"{prefix}{len(definitions) + 1}"
            definitions.append(f"{local} := {text}; ")
            text, level = local, _ATOM
        texts[node] = (text, level)
    return "".join(definitions) + texts[root][0]


def _shared(root: Expression) -> set[Expression]:
    uses = Counter(arg for node in root.order for arg in node.args)
    return {node for node, count in uses.items() if count > 1 and node.args}


def _text(node: Expression, texts: dict[Expression, tuple[str, int]]) -> tuple[str, int]:
    """The text of a node and the precedence of its outermost operator."""

    def operand(index: int, lowest: int) -> str:
        text, level = texts[node.args[index]]
        return text if level >= lowest else f"({text})"

    if node.op == "number":
        return _number(value_of(node))
    if node.op == "name":
        return str(node.data), _ATOM
    if node.op in _UNARY_SIGNS:
        return _UNARY_SIGNS[node.op] + operand(0, UNARY_PRECEDENCE), UNARY_PRECEDENCE
    if node.op == "^":
        return f"{operand(0, _ATOM)}^{operand(1, UNARY_PRECEDENCE)}", PRECEDENCE["^"]
    if node.op in PRECEDENCE:
        level = PRECEDENCE[node.op]
        sign = node.op if level == PRECEDENCE["*"] else f" {node.op} "
        return operand(0, level) + sign + operand(1, level + 1), level
    return f"{node.op}({', '.join(texts[arg][0] for arg in node.args)})", _ATOM


def _number(value: float) -> tuple[str, int]:
    if math.isinf(value):
        text = "1e999" if value > 0.0 else "-1e999"
    elif value.is_integer() and abs(value) < 1e15:
        text = f"{value:.0f}"
    else:
        text = repr(value)
    return text, UNARY_PRECEDENCE if text.startswith("-") else _ATOM
