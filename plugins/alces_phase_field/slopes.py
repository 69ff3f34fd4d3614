"""Derivative properties."""

from __future__ import annotations

from alces.physics import Object, derivative_name


def slope_name(owner: Object, parameter: str, variable: str) -> str:
    """Name of the derivative of the property that a parameter names; a number there is a deck mistake."""
    return slope_of(owner, getattr(owner.p, parameter), parameter, variable)


def slope_of(owner: Object, name: str | float, parameter: str, variable: str) -> str:
    """Name of the derivative of one of the properties that a parameter names."""
    if not isinstance(name, str):
        raise owner.error(parameter, f"a property with a derivative is needed, not the number {name:g}")
    return derivative_name(name, variable)
