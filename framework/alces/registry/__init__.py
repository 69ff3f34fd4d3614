"""The table of objects that decks can name, filled by plugins through entry points."""
from __future__ import annotations

from alces.registry.hookspecs import hookimpl, hookspec
from alces.registry.table import ObjectTable, load_plugins

__all__ = ["ObjectTable", "hookimpl", "hookspec", "load_plugins"]
