"""Boxes apart from each other."""
from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.physics import Points

from alces_phase_field.ics.several_boxes import SeveralBoxes


class IsolatedBoundingBoxIC(SeveralBoxes):
    """Values in separate boxes, faces included, with edges as `SeveralBoxes.fraction`.

    Boxes with smooth edges may not meet; of overlapping sharp boxes the first counts. Same as MOOSE's, which
    refuses also smooth edges that meet at a node (here the first box's edge counts).
    """

    def value(self, q: Points) -> Any:
        if self.p.int_width > 0.0:
            self._check_apart(q.dim)
        result: Any = self.p.outside
        for low, high, inside in reversed(self.boxes):
            blend = self.p.outside + (inside - self.p.outside) * self.fraction(q, low, high)
            result = where(self.within(q, low, high), blend, result)
        return result

    def _check_apart(self, dim: int) -> None:
        for i, (low, high, _) in enumerate(self.boxes):
            for j, (other_low, other_high, _) in enumerate(self.boxes[:i]):
                if all(low[k] <= other_high[k] and other_low[k] <= high[k] for k in range(dim)):
                    raise self.error(
                        "smaller_coordinate_corners",
                        f"boxes {j + 1} and {i + 1} overlap",
                        hint="NestedBoundingBoxIC takes boxes in one another",
                    )
