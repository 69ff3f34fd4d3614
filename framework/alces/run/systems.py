"""The top-level blocks of a deck and what they hold."""
from __future__ import annotations

from alces.params import BLOCKS, BOOLEAN, INTEGER, POINT, REAL, STRING, STRINGS, Choice, Choices, Param

OBJECT_SYSTEMS = (
    "Functions", "UserObjects", "Materials", "Kernels", "BCs", "ICs", "AuxKernels", "Postprocessors",
    "VectorPostprocessors",
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
    "Adaptivity": "mesh adaptivity",
    "Samplers": "stochastic sampling", "Bounds": "bounds", "Distributions": "stochastic sampling",
    "ThermalContact": "thermal contact", "Positions": "positions", "Times": "times", "Reporters": "reporters",
    "Closures": "closures",
}
"""Blocks of MOOSE's language that Alces does not have, in words."""

VARIABLE_PARAMS = (
    Param("family", Choice("LAGRANGE", "MONOMIAL", "HERMITE"), "LAGRANGE", doc="finite-element family"),
    Param("order", Choice("CONSTANT", "FIRST", "SECOND", "THIRD", "MESH"), "FIRST",
          doc="polynomial order; MESH: that of the cells of the mesh"),
    Param("block", BLOCKS, (), doc="blocks where the variable lives; default: all"),
    Param("initial_condition", REAL, None, doc="value at the start"),
    Param("scaling", REAL, 1.0, doc="factor of the variable's equation in the residual norm"),
    Param("long_name", STRING, "", doc="what it is, for the datasets"),
    Param("unit", STRING, "1", doc="unit, for the datasets"),
)

PROBLEM_PARAMS = (
    Param("type", STRING, "FEProblem"),
    Param("coord_type", Choice("XYZ", "RZ", "RSPHERICAL"), "XYZ",
          doc="coordinate system: Cartesian, axisymmetric (2-D), spherically symmetric (1-D)"),
    Param("rz_coord_axis", Choice("X", "Y"), "Y", doc="symmetry axis of RZ"),
    Param("solve", BOOLEAN, True, doc="whether to solve at all"),
    Param("kernel_coverage_check", BOOLEAN, True, doc="accepted"),
    Param("material_coverage_check", BOOLEAN, True, doc="accepted"),
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
    "EIGHTH": 8, "NINTH": 9, "TENTH": 10,
}

INTEGRATORS = {
    "ImplicitEuler": "implicit-euler", "ExplicitEuler": "explicit-euler", "BDF2": "bdf2",
    "CrankNicolson": "crank-nicolson",
    "NewmarkBeta": "newmark-beta",
}
"""MOOSE's types of [TimeIntegrator], and the scheme that each stands for."""

INTEGRATOR_PARAMS = (
    Param("type", Choice(*INTEGRATORS), "ImplicitEuler", doc="time integrator"),
    Param("beta", REAL, None, doc="beta of NewmarkBeta; default 0.25"),
    Param("gamma", REAL, None, doc="gamma of NewmarkBeta; default 0.5"),
)

PREDICTOR_PARAMS = (
    Param("type", Choice("SimplePredictor"), doc="linear extrapolation in time"),
    Param("scale", REAL, doc="part of the extrapolated change that is taken"),
)

QUADRATURE_PARAMS = (
    Param("type", Choice("GAUSS"), "GAUSS", doc="family of rules"),
    Param("order", Choice("AUTO", *QUADRATURE_ORDERS), "AUTO", doc="polynomials that are integrated exactly",
          aliases=("element_order",)),
    Param("side_order", Choice("AUTO", *QUADRATURE_ORDERS), "AUTO", doc="the same on sides"),
)

DEBUG_PARAMS = (
    Param("show_var_residual_norms", BOOLEAN, False, doc="print per-field norms of each Newton iteration"),
    Param("show_material_props", BOOLEAN, False, doc="accepted"),
    Param("show_actions", BOOLEAN, False, doc="accepted"),
    Param("show_var_residual", STRING, "", doc="accepted"),
    Param("show_top_residuals", INTEGER, 0, doc="accepted"),
)
