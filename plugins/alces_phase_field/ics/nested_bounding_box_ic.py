"""Boxes in one another."""
from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.physics import Points

from alces_phase_field.ics.several_boxes import SeveralBoxes


class NestedBoundingBoxIC(SeveralBoxes):
    """Values in nested boxes, given from the innermost to the outermost; faces belong to the inner box.

    A smooth edge leads from a box's value to that of the next box, or `outside`, as `SeveralBoxes.fraction`.
    The first box that holds a point, widened by `int_width`, gives its value. Same as MOOSE's.
    """

    def value(self, q: Points) -> Any:
        result: Any = self.p.outside
        around = self.p.outside
        for low, high, inside in reversed(self.boxes):
            blend = around + (inside - around) * self.fraction(q, low, high)
            result = where(self.within(q, low, high), blend, result)
            around = inside
        return result
