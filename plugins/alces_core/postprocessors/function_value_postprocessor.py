"""Value of a function."""
from __future__ import annotations

from alces.params import FUNCTION, POSTPROCESSOR, REAL, Kind, Param
from alces.physics import GeneralPostprocessor, Status

_POINT = Kind("point of numbers or postprocessors",
              lambda text: tuple(POSTPROCESSOR.parse(word) for word in text.split()), "Postprocessors")


class FunctionValuePostprocessor(GeneralPostprocessor):
    """scale_factor * f at a point and a time."""

    parameters = (
        Param("function", FUNCTION, doc="function f"),
        Param("point", _POINT, (0.0, 0.0, 0.0), doc="where: numbers or postprocessors"),
        Param("time", POSTPROCESSOR, None, doc="when: number or postprocessor; default: the current time"),
        Param("scale_factor", REAL, 1.0, doc="factor"),
    )

    def setup(self) -> None:
        if not 1 <= len(self.p.point) <= 3:
            raise self.error("point", f"a point has 1 to 3 coordinates, not {len(self.p.point)}")

    def compute(self, s: Status) -> float:
        point = (*map(s.postprocessor, self.p.point), 0.0, 0.0)[:3]
        time = None if self.p.time is None else s.postprocessor(self.p.time)
        return self.p.scale_factor * s.function(self.p.function, point, time)
