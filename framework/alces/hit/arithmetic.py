"""Arithmetic in `${}`: expressions of the deck's names, written back as decimal text of full precision."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from alces.hit.errors import DeckError, Location

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LARGEST_INTEGER = 2.0**53


def evaluate(text: str, number: Callable[[str], float], location: Location) -> str:
    """The value of the expression `text`, as text that reads back as the same number.

    `number` gives the values of names. Raises DeckError.
    """
    from alces.expr import ExpressionError, parse  # late: most decks do no arithmetic

    shown = f"'{text[:60]}...'" if len(text) > 60 else f"'{text}'"
    try:
        expression = parse(text)
        result = float(expression.evaluate({name: number(name) for name in sorted(expression.names)}))
    except ExpressionError as error:
        hint = "known in ${}: names of parameters, arithmetic, fparse, raw, replace, units"
        raise DeckError(f"cannot evaluate {shown}: {error}", location, hint) from None
    except (ArithmeticError, ValueError) as error:
        raise DeckError(f"{shown} has no value: {error}", location) from None
    except RecursionError:
        raise DeckError(f"{shown} is nested too deeply", location) from None
    if not math.isfinite(result):
        raise DeckError(f"{shown} has no finite value", location)
    return print_number(result)


def print_number(number: float) -> str:
    """Shortest text that reads back as the same number; whole numbers without a decimal point."""
    if number.is_integer() and abs(number) < _LARGEST_INTEGER:
        return str(int(number))
    return repr(number)
