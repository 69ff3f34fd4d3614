"""A declared parameter and the checked values of an object."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from alces.hit import Location, Value
from alces.params.kinds import Kind

REQUIRED: Any = type("Required", (), {"__repr__": lambda self: "required"})()
"""Default of a parameter that a deck must give."""


@dataclass(frozen=True)
class Param:
    """One parameter: its name, kind, default, meaning, unit and admissible range.

    `range` is an expression of the parameter's own name, such as ``"kappa > 0"``; for lists it holds for
    every entry. `aliases` are deprecated or alternative spellings. `length` is the number of entries that a
    list must have. A default of None means: may be left out, and the object sees None.
    """

    name: str
    kind: Kind
    default: Any = REQUIRED
    doc: str = ""
    unit: str = ""
    range: str = ""
    aliases: tuple[str, ...] = ()
    length: int | None = None

    @property
    def required(self) -> bool:
        return self.default is REQUIRED


@dataclass
class Values:
    """The checked parameters of one object, read as attributes; `location_of` says where each stands."""

    _values: dict[str, Any]
    _sources: dict[str, Value] = field(default_factory=dict)
    _location: Location | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"no parameter '{name}' is declared") from None

    def given(self, name: str) -> bool:
        """Whether the deck sets the parameter (rather than its default)."""
        return name in self._sources

    def location_of(self, name: str = "", offset: int = 0) -> Location | None:
        """Where the parameter stands in the deck; the object's own place if it was not given.

        Args:
            offset: character of the value's text to point at, counted without the white space before it.
        """
        source = self._sources.get(name)
        if source is None:
            return self._location
        if offset == 0:
            return source.location
        return source.at(offset + len(source.text) - len(source.text.lstrip()))

    def as_dict(self) -> dict[str, Any]:
        """Name -> value."""
        return dict(self._values)
