"""The top-level blocks of a deck and what they hold."""
from __future__ import annotations

from alces.params import BLOCKS, BOOLEAN, INTEGER, REAL, STRING, Choice, Param

OBJECT_SYSTEMS = (
    "Functions", "UserObjects", "Materials", "Kernels", "BCs", "ICs", "AuxKernels", "Postprocessors",
)
"""Blocks whose sub-blocks are objects with a `type`."""

SETTINGS_SYSTEMS = (
    "Mesh", "Variables", "AuxVariables", "Executioner", "Preconditioning", "Outputs", "Problem",
    "GlobalParams", "Debug",
)

UNSUPPORTED = {
    "MultiApps": "MultiApps", "Transfers": "Transfers", "DiracKernels": "point sources (DiracKernels)",
    "DGKernels": "discontinuous Galerkin kernels", "InterfaceKernels": "interface kernels",
    "NodalKernels": "nodal kernels", "ScalarKernels": "scalar kernels", "AuxScalarKernels": "scalar kernels",
    "Constraints": "constraints", "Contact": "contact", "Controls": "controls", "Dampers": "dampers",
    "Adaptivity": "mesh adaptivity", "VectorPostprocessors": "vector postprocessors",
    "Samplers": "stochastic sampling", "Bounds": "bounds", "Distributions": "stochastic sampling",
    "ThermalContact": "thermal contact", "Positions": "positions", "Times": "times", "Reporters": "reporters",
    "Closures": "closures",
}
"""Blocks of MOOSE's language that Alces does not have, in words."""

VARIABLE_PARAMS = (
    Param("family", Choice("LAGRANGE", "MONOMIAL"), "LAGRANGE", doc="finite-element family"),
    Param("order", Choice("CONSTANT", "FIRST", "SECOND"), "FIRST", doc="polynomial order"),
    Param("block", BLOCKS, (), doc="blocks where the variable lives; default: all"),
    Param("initial_condition", REAL, None, doc="value at the start"),
    Param("scaling", REAL, 1.0, doc="factor of the variable's equation in the residual norm"),
    Param("long_name", STRING, "", doc="what it is, for the datasets"),
    Param("unit", STRING, "1", doc="unit, for the datasets"),
)

PROBLEM_PARAMS = (
    Param("type", STRING, "FEProblem"),
    Param("coord_type", Choice("XYZ"), "XYZ", doc="coordinate system"),
    Param("solve", BOOLEAN, True, doc="whether to solve at all"),
    Param("kernel_coverage_check", BOOLEAN, True, doc="accepted"),
    Param("material_coverage_check", BOOLEAN, True, doc="accepted"),
)

PERIODIC_PARAMS = (
    Param("variable", BLOCKS, (), doc="variables that are periodic; default: all"),
    Param("primary", STRING, "", doc="boundary whose unknowns are kept"),
    Param("secondary", STRING, "", doc="boundary that is identified with it"),
    Param("translation", STRING, "", doc="vector from the primary to the secondary boundary"),
    Param("auto_direction", STRING, "", doc="axes x y z along which a box is periodic"),
)

DEBUG_PARAMS = (
    Param("show_var_residual_norms", BOOLEAN, False, doc="print per-field norms of each Newton iteration"),
    Param("show_material_props", BOOLEAN, False, doc="accepted"),
    Param("show_actions", BOOLEAN, False, doc="accepted"),
    Param("show_var_residual", STRING, "", doc="accepted"),
    Param("show_top_residuals", INTEGER, 0, doc="accepted"),
)
