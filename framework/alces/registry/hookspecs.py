"""What a plugin implements: the reference manual for plugin authors.

A plugin is an importable package with an entry point in the group ``alces.plugins``::

    [project.entry-points."alces.plugins"]
    mine = "my_package"

and, in that package, functions with the names below, marked with `hookimpl`::

    from alces.registry import hookimpl

    @hookimpl
    def alces_objects():
        return [MyKernel, MyMaterial]
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping

import pluggy

hookspec = pluggy.HookspecMarker("alces")
hookimpl = pluggy.HookimplMarker("alces")


@hookspec
def alces_objects() -> Iterable[type]:  # type: ignore[empty-body]
    """The classes this plugin adds: kernels, materials, ... The class name is the deck's `type`."""


@hookspec
def alces_aliases() -> Mapping[str, str]:  # type: ignore[empty-body]
    """Further names for objects, ``{"OtherName": "ClassName"}``, e.g. deprecated spellings."""
