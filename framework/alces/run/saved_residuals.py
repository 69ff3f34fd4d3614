"""Parts of the residual that a deck wants to see: ``save_in`` of terms, and the sum of labelled terms."""
from __future__ import annotations

from functools import partial
from operator import is_

from alces import backend
from alces.assembly import State, System
from alces.assembly.system import Term
from alces.hit import DeckError, DeckErrors
from alces.physics import ResidualAux


class SavedResiduals:
    """Adds up, node by node, what chosen terms contribute to the residual.

    Raises:
        DeckErrors: a name in ``save_in`` is no auxiliary variable at the nodes where the term's own is; a
            label stands at a condition that prescribes values.
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
        for shown in (k for k in system.model.aux_kernels if isinstance(k, ResidualAux)):
            errors += self._labelled(shown, terms)
        if errors:
            raise DeckErrors(errors)

    def _labelled(self, shown: ResidualAux, terms: list[Term]) -> list[DeckError]:
        """Note the terms that a `ResidualAux` shows."""
        model, p = self.system.model, shown.p
        for name, dofmap in (("v", model.unknowns), ("variable", model.auxiliaries)):
            if getattr(p, name) not in dofmap.index:
                return [shown.error(name, f"'{getattr(p, name)}' is no variable of this kind")]
        own = model.unknowns.dofs[model.unknowns.index[p.v]]
        if model.auxiliaries.dofs[model.auxiliaries.index[p.variable]].shape != own.shape:
            return [shown.error("variable", f"'{p.variable}' is not of the family of '{p.v}'")]
        mine = [t for t in (*terms, *model.nodal_bcs)
                if t.p.variable == p.v and p.vector_tag in t.p.extra_vector_tags]
        if not mine:
            message = f"no term of '{p.v}' has '{p.vector_tag}' in extra_vector_tags"
            return [shown.error("vector_tag", message)]
        self._targets.setdefault(p.variable, []).extend(t for t in mine if t in terms)
        prescribing = [t for t in mine if t not in terms]
        return [t.error("extra_vector_tags", "a condition that prescribes values has no residual to show")
                for t in prescribing]

    def update(self, state: State) -> None:
        """Write the sums at the current state into its auxiliary variables."""
        unknowns, auxiliaries = self.system.model.unknowns, self.system.model.auxiliaries
        if self._targets:
            state.aux = state.aux.copy()
        for name, terms in self._targets.items():
            target = auxiliaries.dofs[auxiliaries.index[name]]
            state.aux[target[target >= 0]] = 0.0
            for term in terms:
                residual = backend.to_host(self.system.residual(state, only=partial(is_, term)))
                source = unknowns.dofs[unknowns.index[term.p.variable]]
                both = (source >= 0) & (target >= 0)
                state.aux[target[both]] += residual[source[both]]
        if self._targets:
            auxiliaries.ghosts.update(state.aux)
