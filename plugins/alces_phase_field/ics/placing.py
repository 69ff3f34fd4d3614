"""Random places that fit."""
from __future__ import annotations

from collections.abc import Callable, Iterator

from alces.physics import Object

from alces_phase_field.box import Box, Point


def scatter(owner: Object, box: Box, numbers: Iterator[float], fits: Callable[[Point], bool]) -> Point:
    """The first of `max_num_tries` random points in the box that fits; a DeckError if none does."""
    for _ in range(owner.p.max_num_tries):
        point = box.random_point(numbers)
        if fits(point):
            return point
    raise owner.error("max_num_tries", f"no place found in {owner.p.max_num_tries} tries",
                      hint="fewer or smaller shapes, or smaller distances")
