"""The expression language of decks: FParser's grammar, an own syntax tree, symbolic derivatives.

    from alces.expr import parse

    energy = parse("c^2 * (1 - c)^2")
    energy.derivative("c").evaluate({"c": 0.25})

Nothing here compiles or executes deck text; this package imports only the standard library.
"""

from alces.expr.errors import ExpressionError
from alces.expr.functions import FUNCTIONS
from alces.expr.namespace import REQUIRED, MathNamespace
from alces.expr.nodes import Expression
from alces.expr.orders import derivatives
from alces.expr.parser import CONSTANTS, free_names, parse

__all__ = [
    "CONSTANTS", "FUNCTIONS", "REQUIRED", "Expression", "ExpressionError", "MathNamespace",
    "derivatives", "free_names", "parse",
]
