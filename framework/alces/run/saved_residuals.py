"""Parts of the residual that a deck wants to see: ``save_in`` of kernels and boundary conditions."""
from __future__ import annotations

from functools import partial
from operator import is_

from alces.assembly import State, System
from alces.assembly.system import Term
from alces.hit import DeckErrors


class SavedResiduals:
    """Adds up, node by node, what chosen terms contribute to the residual.

    Raises:
        DeckErrors: a name in ``save_in`` is no auxiliary variable at the nodes where the term's own is.
    """

    def __init__(self, system: System):
        self.system = system
        self._targets: dict[str, list[Term]] = {}
        unknowns, auxiliaries = system.model.unknowns, system.model.auxiliaries
        errors = []
        terms: list[Term] = [*system.model.kernels, *system.model.integrated_bcs]
        for term in terms:
            own = unknowns.dofs[unknowns.index[term.p.variable]]
            for name in term.p.save_in:
                found = auxiliaries.index.get(name)
                if found is None or auxiliaries.dofs[found].shape != own.shape:
                    message = f"'{name}' is no auxiliary variable of the same family as '{term.p.variable}'"
                    errors.append(term.error("save_in", message))
                else:
                    self._targets.setdefault(name, []).append(term)
        if errors:
            raise DeckErrors(errors)

    def update(self, state: State) -> None:
        """Write the sums at the current state into its auxiliary variables."""
        unknowns, auxiliaries = self.system.model.unknowns, self.system.model.auxiliaries
        for name, terms in self._targets.items():
            target = auxiliaries.dofs[auxiliaries.index[name]]
            state.aux[target[target >= 0]] = 0.0
            for term in terms:
                residual = self.system.residual(state, only=partial(is_, term))
                source = unknowns.dofs[unknowns.index[term.p.variable]]
                both = (source >= 0) & (target >= 0)
                state.aux[target[both]] += residual[source[both]]
        if self._targets:
            auxiliaries.ghosts.update(state.aux)
