"""The choice between largest and smallest value."""
from __future__ import annotations

from typing import Any

from alces.ad import abs
from alces.params import Choice, Param
from alces.physics.postprocessor import Reduction

VALUE_TYPE = Param("value_type", Choice("max", "min", "max_abs"), "max",
                   doc="largest value, smallest value, or largest magnitude")


def reduction(value_type: str) -> Reduction:
    """The reduction that a value type stands for."""
    return "minimum" if value_type == "min" else "maximum"


def measured(value: Any, value_type: str) -> Any:
    """What is compared: the value or its magnitude."""
    return abs(value) if value_type == "max_abs" else value
