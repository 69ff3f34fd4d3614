"""Whether the facts in a checkpoint are of the kinds that a run goes on from."""
from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alces.run.checkpoint_file import CheckpointError


def _number(x: Any) -> bool:
    return isinstance(x, (int, float)) and not isinstance(x, bool)


def _finite(x: Any) -> bool:
    return _number(x) and math.isfinite(x)


def _count(x: Any) -> bool:
    return isinstance(x, int) and not isinstance(x, bool) and x >= 0


def _numbers(x: Any) -> bool:
    return isinstance(x, dict) and all(map(_number, x.values()))


def _words(x: Any) -> bool:
    return isinstance(x, list) and all(isinstance(word, str) for word in x)


def _pairs(x: Any) -> bool:
    if x is None:
        return True
    lists = isinstance(x, list) and all(isinstance(pair, list) for pair in x)
    return lists and all(len(pair) == 2 and all(map(_count, pair)) for pair in x)


def _tables(x: Any) -> bool:
    return isinstance(x, dict) and all(map(_words, x.values()))


def _dictionary(x: Any) -> bool:
    return isinstance(x, dict)


_KINDS: Mapping[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("t", "dt", "rate", "second_rate", "solve_seconds", "dt_old"), _finite),
    **dict.fromkeys(("step", "newton_iterations", "linear_iterations"), _count),
    **dict.fromkeys(("postprocessors", "postprocessors_old"), _numbers),
    **dict.fromkeys(("solver", "stepper", "deck", "outputs"), _dictionary),
    "cut": lambda x: isinstance(x, bool),
    "home": lambda x: isinstance(x, str),
    "tables": _tables,
    "aux_read": _words,
    "pattern": _pairs,
}


def check_facts(path: Path, facts: Mapping[str, Any]) -> None:
    """Raise CheckpointError where one is missing or of another kind.

    The checksum finds damage; this finds what another program has written.
    """
    for name, sound in _KINDS.items():
        if name not in facts or not sound(facts[name]):
            raise CheckpointError(f"the checkpoint '{path}' does not hold what it should: '{name}' is wrong")


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """What does not fit together in a checkpoint is one message."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        told = f"{type(error).__name__}: {error}"
        raise CheckpointError(f"the checkpoint '{path}' does not hold what it should ({told})") from error
