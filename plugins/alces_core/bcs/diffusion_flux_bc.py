"""Free outflow of `Diffusion`."""
from __future__ import annotations

from typing import Any

from alces.physics import IntegratedBC, Points


class DiffusionFluxBC(IntegratedBC):
    """The boundary term that partial integration of ``-div grad u`` leaves: no condition at all.

    Weak form: ``<v, -grad u . n>``.
    """

    def value(self, q: Points) -> Any:
        return -q.grad(self.p.variable).dot(q.normal)
