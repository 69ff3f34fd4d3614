"""Write docs/moose-objects.md: what of MOOSE's objects there is, from the registry.

By hand, after objects were added or changed: ``.venv/bin/python docs/make_object_table.py``.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

from alces.cli.catalogue import BLOCKS
from alces.params import Param, declared
from alces.registry import ObjectTable, load_plugins

PAGE = Path(__file__).with_name("moose-objects.md")

OURS = {
    "AnisotropicACInterface", "AppliedCurrentBC", "BoundaryReaction", "ButlerVolmerRate",
    "ButlerVolmerReaction", "ComputeJ2PlasticStress", "ComputePlaneStressSmallStrain", "CurrentDensity",
    "DoubleWell", "ElasticDrivingForce", "ElementIntegralTimeDerivative", "ElementMaterialQuantile",
    "FieldBlocks", "GrainBoundaryFunction", "GrainBoundaryIndicator", "GrainBoundaryMixture", "IonInflowBC",
    "IonMigration", "MatCoupledTimeDerivative", "MultiNucleusIC", "NetCDF", "Pictures",
    "StiffnessDrivingForce", "StreamlineStabilization", "TwoPhaseMixture", "VariableGradientMagnitude",
    "VoronoiGrains",
}
"""Objects that MOOSE does not have."""

_HEAD = """\
# Objects

Written by `docs/make_object_table.py` from what is registered; do not edit.

Names, parameters, defaults and meaning are MOOSE's, and `AD` before a name changes nothing. A parameter that
is not in the list is an error, never ignored. Required parameters are **bold**; deprecated or alternative
spellings stand in brackets. Objects marked "Alces only" do not exist in MOOSE. `alces explain TYPE` tells
defaults, units and meaning.
"""


def page() -> str:
    """The whole page."""
    table = load_plugins()
    parts = [_HEAD]
    for system in sorted(table.classes):
        rows = [_row(table, cls) for cls in _own(table, system)]
        if rows:
            parts.append("\n".join([f"## {system}", "", *_header("object"), *rows, ""]))
    blocks = sorted(BLOCKS.items())
    rows = [f"| {name} | {_parameters(params)} | framework | |" for name, (_, params) in blocks]
    return "\n".join([*parts, "## Blocks without a type", "", *_header("block"), *rows, ""])


def _own(table: ObjectTable, system: str) -> Iterator[type]:
    """The classes of a system, without those of plugins that somebody else installed."""
    plugins = entry_points(group="alces.plugins")
    own = {entry.name for entry in plugins if entry.dist and entry.dist.name == "alces"}
    for name, cls in sorted(table.classes[system].items()):
        if table.sources[name] in own:
            yield cls


def _header(what: str) -> list[str]:
    return [f"| {what} | parameters | from | known differences from MOOSE |", "|---|---|---|---|"]


def _row(table: ObjectTable, cls: type) -> str:
    name = cls.__name__
    shown = ", ".join(f"`[{path}]`" for path in getattr(cls, "syntax", ())) or name
    if name in OURS:
        shown += " (Alces only)"
    cells = (shown, _parameters(declared(cls).values()), table.sources[name], known_differences(cls))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def known_differences(cls: type) -> str:
    """The paragraph of a docstring that starts with "Difference from MOOSE:", without these words."""
    for paragraph in (inspect.getdoc(cls) or "").split("\n\n"):
        text = " ".join(paragraph.split())
        if found := re.match(r"Differences? from MOOSE: (.*)", text):
            return found[1]
    return ""


def _parameters(params: Iterable[Param]) -> str:
    ordered = sorted(params, key=lambda p: (not p.required, p.name))
    return ", ".join(_parameter(p) for p in ordered) or "none"


def _parameter(p: Param) -> str:
    name = f"**{p.name}**" if p.required else p.name
    return name + (f" ({', '.join(p.aliases)})" if p.aliases else "")


if __name__ == "__main__":
    PAGE.write_text(page())
