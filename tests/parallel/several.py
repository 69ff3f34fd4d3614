"""Start several processes, where that can be done."""
from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

MPIEXEC = shutil.which("mpiexec")
QUIET_MPI = {
    "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
    "OMPI_MCA_rmaps_base_oversubscribe": "1", "PRTE_MCA_rmaps_default_mapping_policy": ":oversubscribe",
    "OMPI_MCA_btl_vader_single_copy_mechanism": "none",
}
"""Open MPI starts as root and more processes than cores only if told so; other launchers do not mind."""


def why_not() -> str:
    """Why several processes cannot be had here; empty if they can."""
    import petsc4py

    petsc4py.init()
    from petsc4py import PETSc

    if MPIEXEC is None:
        return "there is no mpiexec"
    if importlib.util.find_spec("mpi4py") is None:
        return "there is no mpi4py"
    if not (PETSc.Sys.hasExternalPackage("mumps") or PETSc.Sys.hasExternalPackage("superlu_dist")):
        return "this PETSc has no direct solver for several processes"
    return ""


def start(n: int, *words: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python with these words on n processes."""
    launcher = [MPIEXEC, "-n", str(n)] if n > 1 and MPIEXEC else []
    return subprocess.run([*launcher, sys.executable, *map(str, words)], cwd=folder, text=True, timeout=300,
                          env={**os.environ, **QUIET_MPI, "OMP_NUM_THREADS": "1"}, capture_output=True)
