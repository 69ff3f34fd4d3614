"""Settings of the console."""
from __future__ import annotations

from typing import ClassVar

from alces.params import BOOLEAN, INTEGER, REALS, STRING, STRINGS, Never, Param
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
        Param("fit_mode", STRING, "ENVIRONMENT", doc="accepted: postprocessors are not printed as a table"),
        Param("all_variable_norms", BOOLEAN, False, doc="accepted: `verbose` prints the norms per field"),
        Param("outlier_variable_norms", BOOLEAN, True, doc="accepted: `verbose` prints the norms per field"),
        Param("outlier_multiplier", REALS, (0.8, 2.0), doc="accepted: `verbose` prints the norms per field"),
        Param("scientific_time", BOOLEAN, False, doc="accepted"),
        Param("time_precision", INTEGER, None, doc="accepted"),
        Param("print_nonlinear_residuals", BOOLEAN, True, doc="accepted"),
        Param("print_linear_converged_reason", BOOLEAN, True, doc="accepted"),
        Param("print_nonlinear_converged_reason", BOOLEAN, True, doc="accepted: the reason is printed"),
        Param("print_mesh_changed_info", BOOLEAN, False, doc="accepted: the mesh does not change"),
        Param("output_screen", BOOLEAN, True, doc="accepted: `--quiet` on the command line silences"),
        Param("output_file", Never("the shell can copy what is printed"), False,
              doc="write what is printed to a file"),
        Param("libmesh_log", BOOLEAN, True, doc="accepted"),
        Param("setup_log", BOOLEAN, None, doc="accepted"),
        Param("solve_log", BOOLEAN, None, doc="accepted"),
        Param("show_multiapp_name", BOOLEAN, False, doc="accepted"),
    )
