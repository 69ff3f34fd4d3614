"""From a deck file to the tree that a run sees."""

from __future__ import annotations

from collections.abc import Sequence

from alces.hit.active import inactive_blocks, prune
from alces.hit.errors import DeckError, DeckErrors
from alces.hit.node import Node
from alces.hit.overrides import apply_override
from alces.hit.parser import Parser
from alces.hit.source import Source
from alces.hit.substitute import Substitution, mentioned


def parse(text: str, file: str = "<text>") -> Node:
    """The tree of a deck text, includes read (relative to `file`), `${}` left as it stands.

    Raises DeckErrors with all mistakes of syntax.
    """
    parser = Parser()
    root = parser.parse_source(Source(text, file))
    if parser.errors:
        raise DeckErrors(parser.errors)
    return root


def load(path: str, overrides: Sequence[str] = ()) -> Node:
    """The tree of a deck file: includes read, overrides set, `${}` replaced, inactive blocks removed.

    An override is `path/to/param=value`, one command-line argument. Blocks switched off by `active` and
    `inactive` are gone, and so are these two parameters; `${}` may still read parameters of such blocks.
    Raises DeckErrors: with all mistakes of syntax, or else with all of the later stages.
    """
    parser = Parser()
    root = parser.parse_file(path)
    errors = parser.errors
    used = mentioned(root)  # what an override replaces or a list switches off has still been of use
    for argument in overrides:
        try:
            apply_override(root, argument)
        except DeckError as error:
            errors.append(error)
    if errors:
        raise DeckErrors(errors)
    substitution = Substitution(root, errors)
    off = inactive_blocks(root, substitution, errors)
    substitution.apply(off)
    if errors:
        raise DeckErrors(errors)
    prune(root, off)
    root.referenced |= used & set(root.values)
    return root
