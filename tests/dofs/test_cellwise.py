"""Families MONOMIAL and L2_LAGRANGE: their functions, projection, values in files, unknowns of cells."""

import numpy as np
import pytest
from alces.dofs import CellwiseSpace, DofMap, Space, Variable, cellwise_space
from alces.fe import reference_cell
from alces.hit import DeckErrors
from alces.mesh import generated

DECK = """
[Mesh]
  [square]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 3
    ny = 2
    xmax = 3
    elem_type = {cells}
  []
  [block]
    type = SubdomainBoundingBoxGenerator
    input = square
    bottom_left = '2 0 0'
    top_right = '3 1 0'
    block_id = 1
  []
[]
[Variables]
  [u]
    family = {family}
    order = {order}
    block = '{block}'
    [InitialCondition]
      type = FunctionIC
      function = '{function}'
    []
  []
[]
[AuxVariables]
  [w]
    family = {family}
    order = {order}
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [decay]
    type = Reaction
    variable = u
    rate = 2
  []
[]
[AuxKernels]
  [w]
    type = FunctionAux
    variable = w
    function = '{function}'
    execute_on = 'INITIAL TIMESTEP_END'
    {aux}
  []
[]
[Postprocessors]
  [error]
    type = ElementL2Error
    variable = w
    function = '{function}'
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [total]
    type = ElementIntegralVariablePostprocessor
    variable = u
    block = '{block}'
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[Executioner]
  type = Transient
  num_steps = 1
  dt = 0.5
[]
"""
PLAIN = {"cells": "QUAD4", "family": "MONOMIAL", "order": "SECOND", "block": "0 1",
         "function": "1 + x + x*y", "aux": ""}


def deck(**values):
    text = DECK
    for name, value in {**PLAIN, **values}.items():
        text = text.replace("{" + name + "}", value)
    return text


def at(name, order, xi):
    return CellwiseSpace("MONOMIAL", order).tables(name, np.array([xi], dtype=float))


def test_powers_in_the_order_of_libmesh():
    x, y, z = 2.0, 3.0, 5.0
    assert at("EDGE2", "THIRD", [x])[0].tolist() == [[1, x, x**2, x**3]]
    assert at("TRI3", "THIRD", [x, y])[0].tolist() == [
        [1, x, y, x**2, x * y, y**2, x**3, x**2 * y, x * y**2, y**3]]
    assert at("HEX8", "SECOND", [x, y, z])[0].tolist() == [
        [1, x, y, z, x**2, x * y, y**2, x * z, y * z, z**2]]
    assert at("HEX8", "THIRD", [x, y, z])[0][0, 10:].tolist() == [
        x**3, x**2 * y, x * y**2, y**3, x**2 * z, x * y * z, y**2 * z, x * z**2, y * z**2, z**3]


@pytest.mark.parametrize("family", ["MONOMIAL", "L2_LAGRANGE"])
@pytest.mark.parametrize("cells", ["EDGE3", "TRI6", "QUAD9", "TET10", "HEX27"])
def test_derivatives_of_the_functions(family, cells):
    space = CellwiseSpace(family, "SECOND")
    xi = np.random.default_rng(1).random((4, reference_cell(cells).dim))
    tables = space.tables(cells, xi)
    assert tables[0].shape == (4, space.n_local(cells))
    for axis in range(xi.shape[1]):
        step = np.zeros(xi.shape[1])
        step[axis] = 1e-6
        slope = (space.tables(cells, xi + step)[0] - space.tables(cells, xi - step)[0]) / 2e-6
        np.testing.assert_allclose(tables[1 + axis], slope, atol=1e-8)


def test_unknowns_sit_in_cells_component_by_component():
    mesh = generated(2, 2, 1)
    space = cellwise_space(mesh, "MONOMIAL", "FIRST")
    dofs = DofMap(mesh, [Variable("u", space), Variable("c", Space("MONOMIAL", "CONSTANT"))])
    assert (space.components, dofs.n) == (3, 8)
    assert dofs.cell_dofs(1, 0).tolist() == [[0], [1]]
    assert dofs.cell_dofs(0, 0).tolist() == [[2, 4, 6], [3, 5, 7]]
    assert cellwise_space(mesh, "L2_LAGRANGE", "FIRST").components == 4
    with pytest.raises(ValueError, match="needs a second-order mesh"):
        cellwise_space(mesh, "L2_LAGRANGE", "SECOND")


def test_values_at_nodes_are_means_over_the_cells_around():
    """u = 1 in the left cell and 3 + xi in the right one."""
    mesh = generated(1, 2)
    dofs = DofMap(mesh, [Variable("u", cellwise_space(mesh, "MONOMIAL", "FIRST"))])
    vector = np.zeros(4)
    vector[dofs.cell_dofs(0, 0)] = [[1, 0], [3, 1]]
    assert dofs.node_values(0, vector).tolist() == [1, 1.5, 4]


@pytest.mark.parametrize("family, order, cells", [
    ("MONOMIAL", "FIRST", "QUAD4"), ("MONOMIAL", "SECOND", "TRI3"), ("MONOMIAL", "THIRD", "QUAD4"),
    ("L2_LAGRANGE", "FIRST", "QUAD4"), ("L2_LAGRANGE", "SECOND", "QUAD9"),
])
def test_what_is_in_the_space_is_projected_exactly(problem, family, order, cells):
    """Initial values, auxiliary kernels, the values in files; then one implicit step of u_t + 2 u = 0."""
    function = {"FIRST": "1 + x - 2*y", "SECOND": "1 + x*y - y^2", "THIRD": "x^3 - x*y^2 + 2"}[order]
    made = problem(deck(family=family, order=order, cells=cells, function=function.replace(" ", "")))
    x, y, _ = made.model.mesh.points.T
    exact = {"FIRST": 1 + x - 2 * y, "SECOND": 1 + x * y - y**2, "THIRD": x**3 - x * y**2 + 2}[order]
    results = made.run(write=False)
    assert results["error"].values.max() < 1e-12
    assert results["u"].dims == ("time", "node")
    np.testing.assert_allclose(results["w"].values[-1], exact, atol=1e-12)
    np.testing.assert_allclose(results["u"].values, [exact, exact / 2], atol=1e-9)
    assert results["total"].values[1] == pytest.approx(results["total"].values[0] / 2)


def test_the_mean_is_kept_by_the_projection(problem):
    """sin(x + y) is not in the space, but every cell keeps its integral; what is left shows in the error."""
    made = problem(deck(order="FIRST", function="sin(x+y)"))
    made.postprocessing.update(made.state, "INITIAL")
    exact = np.sin(1) + np.sin(3) - np.sin(4)
    assert made.state.postprocessors["total"] == pytest.approx(exact, rel=1e-3)
    assert 1e-3 < made.state.postprocessors["error"] < 0.1


def test_a_variable_of_one_block(problem):
    made = problem(deck(block="1", function="1+x"))
    results = made.run(write=False)
    assert made.model.unknowns.n == 2 * 6
    x = made.model.mesh.points[:, 0]
    np.testing.assert_allclose(results["u"].values[0], np.where(x >= 2, 1 + x, 0.0), atol=1e-12)


def test_on_a_boundary_the_smallest_coefficients_fit(problem):
    """Along y = 0 the function 1 + x is the trace of a polynomial of the cell; elsewhere nothing is set."""
    made = problem(deck(order="FIRST", function="1+x", aux="boundary = bottom"))
    made.run(write=False)
    aux = made.model.auxiliaries
    coefficients = made.state.aux[np.concatenate([aux.cell_dofs(0, b) for b in range(2)])]
    mesh = made.model.mesh
    below = np.concatenate([mesh.points[b.cells][:, :, 1].min(axis=1) for b in mesh.blocks]) == 0
    assert not coefficients[~below].any()
    trace = coefficients[below] @ np.array([[1, 1], [-1, 1], [-1, -1]])  # at xi = -1, 1 and eta = -1
    np.testing.assert_allclose(np.sort(trace, axis=0), [[1, 2], [2, 3], [3, 4]])


@pytest.mark.parametrize("values, message", [
    ({"family": "LAGRANGE", "order": "THIRD"}, "family LAGRANGE and order THIRD are not supported"),
    ({"family": "HERMITE", "order": "FIRST"}, "family HERMITE and order FIRST"),
    ({"family": "L2_LAGRANGE", "order": "SECOND"}, "needs a second-order mesh"),
])
def test_families_without_such_an_order(problem, values, message):
    with pytest.raises(DeckErrors, match=message):
        problem(deck(**values))


def test_nothing_can_be_prescribed_at_nodes(problem):
    condition = "[BCs]\n [x]\n type = DirichletBC\n variable = u\n boundary = left\n value = 1\n []\n[]"
    with pytest.raises(DeckErrors, match="the variable 'u' has no values at nodes"):
        problem(deck() + condition)
