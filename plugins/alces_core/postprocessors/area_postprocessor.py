"""Area of a boundary."""
from __future__ import annotations

from typing import Any

from alces.physics import Points, SidePostprocessor


class AreaPostprocessor(SidePostprocessor):
    """Area (length in 2D) of boundaries."""

    def integrand(self, q: Points) -> Any:
        return 1.0
