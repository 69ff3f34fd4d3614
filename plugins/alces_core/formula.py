"""Formulas in decks: parsing with messages that point at the parameter, and constants."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from alces.expr import Expression, ExpressionError, free_names, parse
from alces.hit import did_you_mean
from alces.params import BOOLEAN, EXPRESSION, STRINGS, Choice, Kind, Param
from alces.physics import Object

from alces_core.lists import require_length

CONSTANTS = (
    Param("constant_names", STRINGS, (), doc="names of constants in the formula"),
    Param("constant_expressions", Kind("list of formulas", STRINGS.parse), (),
          doc="their values: numbers or formulas of the constants before them"),
)

FLAGS = (
    Param("enable_jit", BOOLEAN, True, doc="accepted: formulas are never compiled"),
    Param("enable_ad_cache", BOOLEAN, True, doc="accepted"),
    Param("enable_auto_optimize", BOOLEAN, True, doc="accepted: formulas are always simplified"),
    Param("disable_fpoptimizer", BOOLEAN, False, doc="accepted: formulas are always simplified"),
    Param("evalerror_behavior", Choice("nan", "exception"), "nan",
          doc="accepted: what cannot be evaluated is not a number, with which no step converges"),
)
"""How MOOSE treats formulas."""


def formula_param(*aliases: str) -> Param:
    """The parameter that holds an object's formula."""
    return Param("expression", EXPRESSION, doc="the formula", aliases=aliases)


def parse_formula(owner: Object, parameter: str, text: str | None = None) -> Expression:
    """The expression of a parameter, or of `text`, a part of it; a DeckError there if it has mistakes."""
    whole = text is None
    text = getattr(owner.p, parameter) if text is None else text
    try:
        return parse(text)
    except ExpressionError as error:
        position = (error.position or 0) if whole else 0
        raise owner.error(parameter, f"{error} in '{text}'", position) from None


def check_names(owner: Object, parameter: str, expression: Expression, known: Iterable[str]) -> None:
    """A DeckError at the first free name of the expression that is not known."""
    known = list(known)
    unknown = expression.names - set(known)
    if unknown:
        place = {n: at for n, at in _names_in(getattr(owner.p, parameter)).items() if n in unknown}
        first = min(place, key=lambda n: place[n], default=min(unknown))
        hint = did_you_mean(first, known) or f"known: {', '.join(known) or 'no names'}"
        raise owner.error(parameter, f"unknown in the formula: '{first}'", place.get(first, 0), hint)


def _names_in(given: object) -> dict[str, int]:
    """Free names of a parameter that is one formula, and where they stand in it."""
    return free_names(given) if isinstance(given, str) else {}


def constants(owner: Object) -> dict[str, Expression]:
    """Constant name -> number, from `constant_names` and `constant_expressions`."""
    names, texts = owner.p.constant_names, owner.p.constant_expressions
    require_length(owner, "constant_expressions", "constant_names")
    found: dict[str, Expression] = {}
    for name, text in zip(names, texts, strict=True):
        expression = parse_formula(owner, "constant_expressions", text)
        check_names(owner, "constant_expressions", expression, found)
        found[name] = expression.substitute(found).simplified()
    return found


def check_distinct(owner: Object, sources: Mapping[str, Iterable[str]]) -> None:
    """A DeckError if two parameters bring the same name, or a name that the language reserves."""
    seen: dict[str, str] = {"pi": "the language", "e": "the language"}
    for parameter, names in sources.items():
        for name in names:
            if name in seen:
                raise owner.error(parameter, f"'{name}' is given by {seen[name]} already")
            seen[name] = f"'{parameter}'"
