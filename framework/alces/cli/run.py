"""Run or check a deck for a person at a terminal."""
from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from pathlib import Path

import numpy

from alces import __version__, backend
from alces.cli.bench import bench, named
from alces.cli.ending import end
from alces.cli.jacobian import jacobian
from alces.cli.main import (
    BAD_DECK,
    INTERNAL,
    INTERRUPTED,
    NO_MEMORY,
    NO_SPACE,
    NOT_CONVERGED,
    Arguments,
)
from alces.cli.resume import DeckDiffers, recover, resumed
from alces.hit import DeckError, DeckErrors
from alces.hit import load as load_deck
from alces.output import Console
from alces.ranks import Ranks
from alces.run.checkpoint_file import CheckpointError
from alces.run.executioner import DidNotConverge
from alces.run.outputs import CannotWrite
from alces.run.problem import Problem
from alces.solve.mpi import world


def execute(arguments: Arguments) -> int:
    """Do what the command line asks for; the exit code. A mistake ends in a message, not in a traceback."""
    try:
        for reason in backend.use(arguments.backend):
            print(f"alces: {reason}; taking the next backend", file=sys.stderr)
        ranks = world()
    except (ValueError, RuntimeError) as error:
        print(f"alces: {error}", file=sys.stderr)
        return BAD_DECK
    numpy.seterr(all="ignore")  # what is not finite is found by the solver, and told in words
    stop = _Stop(at_once=ranks.size == 1)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    code, message = _attempt(arguments, ranks, stop)
    return end(ranks, code, message)


def _attempt(arguments: Arguments, ranks: Ranks, stop: _Stop) -> tuple[int, str]:
    """Exit code and what to say about it."""
    console = Console(quiet=arguments.quiet or not ranks.first)
    try:
        if arguments.command == "bench":
            return _bench(arguments, ranks)
        problem = _problem(arguments, console, ranks)
        problem.stopped = lambda: ranks.any(stop.seen)
        problem.solver_options()  # complains about what does not fit together
        if arguments.command == "check":
            if ranks.first:
                print(f"{arguments.deck}: no mistakes found; {_sizes(problem)}")
            return 0, ""
        if arguments.command == "jacobian" and ranks.size > 1:
            return BAD_DECK, "alces: the command 'jacobian' runs on one process"
        if arguments.command == "jacobian":
            return jacobian(problem, arguments.seed), ""
        _run(problem, console)
        return 0, ""
    except (CheckpointError, DeckDiffers) as error:
        return BAD_DECK, f"alces: {error}"
    except (DeckErrors, DeckError) as error:
        return BAD_DECK, error.render()
    except DidNotConverge as error:
        return NOT_CONVERGED, f"alces: {error}\nEverything up to there is on disk."
    except CannotWrite as error:
        return NO_SPACE, (f"alces: {error}\nWhat was written before is intact; make room"
                          " and go on with --recover if the deck writes checkpoints.")
    except MemoryError as error:
        return NO_MEMORY, (
            f"alces: out of memory: {error or 'Python does not say how much was asked for'}\n"
            + (backend.short_of_memory(error)
               or "Take fewer cells, lower orders, more processes on more machines (mpiexec), or an "
               "iterative solver ([Preconditioning]) in place of a factorisation."))
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED, "alces: interrupted; all finished steps are on disk"
    except Exception as error:
        if advice := backend.short_of_memory(error):
            return NO_MEMORY, f"alces: out of memory: {error}\n{advice}"
        if os.environ.get("ALCES_TRACEBACK"):
            traceback.print_exc()
        return INTERNAL, f"alces: {type(error).__name__}: {error}\n(set ALCES_TRACEBACK=1 to see where)"


def _problem(arguments: Arguments, console: Console, ranks: Ranks) -> Problem:
    """The problem that the command line asks for, at its start or where a checkpoint has left it."""
    if arguments.command == "resume":
        return resumed(Path(arguments.deck), arguments, console, ranks)
    problem = Problem(load_deck(arguments.deck, arguments.overrides), Path(arguments.deck), console,
                      arguments.petsc, ranks)
    if arguments.recover is not None:
        recover(problem, arguments, console)
    return problem


def _bench(arguments: Arguments, ranks: Ranks) -> tuple[int, str]:
    if ranks.size > 1:
        return BAD_DECK, "alces: the command 'bench' runs on one process"
    try:
        runs = list(named(arguments.deck, arguments.overrides))
    except ValueError as error:
        return BAD_DECK, f"alces: {error}"
    bench(runs)
    return 0, ""


def _run(problem: Problem, console: Console) -> None:
    p = problem.executioner.p
    count = problem.status.count
    console.banner(
        {
            "Alces": f"{__version__}, deck {problem.path}",
            "Mesh": f"{count('cells')} cells, {count('nodes')} nodes, {problem.model.mesh.dim}-D",
            "Unknowns": f"{count('dofs')} ({', '.join(problem.model.unknowns.index)})",
            **({"Processes": str(problem.ranks.size)} if problem.ranks.size > 1 else {}),
            **({"Backend": backend.describe()} if backend.active().name != "numpy" else {}),
            "Solver": problem.solver_options().describe(),
            "Time": f"{problem.executioner.scheme}, to t = {p.end_time:g}" if problem.transient else "steady",
        }
    )
    started = time.perf_counter()
    try:
        problem.execute()
    finally:
        problem.performance.counters |= backend.active().counts
        console.finish([*problem.performance.table().splitlines(),
                        f"finished at t = {problem.state.t:g} after {problem.step} steps, "
                        f"{time.perf_counter() - started:.1f} s",
                        *(f"results in {base}.*" for base in problem.result_files)])


def _sizes(problem: Problem) -> str:
    return f"{problem.status.count('cells')} cells, {problem.status.count('dofs')} unknowns"


class _Stop:
    """Handler of Ctrl-C and kill: interrupts at once, and remembers it; callbacks can lose an interrupt.

    Several processes agree on a moment instead: the end of the step, or the second signal.
    """

    def __init__(self, at_once: bool):
        self.seen, self._at_once = False, at_once

    def __call__(self, number: int, frame: object) -> None:
        again, self.seen = self.seen, True
        if self._at_once or again:
            raise KeyboardInterrupt
