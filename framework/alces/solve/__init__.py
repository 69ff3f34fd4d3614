"""Nonlinear and linear solvers: the only room that knows PETSc."""
from __future__ import annotations

