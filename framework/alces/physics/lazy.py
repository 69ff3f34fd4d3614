"""Properties that are computed when asked for."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any


class LazyProperties(Mapping[str, Any]):
    """Name -> value, computed at the first look-up: of an energy's dozens of derivatives few are used."""

    def __init__(self, names: Mapping[str, Any], compute: Callable[[str], Any]):
        self._names, self._compute = names, compute
        self._known: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._known:
            self._known[name] = self._compute(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
