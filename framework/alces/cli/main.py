"""The command line: ``alces -i deck.i [overrides] [PETSc options]`` and its sisters."""
from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

BAD_DECK, NOT_CONVERGED, INTERNAL, INTERRUPTED = 2, 3, 4, 130
"""Exit codes: a mistake in deck or command line, no convergence, a bug in Alces, stopped by the user."""

USAGE = """\
usage: alces -i DECK [path/to/parameter=value ...] [--backend numpy] [-petsc_option [value] ...]
       alces check DECK [path/to/parameter=value ...]
       alces doctor
       alces --version | --help

  -i DECK     run a deck; parameters given as path=value replace those of the deck
  check       read and validate a deck without running it
  doctor      what is installed, what fits together, and the one thing to mend

exit codes: 0 done, 2 mistake in the deck, 3 no convergence, 4 internal error, 130 interrupted"""


@dataclass
class Arguments:
    """The command line, sorted."""

    command: str = ""
    deck: str = ""
    overrides: list[str] = field(default_factory=list)
    petsc: dict[str, str] = field(default_factory=dict)
    quiet: bool = False
    backend: str = "numpy"


def sort_arguments(argv: Sequence[str]) -> Arguments:
    """Sort arguments into command, deck, overrides and PETSc options.

    Raises:
        ValueError: with what is wrong.
    """
    out = Arguments()
    words = list(argv)
    if words and words[0] in ("check", "doctor"):
        out.command = words.pop(0)
        if out.command == "check" and words and not words[0].startswith("-"):
            out.deck = words.pop(0)
    while words:
        word = words.pop(0)
        if word in ("-h", "--help"):
            out.command = "help"
        elif word == "--version":
            out.command = "version"
        elif word in ("-i", "--backend"):
            if not words:
                raise ValueError(f"{word} needs a value")
            value = words.pop(0)
            if word == "-i":
                out.command, out.deck = out.command or "run", value
            else:
                out.backend = value
        elif word in ("-q", "--quiet"):
            out.quiet = True
        elif word.startswith("--"):
            raise ValueError(f"unknown option '{word}'")
        elif word.startswith("-") and len(word) > 1 and not word[1].isdigit():
            takes = (
                bool(words)
                and not (words[0].startswith("-") and words[0][1:2].isalpha())
                and "=" not in words[0]
            )
            out.petsc[word[1:]] = words.pop(0) if takes else ""
        elif "=" in word:
            out.overrides.append(word)
        else:
            raise ValueError(f"'{word}' is neither an option nor path/to/parameter=value")
    if out.command in ("run", "check") and not out.deck:
        raise ValueError("no deck is given")
    return out


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    try:
        arguments = sort_arguments(sys.argv[1:] if argv is None else argv)
    except ValueError as error:
        print(f"alces: {error}\n\n{USAGE}", file=sys.stderr)
        return BAD_DECK
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
    from alces.cli.run import execute

    return execute(arguments)


if __name__ == "__main__":
    sys.exit(main())
