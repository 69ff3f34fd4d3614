"""The error raised for a mesh that cannot be read or made."""

from __future__ import annotations


class MeshError(ValueError):
    """A mesh file is missing, damaged or holds something unknown, or a mesh cannot be made as asked."""
