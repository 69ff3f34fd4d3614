"""`alces resume` and `--recover`: going on from a checkpoint."""
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from alces.cli.main import Arguments
from alces.hit import load as load_deck
from alces.output import Console
from alces.ranks import Ranks
from alces.run.checkpoint_facts import check_facts, understood
from alces.run.checkpoint_file import Content
from alces.run.problem import Problem
from alces.run.resume import deck_of, folders, latest
from alces.run.stored_deck import Change, changes, stored_tree, told


class DeckDiffers(Exception):
    """The deck is not the one that the checkpoint was made with; the text says in what."""


def resumed(place: Path, arguments: Arguments, console: Console, ranks: Ranks) -> Problem:
    """The problem of the deck inside a checkpoint, ready to go on.

    Raises:
        CheckpointError: the checkpoint cannot be used.
        DeckError, DeckErrors: a mistake in the overrides.
    """
    path, content, wrong = latest([place])
    _warn(console, wrong)
    check_facts(path, content.facts)
    with understood(path):
        deck, deck_path = deck_of(path, content, arguments.overrides)
        found = changes(deck_of(path, content)[0], deck)
    problem = Problem(deck, deck_path, console, arguments.petsc, ranks)
    _go_on(problem, path, content, found, console)
    return problem


def recover(problem: Problem, arguments: Arguments, console: Console) -> None:
    """Bring the problem of a deck to where its checkpoint is.

    Raises:
        CheckpointError: the checkpoint cannot be used.
        DeckDiffers: the deck has changed otherwise than on the command line, and nobody says ``--force``.
    """
    places = [Path(arguments.recover)] if arguments.recover else folders(problem)
    path, content, wrong = latest(places)
    _warn(console, wrong)
    now = load_deck(arguments.deck, arguments.overrides)
    check_facts(path, content.facts)
    with understood(path):
        found = changes(stored_tree(content.facts["deck"], problem.path.parent), now)
    said, unsaid = told(found, load_deck(arguments.deck), now) if arguments.overrides else ([], found)
    if unsaid and not arguments.force:
        raise DeckDiffers(
            f"'{path}' was written by a run of another deck:\n{_listed(unsaid)}\n"
            "give --force to go on with the deck as it is now, or the old values on the command line"
        )
    _go_on(problem, path, content, [*said, *unsaid], console)


def _go_on(problem: Problem, path: Path, content: Content, found: list[Change], console: Console) -> None:
    with understood(path):
        problem.resume(content)
    console.message(f"going on from {path}: step {problem.step}, t = {problem.state.t:g}")
    if found:
        console.message(f"with changes of the deck:\n{_listed(found)}")


def _listed(found: Iterable[Change]) -> str:
    return "\n".join(f"  {change}" for change in found)


def _warn(console: Console, wrong: Iterable[str]) -> None:
    for text in wrong:
        console.warning(text)
