"""The syntax tree: immutable, hash-consed nodes."""

from __future__ import annotations

import math as _math
from collections.abc import Mapping
from typing import Any
from weakref import WeakValueDictionary

from alces.expr import floatmath
from alces.expr.errors import ExpressionError

_LARGEST_SIZE = 10**9


class Expression:
    """A node of an expression, standing for the whole expression below it.

    Made by `parse`, never by the class itself. Two expressions of the same structure are the same
    object, so `is`, `==` and `hash` compare structure, and shared parts are stored and evaluated once.

    `op` is "number", "name", an operator ("+", "^", "neg", "not", ...), "if" or a function name;
    `data` is the float of a number, the text of a name, else None; `args` are the operands.
    `size` counts the nodes of the expression written out in full.
    """

    __slots__ = ("__weakref__", "_names", "_order", "args", "data", "op", "size")

    op: str
    data: float | str | None
    args: tuple[Expression, ...]
    size: int
    _names: frozenset[str] | None
    _order: tuple[Expression, ...] | None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an Expression cannot be changed")

    def __copy__(self) -> Expression:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Expression:
        return self

    @property
    def order(self) -> tuple[Expression, ...]:
        """The distinct nodes of this expression, operands before what uses them, this node last."""
        if self._order is None:
            object.__setattr__(self, "_order", _postorder(self))
        assert self._order is not None
        return self._order

    @property
    def names(self) -> frozenset[str]:
        """The free names, those that `evaluate` needs values for."""
        if self._names is None:
            object.__setattr__(self, "_names", frozenset(str(n.data) for n in self.order if n.op == "name"))
        assert self._names is not None
        return self._names

    def derivative(self, name: str) -> Expression:
        """The simplified partial derivative by the free name `name`."""
        from alces.expr.derivative import derivative

        return derivative(self, name)

    def simplified(self) -> Expression:
        """The same function with constants folded; removable singularities (x^2/x) may disappear."""
        from alces.expr.simplify import simplify

        return simplify(self)

    def substitute(self, replacements: Mapping[str, Expression]) -> Expression:
        """The expression with free names replaced by expressions, all at once; not simplified."""
        replaced: dict[Expression, Expression] = {}
        for node in self.order:
            if node.op == "name":
                replaced[node] = replacements.get(str(node.data), node)
            else:
                replaced[node] = make(node.op, *(replaced[arg] for arg in node.args)) if node.args else node
        return replaced[self]

    def evaluate(self, values: Mapping[str, Any], math: Any = floatmath) -> Any:
        """The value for `values` (floats, arrays or duals per free name), by the functions of `math`.

        See `alces.expr.MathNamespace` for what `math` must offer. A constant expression gives a float,
        whatever the shape of `values`. Raises ExpressionError where a free name has no value.
        """
        from alces.expr.evaluate import evaluate

        return evaluate(self, values, math)

    def constant(self) -> float | None:
        """The value, where it does not depend on any name; else None."""
        simple = self.simplified()
        return None if simple.names else float(simple.evaluate({}))

    def __str__(self) -> str:
        from alces.expr.printer import to_text

        return to_text(self)

    def __repr__(self) -> str:
        return f"parse({str(self)!r})"


_interned: WeakValueDictionary[tuple[Any, ...], Expression] = WeakValueDictionary()


def _intern(
    op: str, data: float | str | None, args: tuple[Expression, ...], key: tuple[Any, ...]
) -> Expression:
    found = _interned.get(key)
    if found is not None:
        return found
    node = object.__new__(Expression)
    fill = object.__setattr__
    fill(node, "op", op)
    fill(node, "data", data)
    fill(node, "args", args)
    # Shared parts make the written-out size grow exponentially: only "large" matters beyond the cap.
    fill(node, "size", min(1 + sum(arg.size for arg in args), _LARGEST_SIZE))
    fill(node, "_names", None)
    fill(node, "_order", None)
    _interned[key] = node
    return node


def number(value: float) -> Expression:
    """The node of a constant; nan is refused, because no text stands for it."""
    value = float(value)
    if _math.isnan(value):
        raise ExpressionError("an expression cannot hold nan as a constant")
    return _intern("number", value, (), ("number", value.hex()))  # hex tells 0.0 from -0.0


def name(text: str) -> Expression:
    """The node of a free name."""
    return _intern("name", text, (), ("name", text))


def make(op: str, *args: Expression) -> Expression:
    """The node of an operator or function, as written; only a negated constant becomes one constant."""
    if op == "neg" and args[0].op == "number":
        return number(-value_of(args[0]))
    return _intern(op, None, args, (op, *args))


def value_of(node: Expression) -> float:
    """The float of a number node."""
    assert isinstance(node.data, float)
    return node.data


def _postorder(root: Expression) -> tuple[Expression, ...]:
    # Iterative: a sum of thousands of terms is thousands of nodes deep.
    done: dict[Expression, None] = {}
    stack: list[tuple[Expression, bool]] = [(root, False)]
    while stack:
        node, operands_done = stack.pop()
        if operands_done:
            done[node] = None
        elif node not in done:
            stack.append((node, True))
            stack.extend((arg, False) for arg in reversed(node.args) if arg not in done)
    return tuple(done)
