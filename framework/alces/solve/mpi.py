"""Several processes under MPI."""
from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any

import numpy

from alces.ranks import Ranks

_SIZES = ("OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE", "PALS_SIZE", "SLURM_STEP_NUM_TASKS")
"""Variables in which launchers say how many processes they start (Open MPI, MPICH and Intel, MVAPICH, HPE,
Slurm's srun)."""


class NoMPI(RuntimeError):
    """Several processes were started that do not know of each other."""


def world() -> Ranks:
    """All processes that a launcher like ``mpiexec`` started together; MPI is touched only if there are more
    than one.

    Raises:
        NoMPI: they cannot talk to each other.
    """
    started = max(int(text) if (text := os.environ.get(name, "1")).isdigit() else 1 for name in _SIZES)
    if started == 1:
        return Ranks()
    try:
        import petsc4py

        petsc4py.init(["alces", "-no_signal_handler"])
        from mpi4py import MPI
        from petsc4py import PETSc
    except ImportError as error:
        raise NoMPI(f"{started} processes were started, but that needs mpi4py ({error})") from error
    sizes = {MPI.COMM_WORLD.size, PETSc.COMM_WORLD.size}
    if sizes == {1} and os.environ.get("SLURM_STEP_NUM_TASKS") == str(started):
        return Ranks()  # srun started independent runs, or a lone one in a larger step
    if sizes != {started}:
        raise NoMPI(
            f"{started} processes were started, but mpi4py sees {MPI.COMM_WORLD.size} and PETSc "
            f"{PETSc.COMM_WORLD.size}: the launcher, mpi4py and petsc4py must belong to the same MPI library"
        )
    return ManyRanks(MPI)


class ManyRanks(Ranks):
    """The processes of MPI's world, each with its part."""

    def __init__(self, MPI: Any):
        self._MPI, self._comm = MPI, MPI.COMM_WORLD.Dup()
        self.rank, self.size = self._comm.rank, self._comm.size

    def sum(self, a: Any) -> Any:
        """See `Ranks.sum`."""
        if isinstance(a, numpy.ndarray):
            out = numpy.empty_like(a)
            self._comm.Allreduce(numpy.ascontiguousarray(a), out)
            return out
        return self._comm.allreduce(a)

    def any(self, flag: bool) -> bool:
        """See `Ranks.any`."""
        return bool(self._comm.allreduce(int(flag), self._MPI.MAX))

    def everyone(self, thing: Any) -> list[Any]:
        """See `Ranks.everyone`."""
        return self._comm.allgather(thing)

    def gather(self, thing: Any) -> list[Any]:
        """See `Ranks.gather`."""
        return self._comm.gather(thing) or []

    def share(self, thing: Any) -> Any:
        """See `Ranks.share`."""
        return self._comm.bcast(thing)

    def send(self, things: Mapping[int, Any]) -> dict[int, Any]:
        """See `Ranks.send`."""
        received = self._comm.alltoall([things.get(rank) for rank in range(self.size)])
        return {rank: thing for rank, thing in enumerate(received) if thing is not None}

    def swap(self, out: Mapping[int, numpy.ndarray], into: Mapping[int, numpy.ndarray]) -> None:
        """See `Ranks.swap`."""
        pending = [self._comm.Irecv(array, rank) for rank, array in into.items()]
        pending += [self._comm.Isend(array, rank) for rank, array in out.items()]
        self._MPI.Request.Waitall(pending)

    def wait(self) -> None:
        """See `Ranks.wait`."""
        self._comm.Barrier()

    def meet(self, seconds: float) -> bool:
        """Whether every process comes here within so many seconds."""
        pending, end = self._comm.Ibarrier(), time.monotonic() + seconds
        while not pending.Test():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    def abort(self, code: int) -> None:
        """End all processes at once; does not return."""
        self._comm.Abort(code)
