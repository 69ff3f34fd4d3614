"""The deck's [Outputs]: which writers there are, and when they write."""
from __future__ import annotations

import errno
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from alces.hit import DeckError, Location, Node, did_you_mean
from alces.output import Field, RunInfo, Snapshot, Writer
from alces.params import (
    BOOLEAN,
    INTEGER,
    REAL,
    REALS,
    STRING,
    STRINGS,
    Choices,
    Never,
    Param,
    declared,
    validate,
)
from alces.physics import Object

SHORTCUTS = {
    "exodus": "Exodus", "csv": "CSV", "netcdf": "NetCDF", "pictures": "Pictures", "console": "Console",
    "gnuplot": "Gnuplot", "checkpoint": "Checkpoint",
}
"""``exodus = true`` in [Outputs] stands for a block of this type."""

_SHARED = ("file_base", "interval", "time_step_interval", "execute_on", "additional_execute_on", "sync_times",
           "start_time", "end_time", "start_step", "end_step", "minimum_time_interval",
           "min_simulation_time_interval", "show", "hide", "append_date",
           "print_linear_residuals", "print_linear_converged_reason", "print_nonlinear_residuals",
           "print_nonlinear_converged_reason", "print_mesh_changed_info", "perf_graph", "perf_graph_live",
           "perf_graph_live_time_limit", "perf_graph_live_mem_limit", "print_perf_log", "color")

WHEN = Choices("NONE", "INITIAL", "TIMESTEP_BEGIN", "TIMESTEP_END", "FINAL", "FAILED", "NONLINEAR", "LINEAR")


class Output(Object):
    """One writer of results with its rhythm."""

    system: ClassVar[str] = "Outputs"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "file_base",
            STRING,
            "",
            doc="path without suffix; default: the deck's, with _out or the block's name",
        ),
        Param(
            "interval",
            INTEGER,
            1,
            doc="write every so many steps",
            range="interval > 0",
            aliases=("time_step_interval",),
        ),
        Param(
            "sync_times", REALS, (), doc="times that are stepped to exactly and always written", unit="time"
        ),
        Param(
            "execute_on",
            WHEN,
            ("INITIAL", "TIMESTEP_END"),
            doc="when it writes",
        ),
        Param("additional_execute_on", WHEN, (), doc="when it writes besides"),
        Param("sync_only", BOOLEAN, False, doc="write at the sync_times only"),
        Param("start_time", REAL, -math.inf, doc="time before which nothing is written", unit="time"),
        Param("end_time", REAL, math.inf, doc="time after which nothing is written", unit="time"),
        Param("start_step", INTEGER, 0, doc="step before which nothing is written"),
        Param("end_step", INTEGER, None, doc="step after which nothing is written"),
        Param("minimum_time_interval", REAL, 0.0, doc="least time between two writes, the last one excepted",
              unit="time", aliases=("min_simulation_time_interval",)),
        Param("time_tolerance", REAL, 1e-14, doc="tolerance of comparisons of times", unit="time"),
        Param("use_displaced", Never("results belong to the undisplaced mesh"), False,
              doc="write on the displaced mesh"),
        Param("append_date", Never("names of files have no dates"), False, doc="add the date to the name"),
        Param("show", STRINGS, (), doc="only these variables and postprocessors"),
        Param("hide", STRINGS, (), doc="all but these"),
    )
    suffix: ClassVar[str] = "out"
    keeps_state: ClassVar[bool] = False  # whether the run can be continued from what it writes

    def writer(self) -> Writer | None:
        """The object that writes; None if this output needs no file."""
        return None

    def base(self, deck: Path) -> str:
        """Path of the results without suffix."""
        if self.p.file_base:
            return self.p.file_base
        end = self.suffix if self.name in SHORTCUTS else self.name
        return str(deck.with_suffix("")) + f"_{end}"

    def selects(self, field: Field) -> bool:
        """Whether a field is written."""
        if not {"all", self.name} & set(field.outputs):
            return False
        return (not self.p.show or field.name in self.p.show) and field.name not in self.p.hide

    def due(self, step: int, time: float, when: str, last: float = -math.inf) -> bool:
        """Whether a step is written; `when` is ``INITIAL``, ``TIMESTEP_END`` or ``FINAL``, `last` the time of
        the write before."""
        p = self.p
        if when not in (*p.execute_on, *p.additional_execute_on):
            return False
        if when == "FINAL":
            return True
        if any(abs(time - t) <= 1e-10 * max(abs(t), 1e-300) for t in p.sync_times):
            return True
        if p.sync_only or time - last < p.minimum_time_interval - p.time_tolerance:
            return False
        in_time = p.start_time - p.time_tolerance <= time <= p.end_time + p.time_tolerance
        in_steps = p.start_step <= step and (p.end_step is None or step <= p.end_step)
        return in_time and in_steps and (when != "TIMESTEP_END" or step % p.interval == 0)


def output_nodes(block: Node | None, builder: Any) -> Iterator[Node]:
    """A block for each output: those of the deck and those that a shortcut stands for."""
    if block is None:
        return
    shared = {name: value for name, value in block.values.items() if name in _SHARED}
    for name, value in block.values.items():
        if name in SHORTCUTS:
            if value.text.strip().lower() in ("true", "1", "on", "yes"):
                node = Node(name, value.location)
                node.set("type", SHORTCUTS[name], value.location)
                _inherit(node, shared, builder, SHORTCUTS[name])
                yield node
            elif value.text.strip().lower() not in ("false", "0", "off", "no"):
                builder.fail(f"'Outputs/{name}' is '{value.text}'", value.location, "expected: true or false")
        elif name not in _SHARED:
            known = (*SHORTCUTS, *_SHARED)
            builder.fail(f"unused parameter 'Outputs/{name}'", value.key_location,
                         did_you_mean(name, known) or "allowed: " + ", ".join(known))
    for child in block.children.values():
        if "type" not in child.values and child.name in SHORTCUTS:
            child.set("type", SHORTCUTS[child.name], child.location)
        _inherit(child, shared, builder, child.get("type") or "")
        yield child


def _inherit(node: Node, shared: dict, builder: Any, kind: str) -> None:
    try:
        known = declared(builder.table.find("Outputs", kind))
    except KeyError:
        return
    spelled = {spelling for p in known.values() for spelling in (p.name, *p.aliases)}
    for name, value in shared.items():
        if name in spelled and name not in node.values:
            node.set_value(name, value)


class CannotWrite(Exception):
    """The disk does not take any more; what was written before is intact."""


def refused(output: Output, base: str, error: Exception) -> Exception:
    """What to raise when a writer fails: `CannotWrite` if it is the system that refuses, else the error."""
    refusals = {os.strerror(n): n for n in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS)}
    why = str(error) if isinstance(error, RuntimeError) else (error.strerror or str(error))  # type: ignore[attr-defined]
    if isinstance(error, RuntimeError) and why not in refusals:
        return error
    return CannotWrite(f"[Outputs/{output.name}]: cannot write '{base}.*': {why}")


class OutputSet:
    """All file outputs of a run: opened on the first write, each following its own rhythm."""

    def __init__(
        self,
        outputs: Sequence[Output],
        deck: Path,
        mesh: Any,
        fields: Sequence[Field],
        title: str,
        text: str,
        versions: dict[str, str],
    ):
        self.outputs = list(outputs)
        self.deck, self.mesh, self.fields = deck, mesh, fields
        self._title, self._text, self._versions = title, text, versions
        self._open: list[tuple[Output, Writer]] = []
        self._last: Snapshot | None = None
        self.final_time: float | None = None  # of what is written at the end, if not that of the last step
        self._written: dict[int, int] = {}  # output -> its last step
        self._times: dict[int, float] = {}
        self.notes: list[str] = []
        self.opened = False
        self._bases: dict[str, str] = {}
        self._failure: Exception | None = None

    def open(self, positions: Mapping[str, Any] | None = None) -> None:
        """Create the files, or continue those of the run before.

        Args:
            positions: from `positions`; what the files hold beyond them is forgotten.

        Raises:
            DeckError: a file cannot be written, or not be continued.
        """
        self.opened = True
        resumable = any(o.keeps_state for o in self.outputs)
        for output in self.outputs:
            writer = output.writer()
            if writer is None:
                continue
            info = RunInfo(output.base(self.deck), self._title, self._text, self._versions, resumable)
            try:
                self._bases[output.name] = info.file_base
                Path(info.file_base).parent.mkdir(parents=True, exist_ok=True)
                self._start(writer, output, info, (positions or {}).get(output.name))
            except OSError as error:
                raise DeckError(f"[Outputs/{output.name}]: cannot write '{info.file_base}': {error}",
                                output.p.location_of()) from None
            self._open.append((output, writer))

    def _start(self, writer: Writer, output: Output, info: RunInfo, position: Any) -> None:
        fields = [f for f in self.fields if output.selects(f)]
        if position is not None:
            try:
                writer.reopen(self.mesh, fields, info, position)
                self._written.update({len(self._open): step for step in position["steps"]})
                self._times[len(self._open)] = position["time"]
                return
            except FileNotFoundError:
                self.notes.append(f"the results in {info.file_base}.* are gone; new ones begin here")
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                raise OSError(f"what is there is damaged ({error})") from error
        writer.open(self.mesh, fields, info)

    def positions(self) -> dict[str, Any]:
        """How far the files have come, by output, in terms of JSON."""
        last = self._last.step if self._last is not None else 0
        return {output.name: {**writer.position(), "steps": [last] if self._written.get(i) == last else [],
                              "time": self._times.get(i, -math.inf)}
                for i, (output, writer) in enumerate(self._open)}

    def attach(self, writer: Writer, file_base: str) -> None:
        """Add a writer of every step that no block of the deck asks for."""
        writer.open(self.mesh, list(self.fields), RunInfo(file_base, self._title, self._text, self._versions))
        values, _ = validate(Node("dataset", Location("", 1, 1)), declared(Output).values())
        self._bases["dataset"] = file_base
        self._open.append((Output("dataset", values), writer))

    def continue_from(self, snapshot: Snapshot) -> None:
        """Take a state for the last one that was handed out."""
        self._last = snapshot

    def write(self, snapshot: Snapshot, when: str) -> None:
        """Hand a state to every output that is due."""
        self._last = snapshot
        for i, (output, writer) in enumerate(self._open):
            due = output.due(snapshot.step, snapshot.time, when, self._times.get(i, -math.inf))
            if due and self._written.get(i) != snapshot.step:
                try:
                    writer.write(snapshot)
                except (OSError, RuntimeError) as error:
                    self._failure = self._failure or refused(output, self._bases[output.name], error)
                    raise self._failure from error
                self._written[i] = snapshot.step
                self._times[i] = snapshot.time

    def close(self) -> None:
        """Write what was asked for at the end and close the files.

        Raises:
            CannotWrite: one cannot be completed; the others are closed all the same.
        """
        try:
            if self._last is not None and self._failure is None:
                time = self._last.time if self.final_time is None else self.final_time
                self.write(replace(self._last, number=self._last.step + 1, time=time), "FINAL")
        finally:
            opened, self._open = self._open, []
            for output, writer in opened:
                try:
                    writer.close()
                except (OSError, RuntimeError) as error:
                    self._failure = self._failure or refused(output, self._bases[output.name], error)
        if self._failure is not None:
            raise self._failure

    @property
    def sync_times(self) -> list[float]:
        """Times that steps must hit."""
        return sorted({t for o in self.outputs for t in o.p.sync_times})

    def file_of(self, kind: type) -> str | None:
        """Path without suffix of the first output of a type."""
        return next((o.base(self.deck) for o in self.outputs if isinstance(o, kind)), None)
