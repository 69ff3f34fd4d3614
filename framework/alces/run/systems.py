"""The top-level blocks of a deck and what they hold."""
from __future__ import annotations

from alces.params import BLOCKS, BOOLEAN, INTEGER, POINT, REAL, REALS, STRING, STRINGS, Choice, Choices, Param
from alces.run.mesh_finish import COORDINATES

OBJECT_SYSTEMS = (
    "Functions", "UserObjects", "Materials", "Kernels", "BCs", "ICs", "AuxKernels", "Postprocessors",
    "VectorPostprocessors", "DiracKernels",
)
"""Blocks whose sub-blocks are objects with a `type`."""

SETTINGS_SYSTEMS = (
    "Mesh", "Variables", "AuxVariables", "Executioner", "Preconditioning", "Outputs", "Problem",
    "GlobalParams", "Debug",
)

UNSUPPORTED = {
    "MultiApps": "MultiApps", "Transfers": "Transfers",
    "DGKernels": "discontinuous Galerkin kernels", "InterfaceKernels": "interface kernels",
    "NodalKernels": "nodal kernels", "ScalarKernels": "scalar kernels", "AuxScalarKernels": "scalar kernels",
    "Constraints": "constraints", "Contact": "contact", "Controls": "controls", "Dampers": "dampers",
    "Adaptivity": "mesh adaptivity",
    "Samplers": "stochastic sampling", "Bounds": "bounds", "Distributions": "stochastic sampling",
    "ThermalContact": "thermal contact", "Positions": "positions", "Times": "times", "Reporters": "reporters",
    "Closures": "closures",
}
"""Blocks of MOOSE's language that Alces does not have, in words."""

ORDERS = {
    "LAGRANGE": ("FIRST", "SECOND"), "MONOMIAL": ("CONSTANT", "FIRST", "SECOND", "THIRD"),
    "L2_LAGRANGE": ("FIRST", "SECOND"), "HERMITE": ("THIRD",),
}
"""Orders of each finite-element family."""

VARIABLE_PARAMS = (
    Param("type", Choice("MooseVariable"), "MooseVariable", doc="kind of variable"),
    Param("family", Choice(*ORDERS), "LAGRANGE", doc="finite-element family"),
    Param("order", Choice("CONSTANT", "FIRST", "SECOND", "THIRD", "MESH"), "FIRST",
          doc="polynomial order; MESH: that of the cells of the mesh"),
    Param("block", BLOCKS, (), doc="blocks where the variable lives; default: all"),
    Param("initial_condition", REAL, None, doc="value at the start"),
    Param("scaling", REAL, 1.0, doc="factor of the variable's equation in the residual norm"),
    Param("long_name", STRING, "", doc="what it is, for the datasets"),
    Param("unit", STRING, "1", doc="unit, for the datasets"),
)

PROBLEM_PARAMS = (
    Param("type", Choice("FEProblem"), "FEProblem"),
    *COORDINATES,
    Param("solve", BOOLEAN, True, doc="whether to solve at all"),
    Param("kernel_coverage_check", BOOLEAN, True, doc="whether every variable needs a kernel"),
    Param("material_coverage_check", BOOLEAN, True, doc="accepted"),
    *(Param(name, BOOLEAN, None, doc="accepted") for name in (
        "allow_initial_conditions_with_restart", "boundary_restricted_elem_integrity_check",
        "boundary_restricted_node_integrity_check", "check_uo_aux_state",
        "error_on_jacobian_nonzero_reallocation", "fv_bcs_integrity_check",
        "identify_variable_groups_in_nl", "ignore_zeros_in_jacobian",
        "material_dependency_check", "parallel_barrier_messaging", "previous_nl_solution_required",
        "skip_nl_system_check", "verbose_setup")),
    Param("extra_tag_vectors", STRINGS, (), doc="accepted: labels of terms need no list"),
    Param("extra_tag_matrices", STRINGS, (), doc="accepted: labels that nothing here reads"),
)

PERIODIC_PARAMS = (
    Param("variable", STRINGS, (), doc="variables that are periodic; default: all"),
    Param("primary", STRING, "", doc="boundary whose unknowns are kept"),
    Param("secondary", STRING, "", doc="boundary that is identified with it"),
    Param("translation", POINT, (0.0, 0.0, 0.0), doc="vector from the primary to the secondary boundary"),
    Param("auto_direction", Choices("x", "y", "z"), (), doc="axes x y z along which a box is periodic"),
)

QUADRATURE_ORDERS = {
    "CONSTANT": 0, "FIRST": 1, "SECOND": 2, "THIRD": 3, "FOURTH": 4, "FIFTH": 5, "SIXTH": 6, "SEVENTH": 7,
    "EIGHTH": 8, "NINTH": 9, "TENTH": 10, "ELEVENTH": 11, "TWELFTH": 12, "THIRTEENTH": 13, "FOURTEENTH": 14,
    "FIFTEENTH": 15, "SIXTEENTH": 16, "SEVENTEENTH": 17, "EIGHTEENTH": 18, "NINETEENTH": 19, "TWENTIETH": 20,
}


INTEGRATORS = {
    "ImplicitEuler": "implicit-euler", "ExplicitEuler": "explicit-euler", "BDF2": "bdf2",
    "CrankNicolson": "crank-nicolson",
    "NewmarkBeta": "newmark-beta", "ImplicitMidpoint": "implicit-midpoint", "LStableDirk2": "lstable-dirk2",
    "LStableDirk3": "lstable-dirk3", "LStableDirk4": "lstable-dirk4", "AStableDirk4": "astable-dirk4",
}
"""MOOSE's types of [TimeIntegrator], and the scheme that each stands for."""

INTEGRATOR_PARAMS = (
    Param("type", Choice(*INTEGRATORS), "ImplicitEuler", doc="time integrator"),
    Param("beta", REAL, None, doc="beta of NewmarkBeta; default 0.25"),
    Param("gamma", REAL, None, doc="gamma of NewmarkBeta; default 0.5"),
    Param("inactive_tsteps", INTEGER, None,
          doc="NewmarkBeta: first steps, in which all rates are zero; default 0"),
    Param("safe_start", BOOLEAN, None, doc="AStableDirk4: first step by LStableDirk4; default true"),
)

INTEGRATOR_OPTIONS = {
    "beta": ("NewmarkBeta", "newmark_beta"), "gamma": ("NewmarkBeta", "newmark_gamma"),
    "inactive_tsteps": ("NewmarkBeta", "newmark_inactive_steps"),
    "safe_start": ("AStableDirk4", "safe_start"),
}
"""Parameters of [TimeIntegrator]: the type that has them, and the executioner's parameter."""

PREDICTOR_PARAMS = (
    Param("type", Choice("SimplePredictor"), doc="linear extrapolation in time"),
    Param("scale", REAL, doc="part of the extrapolated change that is taken"),
    Param("skip_times", REALS, (), doc="no extrapolation in steps that end at these times", unit="time"),
    Param("skip_times_old", REALS, (), doc="no extrapolation in steps that start at these times",
          unit="time"),
    Param("skip_after_failed_timestep", BOOLEAN, False, doc="no extrapolation in a step after a failed one"),
)

PREDICTOR_SKIPS = {
    "skip_times": "predictor_skip_times", "skip_times_old": "predictor_skip_times_old",
    "skip_after_failed_timestep": "predictor_skip_after_failure",
}
"""Parameters of [Predictor] that say where there is none, and the executioner's parameters."""

QUADRATURE_PARAMS = (
    Param("type", Choice("GAUSS"), "GAUSS", doc="family of rules"),
    Param("order", Choice("AUTO", *QUADRATURE_ORDERS), "AUTO", doc="polynomials that are integrated exactly",
          aliases=("element_order",)),
    Param("side_order", Choice("AUTO", *QUADRATURE_ORDERS), "AUTO", doc="the same on sides"),
    Param("allow_negative_weights", BOOLEAN, True, doc="accepted: all weights are positive"),
)

DEBUG_PARAMS = (
    Param("show_var_residual_norms", BOOLEAN, False, doc="print per-field norms of each Newton iteration"),
    Param("show_material_props", BOOLEAN, False, doc="accepted"),
    Param("show_actions", BOOLEAN, False, doc="accepted"),
    Param("show_var_residual", STRING, "", doc="accepted"),
    Param("show_top_residuals", INTEGER, 0, doc="accepted"),
    *(Param(name, BOOLEAN, False, doc="accepted") for name in (
        "show_action_dependencies", "show_block_restriction", "show_execution_order", "show_functors",
        "show_mesh_meta_data", "show_parser", "show_reporters")),
)
