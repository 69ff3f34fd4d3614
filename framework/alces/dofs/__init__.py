"""Variables and the numbering of their unknowns."""
from __future__ import annotations

from alces.dofs.hermite import HermiteSpace, hermite_space
from alces.dofs.numbering import DofMap, Layout
from alces.dofs.space import Space
from alces.dofs.variable import Variable

__all__ = ["DofMap", "HermiteSpace", "Layout", "Space", "Variable", "hermite_space"]
