"""Parameters that are lists of equal length."""
from __future__ import annotations

from alces.physics import Object


def check_same_length(owner: Object, first: str, *others: str) -> None:
    """A DeckError unless all these lists have as many entries as the first."""
    n = len(getattr(owner.p, first))
    for name in others:
        if len(getattr(owner.p, name)) != n:
            raise owner.error(name, f"needs {n} entries, as many as '{first}'")
