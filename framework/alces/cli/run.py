"""Run or check a deck for a person at a terminal."""
from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from pathlib import Path

from alces import __version__, backend
from alces.cli.jacobian import jacobian
from alces.cli.main import BAD_DECK, INTERNAL, INTERRUPTED, NOT_CONVERGED, Arguments
from alces.hit import DeckError, DeckErrors
from alces.hit import load as load_deck
from alces.output import Console
from alces.run.executioner import DidNotConverge
from alces.run.problem import Problem


def execute(arguments: Arguments) -> int:
    """Do what the command line asks for; the exit code. A mistake ends in a message, not in a traceback."""
    console = Console(quiet=arguments.quiet)
    stop = _Stop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    try:
        backend.use(arguments.backend)
    except (ValueError, RuntimeError) as error:
        print(f"alces: {error}", file=sys.stderr)
        return BAD_DECK
    try:
        problem = Problem(load_deck(arguments.deck, arguments.overrides), Path(arguments.deck), console,
                          arguments.petsc)
        problem.stopped = lambda: stop.seen
        problem.solver_options()  # complains about what does not fit together
        if arguments.command == "check":
            print(f"{arguments.deck}: no mistakes found; {_sizes(problem)}")
            return 0
        if arguments.command == "jacobian":
            return jacobian(problem, arguments.seed)
        _run(problem, console)
        return 0
    except DeckErrors as errors:
        print(errors.render(), file=sys.stderr)
        return BAD_DECK
    except DeckError as error:
        print(error.render(), file=sys.stderr)
        return BAD_DECK
    except DidNotConverge as error:
        print(f"alces: {error}\nEverything up to there is on disk.", file=sys.stderr)
        return NOT_CONVERGED
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        print("alces: interrupted; all finished steps are on disk", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("ALCES_TRACEBACK"):
            traceback.print_exc()
        print(
            f"alces: {type(error).__name__}: {error}\n(set ALCES_TRACEBACK=1 to see where)", file=sys.stderr
        )
        return INTERNAL


def _run(problem: Problem, console: Console) -> None:
    p = problem.executioner.p
    mesh = problem.model.mesh
    console.banner(
        {
            "Alces": f"{__version__}, deck {problem.path}",
            "Mesh": f"{mesh.n_cells} cells, {mesh.n_nodes} nodes, {mesh.dim}-D",
            "Unknowns": f"{problem.model.unknowns.n} ({', '.join(problem.model.unknowns.index)})",
            "Solver": problem.solver_options().describe(),
            "Time": f"{problem.executioner.scheme}, to t = {p.end_time:g}" if problem.transient else "steady",
        }
    )
    started = time.perf_counter()
    try:
        problem.run()
    finally:
        console.finish([*problem.performance.table().splitlines(),
                        f"finished at t = {problem.state.t:g} after {problem.step} steps, "
                        f"{time.perf_counter() - started:.1f} s",
                        *(f"results in {base}.*" for base in problem.result_files)])


def _sizes(problem: Problem) -> str:
    return f"{problem.model.mesh.n_cells} cells, {problem.model.unknowns.n} unknowns"


class _Stop:
    """Handler of Ctrl-C and kill: interrupts at once, and remembers it; callbacks can lose an interrupt."""

    seen = False

    def __call__(self, number: int, frame: object) -> None:
        self.seen = True
        raise KeyboardInterrupt
