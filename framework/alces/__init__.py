"""Alces: a MOOSE-style multiphysics framework in pure Python.

``alces.load("deck.i", "Executioner/dt=1e-3")`` gives a `Problem`: ``residual()``, ``jacobian()``, ``run()``.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from alces.run.problem import Problem, load

__all__ = ["Problem", "load"]


def __getattr__(name: str):
    if name in __all__:  # imported when asked for: `alces --help` needs none of it
        from alces.run import problem

        return getattr(problem, name)
    raise AttributeError(f"module 'alces' has no attribute '{name}'")
