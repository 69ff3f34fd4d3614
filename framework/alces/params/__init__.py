"""Declared parameters: every object says what it takes; decks are checked against it before anything runs."""
from __future__ import annotations

from alces.params.kinds import (
    BLOCKS,
    BOOLEAN,
    BOUNDARIES,
    COUPLED,
    COUPLEDS,
    EXPRESSION,
    FILE,
    FUNCTION,
    FUNCTIONS,
    INTEGER,
    INTEGERS,
    NAME,
    POINT,
    POINTS,
    POSTPROCESSOR,
    POSTPROCESSORS,
    PROPERTIES,
    PROPERTY,
    REAL,
    REALS,
    STRING,
    STRINGS,
    TENSOR_PROPERTY,
    USER_OBJECT,
    VARIABLE,
    VARIABLES,
    VECTOR_PROPERTY,
    Choice,
    Choices,
    Kind,
    Never,
)
from alces.params.param import REQUIRED, Param, Values
from alces.params.validate import declared, validate

__all__ = [
    "BLOCKS", "BOOLEAN", "BOUNDARIES", "COUPLED", "COUPLEDS", "EXPRESSION", "FILE", "FUNCTION", "FUNCTIONS",
    "INTEGER", "INTEGERS", "NAME", "POINT", "POINTS", "POSTPROCESSOR", "POSTPROCESSORS", "PROPERTIES",
    "PROPERTY", "REAL", "REALS", "REQUIRED", "STRING", "STRINGS", "TENSOR_PROPERTY", "USER_OBJECT",
    "VARIABLE", "VARIABLES", "VECTOR_PROPERTY", "Choice", "Choices", "Kind", "Never", "Param", "Values",
    "declared", "validate",
]
