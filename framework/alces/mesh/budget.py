"""Whether a mesh fits into the memory of this machine, asked before it is made."""

from __future__ import annotations

import os

from alces.mesh.errors import MeshError
from alces.mesh.reference_cell import reference_cell

# Making and refining a mesh holds up to this many times what the finished one takes (measured: 2 to 4.7).
_COPIES = 4


def require_memory(n_cells: int, cell_type: str) -> None:
    """Raise MeshError if a mesh of so many cells would not fit."""
    cell = reference_cell(cell_type)
    boxes = n_cells // {"TRI3": 2, "TET4": 6}.get(cell.linear, 1) + 1
    n_nodes = boxes * (2**cell.dim if cell.order == 2 else 1)
    needed = _COPIES * 8 * (3 * n_nodes + cell.n_nodes * n_cells)
    there = memory()
    if needed > there:
        count = f"{n_cells:.3g}" if n_cells < 10**300 else "1e300"
        raise MeshError(
            f"a mesh of {count} {cell_type} cells needs about {_gigabytes(needed)} GB of memory, "
            f"and this machine has {_gigabytes(there)} GB"
        )


def memory() -> int:
    """Bytes of memory of this machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _gigabytes(size: int) -> str:
    return f"{min(size, 10**300) / 2**30:.3g}"
