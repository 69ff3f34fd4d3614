"""Find the class of a deck's `type`; keep broken plugins from breaking anything else."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoint, entry_points

import pluggy

from alces.hit import did_you_mean
from alces.registry import hookspecs


@dataclass
class ObjectTable:
    """Classes by system and name.

    Attributes:
        classes: system -> name -> class.
        sources: class name -> plugin that brought it.
        aliases: further name -> class name.
        quarantine: plugin -> why it could not be used.
        versions: distribution of each plugin -> version.
    """

    classes: dict[str, dict[str, type]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    quarantine: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    def add(self, cls: type, source: str) -> None:
        """Enter one class.

        Raises:
            ValueError: another plugin has taken the name, or the class belongs to no system.
        """
        system = getattr(cls, "system", "")
        if not system:
            raise ValueError(f"{cls.__name__} belongs to no system (derive it from a class of alces.physics)")
        known = self.classes.setdefault(system, {})
        if cls.__name__ in known and known[cls.__name__] is not cls:
            raise ValueError(
                f"{system} object '{cls.__name__}' exists already (from {self.sources[cls.__name__]})"
            )
        known[cls.__name__] = cls
        self.sources[cls.__name__] = source

    def find(self, system: str, name: str) -> type:
        """The class for `type = name` in a system; `ADname` means `name`.

        Raises:
            KeyError: with a sentence that names the nearest type, or where the type belongs.
        """
        known = self.classes.get(system, {})
        for candidate in self._spellings(name):
            if candidate in known:
                return known[candidate]
        raise KeyError(self._explain(system, name, known))

    def _spellings(self, name: str) -> tuple[str, ...]:
        plain = name.removeprefix("AD")
        return name, self.aliases.get(name, ""), plain, self.aliases.get(plain, "")

    def _explain(self, system: str, name: str, known: dict[str, type]) -> str:
        text = f"unknown type '{name}' in [{system}]"
        spellings = self._spellings(name)
        elsewhere = [s for s, classes in self.classes.items() if any(n in classes for n in spellings)]
        if elsewhere:
            text += f"; '{name}' belongs in [{elsewhere[0]}]"
        elif hint := did_you_mean(name, known):
            text += f"; {hint}"
        elif known:
            text += f"; `alces list {system}` shows what there is"
        if self.quarantine:
            text += "; plugins that could not be loaded: " + ", ".join(
                f"{p} ({w})" for p, w in self.quarantine.items()
            )
        return text

    def __iter__(self) -> Iterator[tuple[str, type]]:
        for system in sorted(self.classes):
            for name in sorted(self.classes[system]):
                yield system, self.classes[system][name]


@cache
def load_plugins() -> ObjectTable:
    """The table with every installed plugin in it. One that fails is left out and listed in `quarantine`."""
    table = ObjectTable()
    for entry in sorted(entry_points(group="alces.plugins"), key=_rank):
        try:
            _load(entry, table)
        except (Exception, SystemExit) as error:
            table.quarantine[entry.name] = f"{type(error).__name__}: {error}"
    return table


def _rank(entry: EntryPoint) -> tuple[bool, str]:
    """Alces' own plugins come first: a stranger who takes one of their names is kept out, not they."""
    return entry.dist is None or entry.dist.name != "alces", entry.name


def _load(entry: EntryPoint, table: ObjectTable) -> None:
    manager = pluggy.PluginManager("alces")  # one for each plugin: a fault of one is no fault of the next
    manager.add_hookspecs(hookspecs)
    manager.register(entry.load(), name=entry.name)
    manager.check_pending()
    fresh = ObjectTable(aliases=dict(table.aliases), sources=dict(table.sources))
    for system, known in table.classes.items():
        fresh.classes[system] = dict(known)
    for classes in manager.hook.alces_objects():
        for cls in classes:
            fresh.add(cls, entry.name)
    for further in manager.hook.alces_aliases():
        fresh.aliases.update(further)
    table.classes, table.sources, table.aliases = fresh.classes, fresh.sources, fresh.aliases
    if entry.dist is not None:
        table.versions[entry.dist.name] = entry.dist.version
