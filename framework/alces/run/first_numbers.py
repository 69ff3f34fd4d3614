"""Postprocessors that initial conditions use, before there is a solution."""
from __future__ import annotations

from typing import Any

from alces.assembly import State, System
from alces.assembly.domain import Domain
from alces.assembly.sweep import Reduce, sweep
from alces.physics import ElementPostprocessor, InitialCondition
from alces.run.references import needed_postprocessors


def compute_needed(system: System, state: State, condition: InitialCondition) -> None:
    """Compute the postprocessors that a condition names; they see what has been set so far.

    Raises:
        DeckError: one of them does not go over cells.
    """
    model = system.model
    for name in needed_postprocessors(condition):
        p = model.postprocessors[name]
        if not isinstance(p, ElementPostprocessor) or p.reduction == "quotient":
            raise condition.error("", f"the postprocessor '{name}' has no value yet",
                                  hint="an integral or average over cells would have one")
        blocks = model.subdomains(p.p.block)
        state.postprocessors[name] = float(p.finish(_reduced(system, state, p, blocks)))


def _reduced(system: System, state: State, p: ElementPostprocessor, blocks: Any) -> Any:
    def wants(domain: Domain) -> bool:
        return not blocks or domain.subdomain in blocks

    reduction = Reduce(p.integrand, p.reduction, wants)
    sweep(system, state, system.cells, [reduction])
    return reduction.result(system.model.ranks)
