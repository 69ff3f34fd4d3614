"""A scalar field of the problem."""
from __future__ import annotations

from dataclasses import dataclass

from alces.dofs.space import Space


@dataclass(frozen=True)
class Variable:
    """A field that is solved for or computed.

    Attributes:
        name: its name in the deck.
        space: family and order.
        blocks: subdomain ids where it lives; empty for all.
        scaling: factor of its equation in the solver.
        long_name, unit: for the datasets.
    """

    name: str
    space: Space
    blocks: tuple[int, ...] = ()
    scaling: float = 1.0
    long_name: str = ""
    unit: str = "1"
