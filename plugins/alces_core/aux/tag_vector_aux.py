"""Residual of some terms."""
from __future__ import annotations

from alces.physics import ResidualAux


class TagVectorAux(ResidualAux):
    """The residual of all kernels and boundary conditions of `v` that carry the label `vector_tag` among
    their `extra_vector_tags`; summed over the nodes of a boundary it is the flux through it."""
