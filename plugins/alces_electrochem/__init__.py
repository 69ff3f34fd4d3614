"""Electrochemistry: Butler-Volmer reaction, Nernst-Planck transport, Ohm's law."""

from __future__ import annotations

from alces.registry import hookimpl


@hookimpl
def alces_objects() -> list[type]:
    """The objects of this plugin."""
    from alces_electrochem.bcs.applied_current_bc import AppliedCurrentBC
    from alces_electrochem.bcs.ion_inflow_bc import IonInflowBC
    from alces_electrochem.kernels.butler_volmer_reaction import ButlerVolmerReaction
    from alces_electrochem.kernels.ion_migration import IonMigration
    from alces_electrochem.kernels.streamline_stabilization import StreamlineStabilization
    from alces_electrochem.materials.butler_volmer_rate import ButlerVolmerRate
    from alces_electrochem.materials.current_density import CurrentDensity
    from alces_electrochem.postprocessors.element_integral_time_derivative import (
        ElementIntegralTimeDerivative,
    )

    return [
        AppliedCurrentBC,
        ButlerVolmerRate,
        ButlerVolmerReaction,
        CurrentDensity,
        ElementIntegralTimeDerivative,
        IonInflowBC,
        IonMigration,
        StreamlineStabilization,
    ]
