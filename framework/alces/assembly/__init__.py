"""From terms at quadrature points to residual vectors and sparse Jacobians."""
from __future__ import annotations

from alces.assembly.model import Model
from alces.assembly.state import State
from alces.assembly.system import System
from alces.assembly.unavailable import Unavailable

__all__ = ["Model", "State", "System", "Unavailable"]
