"""What all hardening laws share: a strength, an angle or another number as a function of how far a yield
surface has flowed."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import REAL, Param
from alces.physics import UserObject

VALUES: tuple[Param, ...] = (
    Param("value_0", REAL, doc="value of the virgin material"),
    Param("value_residual", REAL, None, doc="value in the end; default: value_0, perfect plasticity"),
)


class HardeningModel(UserObject):
    """Base of hardening laws, for the models of plasticity."""

    def value(self, internal: Any) -> Any:
        """The value at an internal parameter (a float, an array or a `Dual`)."""
        raise NotImplementedError(f"{type(self).__name__} defines no value")


class DecayingHardening(HardeningModel):
    """Base of laws that go from `value_0` to `value_residual`."""

    parameters: ClassVar[tuple[Param, ...]] = VALUES

    def setup(self) -> None:
        self._start: float = self.p.value_0
        self._end: float = self._start if self.p.value_residual is None else self.p.value_residual

    def remaining(self, internal: Any) -> Any:
        """The fraction of the way that is left: 1 at first, 0 in the end."""
        raise NotImplementedError(f"{type(self).__name__} defines no fraction")

    def value(self, internal: Any) -> Any:
        return self._end + (self._start - self._end) * self.remaining(internal)
