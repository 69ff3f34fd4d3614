"""When postprocessors are computed."""
from __future__ import annotations

from alces.physics import Postprocessor, VectorPostprocessor

_DURING = {"LINEAR", "NONLINEAR"}


def acts(p: Postprocessor | VectorPostprocessor, when: str) -> bool:
    """Whether it is computed now; what a deck wants during the solve, at every residual and when it has
    ended."""
    return when in p.p.execute_on or (
        when in ("LINEAR", "TIMESTEP_END") and bool(_DURING & set(p.p.execute_on))
    )
