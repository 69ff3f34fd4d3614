"""Hermite cubics: what they reproduce, and a fourth-order equation solved with them."""

import numpy as np
import pytest
from alces.dofs import HermiteSpace, hermite_space
from alces.hit import DeckErrors
from alces.mesh import generated

XI = np.array([[-0.3, 0.7], [0.9, -0.5]])


def test_cubics_are_reproduced_in_two_dimensions():
    """u = x^3 y^2 on the cell [0, 2] x [0, 4] from values, slopes and cross derivatives at its corners."""
    space = HermiteSpace(size=(2.0, 4.0))
    corners = np.array([[0, 0], [2, 0], [2, 4], [0, 4]], dtype=float)
    x, y = corners.T
    dofs = np.concatenate([x**3 * y**2, 3 * x**2 * y**2, 2 * x**3 * y, 6 * x**2 * y])
    at_x, at_y = 1 + XI[:, 0], 2 + 2 * XI[:, 1]
    value, d_xi, d_eta = space.tables("QUAD4", XI)
    np.testing.assert_allclose(value @ dofs, at_x**3 * at_y**2)
    np.testing.assert_allclose(d_xi @ dofs, 3 * at_x**2 * at_y**2)  # dx/dxi = 1
    np.testing.assert_allclose(d_eta @ dofs, 2 * 2 * at_x**3 * at_y)  # dy/deta = 2
    laplacian = space.laplacian.tables("QUAD4", XI)[0]
    np.testing.assert_allclose(laplacian @ dofs, 6 * at_x * at_y**2 + 2 * at_x**3)


def test_sizes_of_a_mesh():
    assert hermite_space(generated(2, 4, 5, xmax=2.0)).size == pytest.approx((0.5, 0.2))


@pytest.mark.parametrize(("mesh", "message"), [
    (generated(1, 3, bias_x=1.5), "cells of equal size"),
    (generated(2, 2, 2, elem_type="TRI3"), "EDGE2 or QUAD4"),
    (generated(3), "EDGE2 or QUAD4"),
])
def test_other_meshes_are_refused(mesh, message):
    with pytest.raises(ValueError, match=message):
        hermite_space(mesh)


DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 8
  xmax = 2
[]
[Variables]
  [c]
    family = HERMITE
    order = THIRD
    [InitialCondition]
      type = FunctionIC
      function = 'cos(pi * x)'
    []
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = c
  []
  [bend]
    type = CHInterface
    variable = c
    mob_name = 2
    kappa_name = 3
  []
[]
[BCs]
  [Periodic]
    [all]
      auto_direction = x
    []
  []
[]
[Executioner]
  type = Transient
  dt = 1e-3
  num_steps = 1
[]
"""


def load(tmp_path, *overrides):
    import alces

    path = tmp_path / "deck.i"
    path.write_text(DECK)
    return alces.load(str(path), *overrides)


def test_slopes_of_an_initial_condition(tmp_path):
    problem = load(tmp_path)
    x = np.linspace(0, 1.75, 8)  # the last node is the first one
    np.testing.assert_allclose(problem.state.u[:8], np.cos(np.pi * x), atol=1e-15)
    np.testing.assert_allclose(problem.state.u[8:], -np.pi * np.sin(np.pi * x), atol=1e-14)


def test_decay_of_a_wave(tmp_path):
    """c_t = -M kappa c_xxxx: implicit Euler divides cos(pi x) by 1 + dt M kappa pi^4."""
    problem = load(tmp_path)
    problem.run(write=False)
    expected = np.cos(np.pi * np.linspace(0, 2, 9)) / (1 + 1e-3 * 6 * np.pi**4)
    found = problem.model.unknowns.node_values(0, problem.state.u)
    np.testing.assert_allclose(found, expected, rtol=2e-3, atol=1e-4)


@pytest.mark.parametrize(("override", "message"), [
    ("Variables/c/order=FIRST", "orders of HERMITE: THIRD"),
    ("Variables/c/family=LAGRANGE", "orders of LAGRANGE: FIRST, SECOND"),
    ("Mesh/bias_x=1.2", "cells of equal size"),
])
def test_mistakes(tmp_path, override, message):
    with pytest.raises(DeckErrors) as caught:
        load(tmp_path, override)
    assert message in caught.value.render()


def test_second_derivatives_need_hermite(tmp_path):
    with pytest.raises(DeckErrors) as caught:
        load(tmp_path, "Variables/c/order=FIRST", "Variables/c/family=LAGRANGE").run(write=False)
    assert "need the family HERMITE" in caught.value.render()
