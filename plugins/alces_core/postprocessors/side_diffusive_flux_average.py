"""Mean diffusive outflow through a boundary."""
from __future__ import annotations

from alces_core.postprocessors.side_diffusive_flux_integral import SideDiffusiveFluxIntegral


class SideDiffusiveFluxAverage(SideDiffusiveFluxIntegral):
    """Integral of ``-D grad u . n`` over boundaries divided by their area."""

    reduction = "average"
