"""Growth and spread of a population: one kernel and one material for Alces."""

from __future__ import annotations

from alces.registry import hookimpl

from alces_example_fisher.arrhenius_rate import ArrheniusRate
from alces_example_fisher.logistic_growth import LogisticGrowth


@hookimpl
def alces_objects() -> list[type]:
    """What decks can name."""
    return [LogisticGrowth, ArrheniusRate]
