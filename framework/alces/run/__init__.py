"""From a deck to a finished run: building the problem, stepping through time, writing results."""
from __future__ import annotations

from alces.run.problem import Problem, load

__all__ = ["Problem", "load"]
