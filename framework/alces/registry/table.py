"""Find the class of a deck's `type`; keep broken plugins from breaking anything else."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

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
        for candidate in (name, self.aliases.get(name, ""), name.removeprefix("AD"),
                          self.aliases.get(name.removeprefix("AD"), "")):
            if candidate in known:
                return known[candidate]
        raise KeyError(self._explain(system, name, known))

    def _explain(self, system: str, name: str, known: dict[str, type]) -> str:
        text = f"unknown type '{name}' in [{system}]"
        elsewhere = [s for s, classes in self.classes.items() if name in classes]
        if elsewhere:
            text += f"; '{name}' belongs in [{elsewhere[0]}]"
        elif hint := did_you_mean(name, known):
            text += f"; {hint}"
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
    manager = pluggy.PluginManager("alces")
    manager.add_hookspecs(hookspecs)
    for entry in sorted(entry_points(group="alces.plugins"), key=lambda e: e.name):
        try:
            _load(entry, manager, table)
        except Exception as error:
            table.quarantine[entry.name] = f"{type(error).__name__}: {error}"
    return table


def _load(entry: EntryPoint, manager: pluggy.PluginManager, table: ObjectTable) -> None:
    plugin = entry.load()
    manager.register(plugin, name=entry.name)
    manager.check_pending()
    fresh = ObjectTable(aliases=dict(table.aliases))
    for system, known in table.classes.items():
        fresh.classes[system] = dict(known)
    fresh.sources = dict(table.sources)
    for hook in (h for h in manager.hook.alces_objects.get_hookimpls() if h.plugin is plugin):
        classes: Any = hook.function()
        for cls in classes:
            fresh.add(cls, entry.name)
    for hook in (h for h in manager.hook.alces_aliases.get_hookimpls() if h.plugin is plugin):
        further: Any = hook.function()
        fresh.aliases.update(further)
    table.classes, table.sources, table.aliases = fresh.classes, fresh.sources, fresh.aliases
    if entry.dist is not None:
        table.versions[entry.dist.name] = entry.dist.version
