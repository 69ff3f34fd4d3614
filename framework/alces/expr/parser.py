"""Expression text to a syntax tree, by precedence climbing.

Precedence, tightest first (FParser's): parentheses and calls; ^ (right to left); unary - and !;
* / %; + -; comparisons (all alike, left to right); &; |. So -2^2 is -4 and 2^-x^2 is 2^(-(x^2)).
"""

from __future__ import annotations

import math

from alces.expr.errors import ExpressionError, nearest
from alces.expr.functions import FUNCTIONS
from alces.expr.nodes import Expression, make, name, number
from alces.expr.tokens import Token, tokens

MAX_NESTING = 100  # four Python frames each: far from the recursion limit, also when called from deep down
MAX_NODES = 10_000

PRECEDENCE = {
    "|": 1,
    "&": 2,
    **dict.fromkeys(("<", "<=", ">", ">=", "=", "!="), 3),
    **dict.fromkeys(("+", "-"), 4),
    **dict.fromkeys(("*", "/", "%"), 5),
    "^": 7,
}
UNARY_PRECEDENCE = 6
CONSTANTS = {"pi": math.pi, "e": math.e}

_UNARY = {"-": "neg", "!": "not"}
_ARITY = {name: function.arity for name, function in FUNCTIONS.items()} | {"if": 3, "pow": 2}
_OTHER_NAMES = {"ln": "log", "fabs": "abs", "sgn": "sign", "round": "int", "arctan": "atan", "power": "pow"}
_COMPLEX = frozenset({"arg", "conj", "imag", "polar", "real"})


def parse(text: str) -> Expression:
    """The expression of `text`, local definitions (`a:=x+y; a^2`) resolved.

    Raises ExpressionError with a position: for a syntax error, an unknown function, a wrong number of
    arguments, nesting deeper than MAX_NESTING or more than MAX_NODES numbers, names and operations.
    """
    return _Parser(text).program()


def free_names(text: str) -> dict[str, int]:
    """The free names of `text` in order of appearance, each with the offset where it first stands."""
    parser = _Parser(text)
    parser.program()
    return parser.free


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._token = next(self._tokens)
        self._depth = 0
        self._nodes = 0
        self._locals: dict[str, Expression] = {}
        self.free: dict[str, int] = {}

    def program(self) -> Expression:
        """definition* expression: `a := x + y; b := a^2; a*b`."""
        while True:
            start = self._token
            if start.kind == "name":
                self._advance()
                if self._accept(":="):
                    self._define(start, self._expression(0))
                    self._expect(";", "after a local definition")
                    continue
            result = self._expression(0, start if start.kind == "name" else None)
            if self._token.text == ";":
                raise ExpressionError(
                    "only local definitions (name := ...) may stand before ';'", start.position
                )
            if self._token.kind != "end":
                raise self._unexpected("an operator or the end")
            return result

    def _define(self, token: Token, value: Expression) -> None:
        word = token.text
        if word in _ARITY or word in CONSTANTS:
            raise ExpressionError(f"'{word}' is reserved and cannot be defined", token.position)
        if word in self._locals or word in self.free:
            raise ExpressionError(f"'{word}' is defined after its first use, or twice", token.position)
        self._locals[word] = value

    def _expression(self, lowest: int, first: Token | None = None) -> Expression:
        """An expression of operators binding at least as tightly as `lowest`.

        `first` is a name that the caller has already taken from the tokens.
        """
        if self._depth == MAX_NESTING:
            raise ExpressionError(f"nested deeper than {MAX_NESTING} levels", self._token.position)
        self._depth += 1
        left = self._name(first) if first else self._operand()
        while self._token.kind == "symbol" and PRECEDENCE.get(self._token.text, -1) >= lowest:
            op = self._advance().text
            # The exponent may carry a sign, and itself be a power: x^-y^2.
            right = self._expression(UNARY_PRECEDENCE if op == "^" else PRECEDENCE[op] + 1)
            left = self._count(make(op, left, right))
        self._depth -= 1
        return left

    def _operand(self) -> Expression:
        token = self._token
        if token.kind == "number":
            self._advance()
            return self._count(number(float(token.text)))
        if token.kind == "name":
            return self._name(self._advance())
        if self._accept("("):
            inside = self._expression(0)
            self._expect(")", f"to close the '(' at character {token.position + 1}")
            return inside
        if token.kind == "symbol" and token.text in ("-", "!", "+"):
            self._advance()
            operand = self._expression(UNARY_PRECEDENCE)
            return operand if token.text == "+" else self._count(make(_UNARY[token.text], operand))
        raise self._unexpected("a number, a name or '('")

    def _name(self, token: Token) -> Expression:
        word = token.text
        if self._token.text == "(":
            return self._call(token)
        if word in _ARITY:
            raise ExpressionError(f"the function '{word}' needs its arguments in parentheses", token.position)
        if word in CONSTANTS:
            return self._count(number(CONSTANTS[word]))
        if word in self._locals:
            return self._locals[word]
        self.free.setdefault(word, token.position)
        return self._count(name(word))

    def _call(self, token: Token) -> Expression:
        word = token.text
        if word not in _ARITY:
            raise ExpressionError(self._unknown_function(word), token.position)
        self._expect("(", "")
        arguments = [] if self._token.text == ")" else [self._expression(0)]
        while self._accept(","):
            arguments.append(self._expression(0))
        self._expect(")", f"to close the call of '{word}'")
        arity = _ARITY[word]
        if len(arguments) != arity:
            raise ExpressionError(f"'{word}' takes {arity} argument(s), not {len(arguments)}", token.position)
        return self._count(make("^" if word == "pow" else word, *arguments))

    def _unknown_function(self, word: str) -> str:
        if word in self._locals or word in self.free or word in CONSTANTS:
            return f"'{word}' is not a function; a product is written with '*'"
        if word in _COMPLEX:
            return f"the function '{word}' needs complex numbers, expressions here are real"
        hint = f"; use '{_OTHER_NAMES[word]}'" if word in _OTHER_NAMES else nearest(word, _ARITY)
        return f"unknown function '{word}'" + (hint or "; a product is written with '*'")

    def _count(self, node: Expression) -> Expression:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"longer than {MAX_NODES} numbers, names and operations"
            raise ExpressionError(message, self._token.position)
        return node

    def _advance(self) -> Token:
        token = self._token
        if token.kind != "end":
            self._token = next(self._tokens)
        return token

    def _accept(self, symbol: str) -> bool:
        found = self._token.kind == "symbol" and self._token.text == symbol
        if found:
            self._advance()
        return found

    def _expect(self, symbol: str, purpose: str) -> None:
        if not self._accept(symbol):
            raise self._unexpected(f"'{symbol}' {purpose}")

    def _unexpected(self, expected: str) -> ExpressionError:
        token = self._token
        starts_operand = token.kind in ("number", "name") or token.text == "("
        hint = "; a product is written with '*'" if starts_operand else ""
        return ExpressionError(f"expected {expected}, found {token}{hint}", token.position)
