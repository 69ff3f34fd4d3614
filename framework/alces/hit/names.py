"""Which words may name a block or a parameter: all that the parser can read back."""

from __future__ import annotations

import re

_CHARACTER = r"[^\s/=\[\]#'\"${}]"
_KEY_CHARACTER = r"(?:[^\s/=\[\]#'\"${}:]|:(?!(?:override)?=))"

BLOCK_NAME = re.compile(rf"(?!\.\.?$){_CHARACTER}+")
KEY = re.compile(rf"(?!!)(?:{_KEY_CHARACTER}|/)+")  # a name or a path, as far as ':=' or ':override='


def is_block_path(path: str) -> bool:
    """Whether `path` is block names joined by slashes."""
    return all(BLOCK_NAME.fullmatch(name) for name in path.split("/"))


def is_key(path: str) -> bool:
    """Whether `path` is the name of a parameter, or a path that ends in one."""
    block, _, name = path.rpartition("/")
    inside = is_block_path(block) if block else not path.startswith("/")
    return inside and bool(name) and bool(KEY.fullmatch(path))
