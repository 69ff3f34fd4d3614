"""Shared helpers of a deck."""
from __future__ import annotations

from typing import ClassVar

from alces.physics.base import Object


class UserObject(Object):
    """What other objects use by name through ``q.user_object(name)``: tables, grain structures, seeds."""

    system: ClassVar[str] = "UserObjects"
