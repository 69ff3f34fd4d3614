"""Settings of the console."""
from __future__ import annotations

from typing import ClassVar

from alces.params import BOOLEAN, INTEGER, STRINGS, Param
from alces.run.outputs import Output


class Console(Output):
    """What is printed while the deck runs."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("verbose", BOOLEAN, False, doc="print every Newton iteration with the norms per field"),
        Param("print_linear_residuals", BOOLEAN, False, doc="accepted"),
        Param("perf_log", BOOLEAN, False, doc="accepted: the performance table is always printed"),
        Param("print_perf_log", BOOLEAN, False, doc="accepted: the performance table is always printed"),
        Param("output_linear", BOOLEAN, False, doc="accepted"),
        Param("output_nonlinear", BOOLEAN, False, doc="accepted"),
        Param("output_postprocessors", BOOLEAN, False, doc="accepted"),
        Param("system_info", STRINGS, (), doc="accepted"),
        Param("max_rows", INTEGER, 15, doc="accepted: postprocessors are not printed as a table"),
    )
