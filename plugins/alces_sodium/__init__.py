"""Sodium dendrites in solid electrolytes: what is specific to that model.

The model itself is a deck made of objects of the other plugins; here are its parameters with their sources.
"""

from __future__ import annotations

from alces.registry import hookimpl


@hookimpl
def alces_objects() -> list[type]:
    """No objects: every term of the model is of general use."""
    return []
