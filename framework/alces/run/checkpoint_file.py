"""Checkpoints on disk: a folder of files `0005.chk`, one a step, of which the last few are kept.

A file is one line that says what it is, the SHA-256 of the rest, and a zip archive of NumPy arrays (without
pickled objects, so that reading one executes nothing) with a JSON text among them. It appears under its name
only when it is complete and on the disk.
"""
from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy

FORMAT = 1
_TITLE = b"ALCES CHECKPOINT %d\n"
_DIGEST = 64
_HEADER = "header"


class CheckpointError(Exception):
    """A checkpoint cannot be used; the text says why and what to do."""


@dataclass
class Content:
    """What a checkpoint holds: named arrays, and facts that JSON can express."""

    arrays: dict[str, numpy.ndarray] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


def path_of(folder: Path, step: int) -> Path:
    """The file of a step."""
    return folder / f"{step:04d}.chk"


def in_folder(folder: Path) -> list[Path]:
    """The checkpoints of a folder, latest first."""
    found = [path for path in folder.glob("*.chk") if path.stem.isdigit()]
    return sorted(found, key=lambda path: int(path.stem), reverse=True)


def write(path: Path, content: Content) -> None:
    """Write a checkpoint, completely or not at all.

    Raises:
        OSError: the disk does not take it; an older file of the name is still there then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".chk.new")
    text = numpy.frombuffer(json.dumps(content.facts).encode(), dtype=numpy.uint8)
    try:
        with unfinished.open("w+b") as file:
            file.write(_TITLE % FORMAT + b"0" * _DIGEST + b"\n")
            start = file.tell()
            numpy.savez(file, **{_HEADER: text}, **content.arrays)
            file.seek(start)
            digest = _digest(file)
            file.seek(start - _DIGEST - 1)
            file.write(digest)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def prune(folder: Path, step: int, keep: int) -> None:
    """Remove what a run that has written a step makes obsolete.

    These are all but the last files, and any of later steps: they belong to an earlier run, whose results
    this one overwrites.
    """
    found = in_folder(folder)
    later = [path for path in found if int(path.stem) > step]
    for path in (*later, *[p for p in found if p not in later][keep:], *folder.glob("*.chk.new")):
        path.unlink(missing_ok=True)


def read(path: Path) -> Content:
    """The content of a checkpoint.

    Raises:
        CheckpointError: the file is missing, no checkpoint, of another format, or damaged.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path)
    except OSError as error:
        raise CheckpointError(f"cannot read the checkpoint '{path}': {error.strerror or error}") from None


def _read(file: BinaryIO, path: Path) -> Content:
    title = file.readline(80)
    if not title.startswith(_TITLE.split(b"%")[0]):
        raise CheckpointError(f"'{path}' is no checkpoint of Alces")
    if title != _TITLE % FORMAT:
        number = title.decode(errors="replace").split()[-1]
        raise CheckpointError(f"'{path}' has the checkpoint format {number}, but this Alces reads {FORMAT}")
    said = file.readline(_DIGEST + 1).strip()
    start = file.tell()
    if said != _digest(file):
        raise CheckpointError(f"the checkpoint '{path}' is damaged or was cut off: its checksum is wrong")
    file.seek(start)
    try:
        with numpy.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        return Content(arrays, json.loads(arrays.pop(_HEADER).tobytes()))
    except Exception as error:  # a damaged archive lets zipfile and NumPy raise nearly anything
        told = f"{type(error).__name__}: {error}"
        raise CheckpointError(f"the checkpoint '{path}' does not hold what it should ({told})") from None


def _digest(file: BinaryIO) -> bytes:
    """SHA-256 of what follows in a file, in hexadecimal digits."""
    return hashlib.file_digest(cast(Any, file), "sha256").hexdigest().encode()


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power failure, where the system can."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
