"""Parameters that are lists of equal length."""
from __future__ import annotations

from alces.physics import Object


def require_length(owner: Object, parameter: str, like: str, each: int = 1) -> None:
    """A DeckError unless a list has `each` entries for every entry of the list `like`."""
    given, needed = len(getattr(owner.p, parameter)), each * len(getattr(owner.p, like))
    if given != needed:
        per = f" ({each} for each)" if each > 1 else ""
        raise owner.error(parameter, f"has {given} entries, but '{like}' needs {needed}{per}")
