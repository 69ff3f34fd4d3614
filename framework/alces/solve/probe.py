"""What PETSc is here? A program of its own: a PETSc that ends its process must not end the asker's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

EXTERNAL_PACKAGES = ("mumps", "hypre", "superlu_dist", "suitesparse", "ptscotch", "ml", "hdf5", "cuda")


def petsc_facts() -> dict[str, Any]:
    """Versions and abilities of petsc4py and mpi4py, as plain data.

    Keys: `petsc4py`, `mpi4py` (version or None), then `petsc`, `scalar`, `int_bits`, `slow_blas` (file),
    `external` (names), `mpi` (name of the MPI library), or `error` where the import fails.
    """
    facts: dict[str, Any] = {"petsc4py": None, "mpi4py": None}
    try:
        import petsc4py

        facts["petsc4py"] = petsc4py.__version__
        petsc4py.init([])
        from petsc4py import PETSc
    except Exception as error:
        facts["error"] = f"{type(error).__name__}: {error}".strip()
        return facts
    facts["petsc"] = ".".join(map(str, PETSc.Sys.getVersion()))
    facts["scalar"] = PETSc.ScalarType.__name__
    facts["int_bits"] = 8 * PETSc.IntType(0).itemsize
    facts["slow_blas"] = _slow_blas()
    facts["external"] = [name for name in EXTERNAL_PACKAGES if PETSc.Sys.hasExternalPackage(name)]
    try:
        import mpi4py
        from mpi4py import MPI

        facts["mpi4py"] = mpi4py.__version__
        facts["mpi"] = MPI.Get_library_version().split(",")[0].splitlines()[0].rstrip("\0").strip()
    except ImportError:
        pass
    return facts


def _slow_blas() -> str:
    """File of the reference BLAS if PETSc calculates with it, else ""."""
    try:
        loaded = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    except OSError:  # not Linux
        return ""
    return next((file for file in sorted(loaded) if "/blas/libblas.so" in file), "")


if __name__ == "__main__":
    print(json.dumps(petsc_facts()))
