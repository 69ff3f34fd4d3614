"""Mean size of the cells."""
from __future__ import annotations

import math
from typing import Any

from alces.physics import ElementPostprocessor, Points


class AverageElementSize(ElementPostprocessor):
    """Mean of the cells' diameters, each counting the same: the largest distance of two corners."""

    reduction = "cells"

    def integrand(self, q: Points) -> Any:
        return q.cell_diameter

    def finish(self, total: Any) -> float:
        return float(total.mean()) if len(total) else math.nan
