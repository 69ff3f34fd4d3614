"""Nonlinear and linear solvers: the only room that knows PETSc."""
from __future__ import annotations

import os

# MPI's look at the hardware fails loudly in containers without /sys
os.environ.setdefault("HWLOC_HIDE_ERRORS", "2")
