"""What physics asked for does not exist where it acts: a mistake of the deck that shows only at run time."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


class Unavailable(LookupError):
    """A variable or property that does not exist at the points where it is asked for.

    Attributes:
        name, known: what was asked for, and what there is instead.
        asked_by: the object that asked, if known.
    """

    def __init__(self, message: str, name: str = "", known: Iterable[str] = ()):
        super().__init__(message)
        self.message, self.name, self.known = message, name, tuple(known)
        self.asked_by: Any = None


@contextmanager
def asked_by(thing: Any) -> Iterator[None]:
    """What is unavailable inside was asked for by `thing`."""
    try:
        yield
    except Unavailable as error:
        error.asked_by = error.asked_by or thing
        raise
