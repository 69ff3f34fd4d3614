"""How several processes end together."""
from __future__ import annotations

import sys

from alces.ranks import Ranks
from alces.solve.mpi import ManyRanks

PATIENCE = 10.0
"""Seconds that a process waits for the others to end too, before it ends them."""


def end(ranks: Ranks, code: int, message: str) -> int:
    """Print why this process ends; the exit code of all.

    If the others have not failed, they may wait for this one forever: then they are ended.
    """
    if not isinstance(ranks, ManyRanks):
        if message:
            print(message, file=sys.stderr)
        return code
    if not ranks.meet(PATIENCE):
        sys.stdout.flush()
        print(f"process {ranks.rank}: {message}\nThe other processes are ended.", file=sys.stderr, flush=True)
        ranks.abort(code)
    said = ranks.everyone((code, message))
    if ranks.first:
        for text in dict.fromkeys(text for _, text in said if text):
            print(text, file=sys.stderr)
    return max(code for code, _ in said)
