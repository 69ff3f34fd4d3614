"""What goes wrong in a run as messages about the deck."""
from __future__ import annotations

from typing import Any

from alces.assembly import Unavailable
from alces.hit import DeckError, DeckErrors, Location, did_you_mean
from alces.mesh import MeshError
from alces.solve.petsc_options import OptionError


class Explained:
    """Turns what physics raises about missing properties and the like into a deck error."""

    def __init__(self, problem: Any):
        self.problem = problem

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if isinstance(error, DeckError) and not isinstance(error, DeckErrors):
            raise DeckErrors([error]) from error
        if isinstance(error, MeshError):
            place = self.problem.deck.children["Mesh"].location
            raise DeckErrors([DeckError(f"[Mesh]: {error}", place)]) from error
        if isinstance(error, OptionError):
            raise DeckErrors([DeckError(str(error), self._place_of_option(str(error)))]) from error
        if isinstance(error, Unavailable):
            asked, deck = error.asked_by, self.problem.deck
            place = asked.p.location_of() if asked else deck.children.get("Materials", deck).location
            where = f"[{asked.system}/{asked.name}]: " if asked else ""
            hint = did_you_mean(error.name, error.known)
            raise DeckErrors([DeckError(where + error.message, place, hint)]) from error

    def _place_of_option(self, message: str) -> Location | None:
        """Where the deck gives PETSc a value that the message names; None for the command line."""
        for thing in (self.problem._preconditioner, self.problem.executioner):
            if thing is not None and any(value in message.split() for value in thing.p.petsc_options_value):
                return thing.p.location_of("petsc_options_value")
        return None
