"""`alces list` and `alces explain`: what decks can name, and what each object takes."""

from __future__ import annotations

import inspect
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from alces.hit import did_you_mean
from alces.params import Param, declared
from alces.registry import ObjectTable, load_plugins
from alces.run.systems import (
    DEBUG_PARAMS,
    PERIODIC_PARAMS,
    PROBLEM_PARAMS,
    QUADRATURE_PARAMS,
    VARIABLE_PARAMS,
)

BLOCKS: dict[str, tuple[str, Sequence[Param]]] = {
    "Variables": ("A variable that is solved for: a block of [Variables].", VARIABLE_PARAMS),
    "AuxVariables": ("A variable that is computed: a block of [AuxVariables].", VARIABLE_PARAMS),
    "Problem": ("Settings of the problem: the block [Problem].", PROBLEM_PARAMS),
    "Periodic": ("A periodic condition: a block of [BCs/Periodic].", PERIODIC_PARAMS),
    "Quadrature": ("Integration rules: the block [Executioner/Quadrature].", QUADRATURE_PARAMS),
    "Debug": ("What is printed besides: the block [Debug].", DEBUG_PARAMS),
}
"""Blocks without a type."""


def list_objects(words: Sequence[str]) -> int:
    """Print all objects, those of the systems named, or those that a word fits by name or, failing that,
    by documentation; the exit code.
    """
    table = load_plugins()
    rows = list(table)
    for word in words:
        system = next((s for s in table.classes if s.lower() == word.strip("[]").lower()), None)
        chosen = (
            [row for row in rows if row[0] == system]
            if system
            else (
                [row for row in rows if word.lower() in row[1].__name__.lower()]
                or [row for row in rows if word.lower() in (inspect.getdoc(row[1]) or "").lower()]
            )
        )
        if not chosen:
            known = [*table.classes, *(cls.__name__ for _, cls in rows)]
            hint = did_you_mean(word, known) or "systems: " + ", ".join(sorted(table.classes))
            print(f"alces: nothing is called '{word}'; {hint}", file=sys.stderr)
            return 2
        rows = chosen
    width = max(len(cls.__name__) for _, cls in rows)
    shown = ""
    for system, cls in rows:
        if system != shown:
            print(("\n" if shown else "") + _bold(f"[{system}]"))
            shown = system
        name = f"  {cls.__name__:<{width}}  "
        print(name + textwrap.shorten(summary(cls), max(_columns() - len(name), 40), placeholder=" ..."))
    for plugin, why in table.quarantine.items():
        print(f"\nplugin '{plugin}' could not be loaded: {why}", file=sys.stderr)
    return 0


def explain(words: Sequence[str]) -> int:
    """Print what a type, or a block without one, is and takes; the exit code."""
    table = load_plugins()
    for word in words:
        found = [(s, cls) for s, cls in table if word in (cls.__name__, f"AD{cls.__name__}")]
        found += [(s, cls) for s, cls in table if cls.__name__ == table.aliases.get(word)]
        if not found and word not in BLOCKS:
            known = [*BLOCKS, *table.aliases, *(cls.__name__ for _, cls in table)]
            hint = did_you_mean(word, known) or "`alces list` shows all"
            print(f"alces: nothing is called '{word}'; {hint}", file=sys.stderr)
            return 2
        for system, cls in found:
            print("\n".join(_object(table, system, cls)))
        if word in BLOCKS:
            text, params = BLOCKS[word]
            print("\n".join([_bold(word), "", *_wrapped(text, 2), "", *_parameters(params)]))
    return 0


def summary(cls: type) -> str:
    """The first sentence of an object's documentation."""
    text = " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())
    return re.split(r"\.\s+(?=[A-Z])", text)[0].rstrip(".")


def _object(table: ObjectTable, system: str, cls: type) -> Iterator[str]:
    source = table.sources[cls.__name__]
    yield f"{_bold(cls.__name__)}   [{system}], from plugin {source}"
    others = [alias for alias, name in table.aliases.items() if name == cls.__name__]
    if others:
        yield f"  also called: {', '.join(others)}"
    for path in getattr(cls, "syntax", ()):
        yield f"  written as the block [{path}]"
    yield ""
    yield from textwrap.indent(inspect.getdoc(cls) or "", "  ").splitlines()
    yield ""
    yield from _parameters(declared(cls).values())


def _parameters(params: Iterable[Param]) -> Iterator[str]:
    """Required parameters first, then the others in alphabetical order."""
    ordered = sorted(params, key=lambda p: (not p.required, p.name))
    if not ordered:
        yield "  no parameters"
    for p in ordered:
        facts = [p.kind.name]
        if p.required:
            facts.append("required")
        elif p.default not in (None, "", ()):
            facts.append(f"default {_text(p.default)}")
        facts += [f"unit {p.unit}"] if p.unit else []
        facts += [p.range] if p.range else []
        facts += [f"{p.length} entries"] if p.length is not None else []
        facts += [f"or: {', '.join(p.aliases)}"] if p.aliases else []
        yield from textwrap.wrap(
            f"{p.name}: {'; '.join(facts)}", _columns(), initial_indent="  ", subsequent_indent="      "
        )
        yield from _wrapped(p.doc, 6)


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, _columns(), initial_indent=" " * indent, subsequent_indent=" " * indent)


def _text(value: object) -> str:
    """A default as a deck would spell it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "'" + " ".join(_text(entry) for entry in value) + "'"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _columns() -> int:
    return min(shutil.get_terminal_size((110, 24)).columns, 130)


def _bold(text: str) -> str:
    return f"\033[1m{text}\033[0m" if sys.stdout.isatty() else text
