"""The processes that share a problem. Each has a part of the mesh; it sees the others only through `Ranks`.

This room knows nothing of MPI: a lone process needs none, and `alces.solve.mpi` speaks for several.
"""

from alces.ranks.ranks import Ranks

__all__ = ["Ranks"]
