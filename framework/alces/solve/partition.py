"""Graph partitioning by the packages that PETSc was built with."""
from __future__ import annotations

import numpy
from scipy import sparse

PACKAGES = ("ptscotch", "parmetis")


def partition(graph: sparse.csr_matrix, n_parts: int) -> numpy.ndarray | None:
    """Part of every node of a symmetric graph, with few edges cut; None if PETSc has no partitioner."""
    from petsc4py import PETSc

    kind = next((name for name in PACKAGES if PETSc.Sys.hasExternalPackage(name)), None)
    if kind is None or not hasattr(PETSc, "MatPartitioning") or not graph.nnz:
        return None
    integer = PETSc.IntType
    matrix = PETSc.Mat().createAIJ(
        graph.shape, csr=(graph.indptr.astype(integer), graph.indices.astype(integer), graph.data),
        comm=PETSc.COMM_SELF,
    )
    options = PETSc.Options("alces_partition_")
    options["mat_partitioning_nparts"] = n_parts
    partitioning = PETSc.MatPartitioning().create(PETSc.COMM_SELF)
    partitioning.setOptionsPrefix("alces_partition_")
    partitioning.setAdjacency(matrix)
    partitioning.setType(kind)
    partitioning.setFromOptions()
    out = PETSc.IS().create(PETSc.COMM_SELF)
    partitioning.apply(out)
    parts = numpy.array(out.getIndices(), dtype=numpy.int64)
    for thing in (out, partitioning, matrix):
        thing.destroy()
    return parts
