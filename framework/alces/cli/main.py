"""The command line: ``alces -i deck.i [overrides] [PETSc options]`` and its sisters."""
from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

BAD_DECK, NOT_CONVERGED, INTERNAL, NO_SPACE, NO_MEMORY, INTERRUPTED = 2, 3, 4, 5, 6, 130
"""Exit codes: a mistake in deck or command line, no convergence, a bug in Alces, results that cannot be
written, not enough memory, stopped by the user."""

COMMANDS = ("check", "jacobian", "resume", "bench", "list", "explain", "doctor")
DECK_COMMANDS = ("check", "jacobian", "resume")
OPTIONS = ("--help", "--version", "--backend", "--quiet", "--random", "--recover", "--force")

USAGE = """\
usage: alces -i DECK [path/to/parameter=value ...] [--backend NAMES] [--quiet] [-petsc_option [value] ...]
       alces -i DECK --recover [CHECKPOINT] [--force] [path/to/parameter=value ...]
       alces resume CHECKPOINT [path/to/parameter=value ...]
       alces check DECK [path/to/parameter=value ...]
       alces jacobian DECK [path/to/parameter=value ...] [--random SEED]
       alces bench [DECK] [path/to/parameter=value[,value ...] ...] [--backend cupy]
       alces list [SYSTEM | WORD]
       alces explain TYPE
       alces doctor
       alces --version | --help

  -i DECK     run a deck; parameters given as path=value replace those of the deck
  --backend   what computes: numpy, or cupy for a GPU; of several the first that works
  --recover   go on from the latest checkpoint of the deck, or from the one named; --force: although the deck
              has changed
  resume      go on from a checkpoint (a file, or a folder: the latest in it) with the deck that is inside
  check       read and validate a deck without running it
  jacobian    compare the partials of every term with complex step (exit code 1 if some are wrong)
  bench       seconds of assembly and of a solution: one row per value, until memory is full
  list        the types a deck can name: all, those of a system (Kernels), those that a word fits
  explain     what a type is and which parameters it takes
  doctor      what is installed, what fits together, and the one thing to mend

exit codes: 0 done, 2 mistake in the deck, 3 no convergence, 4 internal error, 5 results cannot be written,
            6 out of memory, 130 interrupted"""


@dataclass
class Arguments:
    """The command line, sorted."""

    command: str = ""
    deck: str = ""
    words: list[str] = field(default_factory=list)
    overrides: list[str] = field(default_factory=list)
    petsc: dict[str, str] = field(default_factory=dict)
    quiet: bool = False
    backend: str = "numpy"
    seed: int | None = None
    recover: str | None = None  # "" for the latest checkpoint of the deck
    force: bool = False


def sort_arguments(argv: Sequence[str]) -> Arguments:
    """Sort arguments into command, deck, overrides and PETSc options.

    Raises:
        ValueError: with what is wrong.
    """
    out = Arguments()
    words = list(argv)
    if words and words[0] in COMMANDS:
        out.command = words.pop(0)
        takes_deck = out.command in (*DECK_COMMANDS, "bench")
        if takes_deck and words and not words[0].startswith("-") and "=" not in words[0]:
            out.deck = words.pop(0)
    while words:
        word = words.pop(0)
        if word in ("-h", "--help"):
            out.command = "help"
        elif word == "--version":
            out.command = "version"
        elif word in ("-i", "--backend", "--random"):
            if not words:
                raise ValueError(f"{word} needs a value")
            value = words.pop(0)
            if word == "-i":
                out.command, out.deck = out.command or "run", value
            elif word == "--random":
                if not value.isdigit():
                    raise ValueError(f"--random needs a whole number, not '{value}'")
                out.seed = int(value)
            else:
                out.backend = value
        elif word in ("-q", "--quiet"):
            out.quiet = True
        elif word == "--recover":
            named = words and not words[0].startswith("-") and "=" not in words[0]
            out.recover = words.pop(0) if named else ""
        elif word == "--force":
            out.force = True
        elif word.startswith("--"):
            from alces.hit import did_you_mean

            hint = did_you_mean(word, OPTIONS)
            raise ValueError(f"unknown option '{word}'" + (f"; {hint}" if hint else ""))
        elif word.startswith("-") and len(word) > 1 and not word[1].isdigit():
            takes = (
                bool(words)
                and not (words[0].startswith("-") and words[0][1:2].isalpha())
                and "=" not in words[0]
            )
            out.petsc[word[1:]] = words.pop(0) if takes else ""
        elif "=" in word:
            out.overrides.append(word)
        elif out.command in ("list", "explain"):
            out.words.append(word)
        else:
            raise ValueError(f"'{word}' is neither an option nor path/to/parameter=value{_meant(word)}")
    if out.command in ("run", *DECK_COMMANDS) and not out.deck:
        raise ValueError("no checkpoint is given" if out.command == "resume" else "no deck is given")
    if out.recover is not None and out.command != "run":
        raise ValueError("--recover goes with -i DECK")
    if out.force and out.recover is None:
        raise ValueError("--force goes with --recover")
    if out.command == "explain" and not out.words:
        raise ValueError("no type is given")
    return out


def _meant(word: str) -> str:
    """What a stray word may have been meant for."""
    from alces.hit import did_you_mean

    if os.path.isfile(word):
        return f"; to run it write: alces -i {word}"
    hint = did_you_mean(word, COMMANDS)
    return f"; {hint}" if hint else ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    try:
        arguments = sort_arguments(sys.argv[1:] if argv is None else argv)
    except ValueError as error:
        print(f"alces: {error}\n`alces --help` shows what there is", file=sys.stderr)
        return BAD_DECK
    try:
        return _do(arguments)
    except BrokenPipeError:  # `alces list | head`
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - Python flushes it at the end
        return INTERRUPTED


def _do(arguments: Arguments) -> int:
    if arguments.command == "doctor":
        from alces.cli.doctor import doctor

        return doctor()
    if arguments.command == "version":
        from alces import __version__

        print(f"alces {__version__}")
        return 0
    if arguments.command in ("", "help"):
        print(USAGE)
        return 0 if arguments.command else BAD_DECK
    if arguments.command in ("list", "explain"):
        from alces.cli.catalogue import explain, list_objects

        return (explain if arguments.command == "explain" else list_objects)(arguments.words)
    from alces.cli.run import execute

    return execute(arguments)


if __name__ == "__main__":
    sys.exit(main())
