"""Finite elements: reference cells, shape functions and quadrature."""

from __future__ import annotations

from alces.fe.quadrature import gauss
from alces.fe.side_rule import side_rule
from alces.mesh.reference_cell import ReferenceCell, Side, reference_cell

__all__ = ["ReferenceCell", "Side", "gauss", "reference_cell", "side_rule"]
