"""All partial derivatives up to an order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations_with_replacement
from math import comb

from alces.expr.derivative import derivative
from alces.expr.errors import ExpressionError
from alces.expr.nodes import Expression

MAX_DERIVATIVES = 10_000
MAX_OPERATIONS = 300_000


def derivatives(
    root: Expression,
    names: Iterable[str],
    order: int,
    step: Callable[[Expression, str], Expression] = derivative,
) -> Iterator[tuple[tuple[str, ...], Expression]]:
    """Pairs of names, in alphabetic order, and the derivative by them: lower orders first, `root` left out.

    `step` differentiates once. Raises ExpressionError where there are more than MAX_DERIVATIVES, or more than
    MAX_OPERATIONS in all of them: both grow exponentially.
    """
    by = sorted(names)
    count = comb(len(by) + order, order) if by else 1
    if count > MAX_DERIVATIVES:
        shown = f"{count}" if count < 10**15 else "more than 10^15"
        raise ExpressionError(
            f"order {order} by {len(by)} variable(s) makes {shown} derivatives; allowed: {MAX_DERIVATIVES}"
        )
    known: dict[tuple[str, ...], Expression] = {(): root}
    operations = 0
    for length in range(1, order + 1 if by else 1):
        for chosen in combinations_with_replacement(by, length):
            known[chosen] = step(known[chosen[:-1]], chosen[-1])
            operations += len(known[chosen].order)
            if operations > MAX_OPERATIONS:
                raise ExpressionError(
                    f"the derivatives up to order {length} have more than {MAX_OPERATIONS} operations"
                )
            yield chosen, known[chosen]
