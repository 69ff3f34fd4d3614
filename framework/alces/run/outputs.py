"""The deck's [Outputs]: which writers there are, and when they write."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from alces.hit import DeckError, Location, Node, did_you_mean
from alces.output import Field, RunInfo, Snapshot, Writer
from alces.params import INTEGER, REALS, STRING, STRINGS, Choices, Param, declared, validate
from alces.physics import Object

SHORTCUTS = {
    "exodus": "Exodus", "csv": "CSV", "netcdf": "NetCDF", "pictures": "Pictures", "console": "Console",
}
"""``exodus = true`` in [Outputs] stands for a block of this type."""

_SHARED = ("file_base", "interval", "time_step_interval", "execute_on", "sync_times", "show", "hide",
           "print_linear_residuals", "print_linear_converged_reason", "print_nonlinear_converged_reason",
           "perf_graph", "print_perf_log", "color")


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
            Choices(
                "NONE", "INITIAL", "TIMESTEP_BEGIN", "TIMESTEP_END", "FINAL", "FAILED", "NONLINEAR", "LINEAR"
            ),
            ("INITIAL", "TIMESTEP_END"),
            doc="when it writes",
        ),
        Param("show", STRINGS, (), doc="only these variables and postprocessors"),
        Param("hide", STRINGS, (), doc="all but these"),
    )
    suffix: ClassVar[str] = "out"

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

    def due(self, step: int, time: float, when: str) -> bool:
        """Whether a step is written; `when` is ``INITIAL``, ``TIMESTEP_END`` or ``FINAL``."""
        if when not in self.p.execute_on:
            return False
        on_time = any(abs(time - t) <= 1e-10 * max(abs(t), 1e-300) for t in self.p.sync_times)
        return when != "TIMESTEP_END" or step % self.p.interval == 0 or on_time


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
        self._written: set[tuple[int, int]] = set()

    def open(self) -> None:
        """Create the files.

        Raises:
            DeckError: a file cannot be written.
        """
        for output in self.outputs:
            writer = output.writer()
            if writer is None:
                continue
            info = RunInfo(output.base(self.deck), self._title, self._text, self._versions)
            try:
                Path(info.file_base).parent.mkdir(parents=True, exist_ok=True)
                writer.open(self.mesh, [f for f in self.fields if output.selects(f)], info)
            except OSError as error:
                raise DeckError(f"[Outputs/{output.name}]: cannot write '{info.file_base}': {error}",
                                output.p.location_of()) from None
            self._open.append((output, writer))

    def attach(self, writer: Writer, file_base: str) -> None:
        """Add a writer of every step that no block of the deck asks for."""
        writer.open(self.mesh, list(self.fields), RunInfo(file_base, self._title, self._text, self._versions))
        values, _ = validate(Node("dataset", Location("", 1, 1)), declared(Output).values())
        self._open.append((Output("dataset", values), writer))

    def write(self, snapshot: Snapshot, when: str) -> None:
        """Hand a state to every output that is due."""
        self._last = snapshot
        for i, (output, writer) in enumerate(self._open):
            if output.due(snapshot.step, snapshot.time, when) and (i, snapshot.step) not in self._written:
                writer.write(snapshot)
                self._written.add((i, snapshot.step))

    def close(self) -> None:
        """Write what was asked for at the end and close the files."""
        if self._last is not None:
            self.write(replace(self._last, number=self._last.step + 1), "FINAL")
        for _, writer in self._open:
            writer.close()
        self._open = []

    @property
    def sync_times(self) -> list[float]:
        """Times that steps must hit."""
        return sorted({t for o in self.outputs for t in o.p.sync_times})

    def file_of(self, kind: type) -> str | None:
        """Path without suffix of the first output of a type."""
        return next((o.base(self.deck) for o in self.outputs if isinstance(o, kind)), None)
