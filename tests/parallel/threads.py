"""Processes without MPI: threads that talk through shared lists, one after the other where physics runs."""
from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from alces.ranks import Ranks


class Talk:
    """What the threads share."""

    def __init__(self, size: int) -> None:
        self.size, self.slots = size, [None] * size
        self.barrier = threading.Barrier(size, timeout=20)


class ThreadRanks(Ranks):
    """One of several threads."""

    def __init__(self, talk: Talk, rank: int) -> None:
        self._talk, self.rank, self.size = talk, rank, talk.size

    def everyone(self, thing: Any) -> list[Any]:
        self._talk.slots[self.rank] = thing
        self._talk.barrier.wait()
        found = list(self._talk.slots)
        self._talk.barrier.wait()
        return found

    def sum(self, a: Any) -> Any:
        return sum(self.everyone(a)[1:], self.everyone(a)[0])

    def any(self, flag: bool) -> bool:
        return any(self.everyone(flag))

    def gather(self, thing: Any) -> list[Any]:
        found = self.everyone(thing)
        return found if self.first else []

    def share(self, thing: Any) -> Any:
        return self.everyone(thing)[0]

    def send(self, things: Mapping[int, Any]) -> dict[int, Any]:
        return {rank: sent[self.rank] for rank, sent in enumerate(self.everyone(dict(things)))
                if self.rank in sent}

    def swap(self, out: Mapping[int, np.ndarray], into: Mapping[int, np.ndarray]) -> None:
        for rank, array in self.send(out).items():
            into[rank][:] = array

    def wait(self) -> None:
        self.everyone(None)


def together(size: int, work: Callable[[Ranks], Any]) -> list[Any]:
    """What every thread returns; the first error of one of them is raised."""
    talk, found, errors = Talk(size), [None] * size, []

    def run(rank: int) -> None:
        try:
            found[rank] = work(ThreadRanks(talk, rank))
        except BaseException as error:
            errors.append(error)
            talk.barrier.abort()

    threads = [threading.Thread(target=run, args=(rank,)) for rank in range(size)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise next((e for e in errors if not isinstance(e, threading.BrokenBarrierError)), errors[0])
    return found
