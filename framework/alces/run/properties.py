"""Stateful properties taken apart into arrays, and put together again."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy

from alces import backend
from alces.ad import Tensor, Vector


@dataclass(frozen=True)
class Structures:
    """How properties consist of arrays.

    Attributes:
        parts: per property the name of its array, or those of its components; None for one that is zero by
            structure.
        arrays: the names, in order.
    """

    parts: dict[str, Any]
    arrays: tuple[str, ...]


def structures(properties: Mapping[str, Any]) -> tuple[Structures, dict[str, numpy.ndarray]]:
    """The structure of properties, and their arrays; components that share an array go on sharing it."""
    names: dict[int, str] = {}
    arrays: dict[str, numpy.ndarray] = {}

    def part(a: Any, name: str) -> Any:
        if isinstance(a, (Vector, Tensor)):
            return [part(c, f"{name}/{i}") for i, c in enumerate(a.c)]
        if isinstance(a, tuple):
            return [part(c, f"{name}{i}") for i, c in enumerate(a)]
        if isinstance(a, float):
            return None
        if id(a) not in names:
            names[id(a)] = name
            arrays[name] = backend.to_host(a)
        return names[id(a)]

    parts = {name: part(a, name) for name, a in properties.items()}
    return Structures(parts, tuple(arrays)), arrays


def values_of(parts: Mapping[str, Any], arrays: Mapping[str, numpy.ndarray]) -> dict[str, Any]:
    """The properties of a structure."""
    there = {name: backend.asarray(a) for name, a in arrays.items()}

    def value(p: Any) -> Any:
        if not isinstance(p, list):
            return 0.0 if p is None else there[p]
        if isinstance(p[0], list):
            return Tensor([[value(c) for c in row] for row in p])
        return Vector(*map(value, p))

    return {name: value(p) for name, p in parts.items()}
