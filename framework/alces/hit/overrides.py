"""Parameters given on the command line: `path/to/param=value`."""

from __future__ import annotations

import re

from alces.hit.errors import DeckError, Location
from alces.hit.names import KEY, is_key
from alces.hit.node import Node
from alces.hit.value import Value, quoted_parts, unquote

FILE = "<command line>"
_ASSIGN = re.compile(r"\s*(?:=|:=|:override=)\s*")


def apply_override(root: Node, argument: str) -> None:
    """Set the parameter that `argument` names, in place of the deck's value; missing blocks are made.

    The value is the rest of the argument, quoted or not. Raises DeckError, placed in "<command line>".
    """
    start = len(argument) - len(argument.lstrip())
    place = _location(argument, start)
    key = KEY.match(argument, start)
    assign = _ASSIGN.match(argument, key.end()) if key else None
    if key is None or assign is None:
        raise DeckError(f"'{argument}' is no override", place, "write path/to/parameter=value")
    path = key.group()
    if ":" in path.split("/")[0]:
        raise DeckError(f"'{argument}': there are no MultiApps", place, "leave out what stands up to the ':'")
    if not is_key(path):
        raise DeckError(f"'{path}' is no path of a parameter", place, "write path/to/parameter=value")
    raw = argument[assign.end() :].rstrip()
    value_place = _location(argument, assign.end())
    if not raw:  # a shell makes this of path=''
        raw = "''"
    if raw[0] in "'\"":
        parts = quoted_parts(raw, 0)
        if not parts:
            raise DeckError(f"quote {raw[0]} is never closed", value_place)
        if parts[-1][1] != len(raw):
            behind = _location(argument, assign.end() + parts[-1][1])
            raise DeckError("unexpected text behind the closing quote", behind)
    root.set_value(path, Value(unquote(raw), value_place, raw, place))


def _location(argument: str, offset: int) -> Location:
    return Location(FILE, 1, offset + 1, argument)
