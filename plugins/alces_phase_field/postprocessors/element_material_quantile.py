"""Median, quartiles and the like of a material property."""

from __future__ import annotations

import math
from typing import Any

import numpy
from alces.ad import where
from alces.params import PROPERTY, REAL, Param
from alces.physics import ElementPostprocessor, Points


class ElementMaterialQuantile(ElementPostprocessor):
    """Quantile of a scalar property over those quadrature points where a mask property is positive.

    Every point counts once; between two points the quantile is interpolated linearly. Without any point it is
    zero.
    """

    reduction = "collect"
    parameters = (
        Param("mat_prop", PROPERTY, doc="the property"),
        Param("mask", PROPERTY, 1.0, doc="property that is positive where a point counts"),
        Param(
            "quantile",
            REAL,
            0.5,
            doc="0.5: median, 0.25 and 0.75: quartiles",
            range="quantile >= 0 & quantile <= 1",
        ),
    )

    def integrand(self, q: Points) -> Any:
        """The property; nan where a point does not count."""
        return where(q.property(self.p.mask) > 0.0, q.property(self.p.mat_prop), math.nan)

    def finish(self, total: Any) -> float:
        """The quantile of all points (n,)."""
        counting = total[~numpy.isnan(total)]
        return float(numpy.quantile(counting, self.p.quantile)) if counting.size else 0.0
