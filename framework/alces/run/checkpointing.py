"""When checkpoints are written: the deck's [Outputs] of `type = Checkpoint`, and what happens at the end."""
from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from alces.params import INTEGER, REAL, STRING, Param
from alces.run.checkpoint import collect
from alces.run.checkpoint_file import Content, path_of, prune, write
from alces.run.outputs import CannotWrite, Output, OutputSet, refused
from alces.run.stored_deck import describe


class Checkpoint(Output):
    """All that a run needs to go on later as if it had never stopped: `<file_base>_cp/<step>.chk`.

    Besides the steps that are due, the last finished step is written when the run is interrupted or fails.
    ``alces -i deck.i --recover`` and ``alces resume file`` go on from there.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("num_files", INTEGER, 2, doc="files that are kept, the last ones", range="num_files > 0"),
        Param("wall_time_interval", REAL, 0.0, doc="seconds that must have passed since the last file",
              unit="s", range="wall_time_interval >= 0"),
        Param("suffix", STRING, "cp", doc="end of the folder's name"),
    )
    without: ClassVar[tuple[str, ...]] = ("show", "hide")
    keeps_state: ClassVar[bool] = True

    def folder(self, deck: Path) -> Path:
        """Where the files are."""
        return Path(f"{self.base(deck)}_{self.p.suffix}")


class Checkpointing:
    """Keeps the last accepted state of a run in memory, and writes it when it is due or the run breaks off.

    Without a Checkpoint in the deck it does nothing.
    """

    def __init__(self, problem: Any, files: OutputSet):
        self._problem, self._files = problem, files
        wanted = problem.ranks.share(files.opened)  # the first process alone opens files
        self._outputs = [o for o in files.outputs if wanted and isinstance(o, Checkpoint)]
        self._last: Content | None = None
        self._on_disk = {output.name: -1 for output in self._outputs}
        self._written_at = {output.name: -float("inf") for output in self._outputs}
        self._time = dict(self._written_at)
        self._deck = describe(problem) if self._outputs else {}

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Write the last accepted state if what is inside is interrupted or fails; its end is ``FINAL``."""
        try:
            yield
        except BaseException:
            try:
                self._write_to(self._outputs)
            except CannotWrite as error:  # what has gone wrong before is the news
                self._problem.console.warning(f"no checkpoint of the last step: {error}")
            raise
        self._write_to([o for o in self._outputs if "FINAL" in (*o.p.execute_on, *o.p.additional_execute_on)])

    def accept(self, when: str) -> None:
        """Take note of the current state, the end of a step; `when` is ``INITIAL`` or ``TIMESTEP_END``."""
        if not self._outputs:
            return
        content = collect(self._problem)
        if not self._problem.ranks.first:
            return
        content.facts.update(deck=self._deck, outputs=self._files.positions())
        self._last = content
        step, t, now = self._problem.step, self._problem.state.t, time.monotonic()
        self._write_to([o for o in self._outputs if o.due(step, t, when, self._time[o.name])
                        and now >= self._written_at[o.name] + o.p.wall_time_interval])

    def _write_to(self, outputs: list[Checkpoint]) -> None:
        """Write the state that was accepted last, once."""
        if self._last is None:
            return
        step = self._last.facts["step"]
        for output in outputs:
            if self._on_disk[output.name] != step:
                folder = output.folder(self._problem.path)
                self._last.facts["home"] = os.path.relpath(self._problem.path.parent, folder)
                try:
                    write(path_of(folder, step), self._last)
                    prune(folder, step, output.p.num_files)
                except OSError as error:
                    raise refused(output, str(path_of(folder, step).with_suffix("")), error) from error
                self._on_disk[output.name], self._written_at[output.name] = step, time.monotonic()
                self._time[output.name] = self._last.facts["t"]
