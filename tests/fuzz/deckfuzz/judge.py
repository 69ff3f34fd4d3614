"""What must hold of any deck: it is fine, or its mistakes are told; nothing else, and soon."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import alces
from alces.hit import DeckError, DeckErrors
from alces.run.executioner import DidNotConverge

STEPS = 2


class TookTooLong(BaseException):
    """Not an Exception: nothing on the way may take it for a failed step."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TookTooLong in the block after `seconds` of computing, or ten times as long of anything."""

    def stop(number: int, frame: object) -> None:
        raise TookTooLong(f"not done after {seconds:g} s")

    before = {number: signal.signal(number, stop) for number in (signal.SIGPROF, signal.SIGALRM)}
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def verdict(
    text: str, overrides: Sequence[str], folder: Path, run: bool = False, seconds: float = 20.0
) -> str:
    """ "fine", "mistakes" or "no convergence"; raises whatever else comes of the deck.

    The deck is written into `folder`. With `run` it is run for at most `STEPS` steps, and its files written.
    """
    path = folder / "deck.i"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    quiet = contextlib.redirect_stdout(io.StringIO())
    with _inside(folder), time_limit(seconds), quiet, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            problem = alces.load("deck.i", *overrides)
            problem.solver_options()
            if run:
                p = problem.executioner.p.as_dict()
                if "num_steps" in p:
                    problem.executioner.p._values["num_steps"] = min(p["num_steps"], STEPS)
                problem.run()
        except DeckErrors as found:
            _look_at(found)
            return "mistakes"
        except DeckError as error:
            _look_at(DeckErrors([error]))
            return "mistakes"
        except DidNotConverge as error:
            assert str(error).strip(), "DidNotConverge without a message"
            return "no convergence"
    return "fine"


def _look_at(found: DeckErrors) -> None:
    assert found.errors, "DeckErrors without errors"
    assert found.render()
    for error in found.errors:
        assert error.message.strip(), "an error without a message"
        placed = error.location is not None or "'deck.i'" in error.message  # the file as a whole
        assert placed, f"an error without a place: {error.message}"
        assert "Traceback" not in error.message


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
