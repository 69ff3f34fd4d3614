"""Exchange with surroundings whose value changes as a quarter of a sine wave."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import IntegratedBC, Points
from alces_core.bcs.sine_ramp import sine_ramp


class ConvectiveFluxBC(IntegratedBC):
    """-D grad u . n = rate (u - u_inf(t)), u_inf from `initial` to `final` as a quarter of a sine wave.

    Weak form: ``<v, rate (u - u_inf)>``, ``u_inf = initial + (final - initial) sin(pi t / (2 duration))``,
    and `final` from `duration` on. Symbols: rate transfer coefficient. Same as MOOSE's.
    """

    parameters = (
        Param("rate", REAL, 7500.0, doc="transfer coefficient"),
        Param("initial", REAL, 500.0, doc="value outside at time 0"),
        Param("final", REAL, 500.0, doc="value outside from `duration` on"),
        Param("duration", REAL, 0.0, doc="time of the change", range="duration >= 0"),
    )

    def value(self, q: Points) -> Any:
        outside = sine_ramp(q.t, self.p.initial, self.p.final, self.p.duration)
        return self.p.rate * (q.value(self.p.variable) - outside)
