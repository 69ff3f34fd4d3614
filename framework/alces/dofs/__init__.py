"""Variables and the numbering of their unknowns."""
from __future__ import annotations

from alces.dofs.cellwise import CellwiseSpace, cellwise_space
from alces.dofs.ghosts import Ghosts
from alces.dofs.hermite import HermiteSpace, hermite_space
from alces.dofs.numbering import DofMap, Layout
from alces.dofs.space import Space
from alces.dofs.variable import Variable

__all__ = [
    "CellwiseSpace", "DofMap", "Ghosts", "HermiteSpace", "Layout", "Space", "Variable", "cellwise_space",
    "hermite_space",
]
