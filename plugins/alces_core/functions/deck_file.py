"""Data files that decks name."""
from __future__ import annotations

from errno import ENOENT
from pathlib import Path

from alces.physics import Object


def read_lines(owner: Object, parameter: str) -> tuple[Path, list[str]]:
    """Path and lines of the file that a parameter names relative to the deck, without comments (#)."""
    deck = owner.p.location_of(parameter)
    path = (Path(deck.file).parent if deck else Path()) / getattr(owner.p, parameter)
    try:
        if not path.is_file():  # a device or a pipe might never end
            raise FileNotFoundError(ENOENT, "No such file")
        text = path.read_text()
    except OSError as error:
        raise owner.error(parameter, f"cannot read '{path}': {error.strerror}") from None
    except UnicodeDecodeError:
        raise owner.error(parameter, f"'{path}' is no text file") from None
    return path, [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]
