"""What every object of a deck has."""
from __future__ import annotations

from typing import ClassVar

from alces.hit import DeckError
from alces.params import Param, Values


class Object:
    """Something that a deck can name with `type`.

    Class attributes:
        system: the deck block it stands in, e.g. ``"Kernels"``.
        parameters: what it takes besides the parameters of its bases.
        without: names of inherited parameters that it does not take.

    Attributes:
        name: the name of its block, or the type's name where blocks have no names.
        p: its checked parameters, read as ``self.p.kappa``.
    """

    system: ClassVar[str] = ""
    parameters: ClassVar[tuple[Param, ...]] = ()
    without: ClassVar[tuple[str, ...]] = ()

    def __init__(self, name: str, p: Values):
        self.name = name
        self.p = p
        self.setup()

    def setup(self) -> None:
        """Derive what is constant from the parameters; raise `self.error` where they do not fit together."""

    def error(self, parameter: str, message: str, offset: int = 0, hint: str = "") -> DeckError:
        """An exception that points at a parameter: ``raise self.error("nu", "must be below 0.5")``.

        Args:
            offset: character of the parameter's text to point at.
            hint: what is allowed, or what to do.
        """
        where = f"{type(self).__name__} '{self.name}'" + (f", parameter '{parameter}'" if parameter else "")
        return DeckError(f"{where}: {message}", self.p.location_of(parameter, offset), hint)
