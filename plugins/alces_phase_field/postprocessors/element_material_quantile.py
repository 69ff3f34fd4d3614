"""Median, quartiles and the like of a material property."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import ElementPostprocessor, Points


class ElementMaterialQuantile(ElementPostprocessor):
    """Quantile of a scalar property over those quadrature points where a mask property is positive.

    Every point counts once; between two points the quantile is interpolated linearly. Without any point it is
    zero.
    """

    reduction = "quantile"  # type: ignore[assignment]
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

    @property
    def quantile(self) -> float:
        """Which quantile the reduction takes."""
        return self.p.quantile

    def integrand(self, q: Points) -> Any:
        return q.property(self.p.mat_prop)

    def mask(self, q: Points) -> Any:
        """True where a point counts."""
        return q.property(self.p.mask) > 0.0
