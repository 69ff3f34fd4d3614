"""Finding a checkpoint and making the problem that goes on from it."""
from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from alces.hit import Node
from alces.run.checkpoint_file import CheckpointError, Content, in_folder, read
from alces.run.checkpointing import Checkpoint
from alces.run.stored_deck import stored_tree


def latest(places: Iterable[Path]) -> tuple[Path, Content, list[str]]:
    """The checkpoint to go on from, and what is wrong with later ones.

    Args:
        places: a file, with or without its suffix, or folders of which the latest sound file is taken.

    Raises:
        CheckpointError: there is none.
    """
    places = list(places)
    if len(places) == 1 and not places[0].is_dir():
        named = places[0].with_name(places[0].name + ".chk")
        chosen = named if named.exists() else places[0]
        if chosen.suffix or chosen.exists():
            return chosen, read(chosen), []
    found = [p for folder in places for p in in_folder(folder)]
    found.sort(key=lambda p: int(p.stem), reverse=True)
    wrong: list[str] = []
    for path in found:
        try:
            return path, read(path), wrong
        except CheckpointError as error:
            wrong.append(str(error))
    where = ", ".join(f"'{folder}'" for folder in places)
    none = f"there is no {'sound ' if wrong else ''}checkpoint in {where}"
    raise CheckpointError("\n".join([*wrong, none]))


def folders(problem: Any) -> list[Path]:
    """Where a deck's Checkpoint outputs write.

    Raises:
        CheckpointError: it has none.
    """
    found = [output.folder(problem.path) for output in problem._outputs if isinstance(output, Checkpoint)]
    if not found:
        raise CheckpointError("the deck writes no checkpoints: [Outputs] has no 'checkpoint = true'")
    return found


def deck_of(path: Path, content: Content, overrides: Sequence[str] = ()) -> tuple[Node, Path]:
    """The deck inside a checkpoint, and its path.

    Raises:
        DeckErrors, DeckError: a mistake in the overrides.
    """
    folder = Path(os.path.relpath(path.parent / content.facts["home"]))
    deck = content.facts["deck"]
    return stored_tree(deck, folder, overrides), folder / deck["name"]
