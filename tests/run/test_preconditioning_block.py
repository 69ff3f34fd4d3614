"""[Preconditioning]: MOOSE's types give one answer, in fewer or more iterations."""

from __future__ import annotations

import numpy
import pytest
from alces.hit import DeckErrors

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
  []
  [v]
  []
[]
[Kernels]
  [u]
    type = Diffusion
    variable = u
  []
  [uv]
    type = CoupledForce
    variable = u
    v = v
  []
  [v]
    type = Diffusion
    variable = v
  []
  [source]
    type = BodyForce
    variable = v
  []
[]
[BCs]
  [u]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
  [v]
    type = DirichletBC
    variable = v
    boundary = right
    value = 0
  []
[]
[Preconditioning]
  [p]
    type = %s
  []
[]
[Executioner]
  type = Steady
  l_tol = 1e-12
  nl_rel_tol = 1e-12
[]
"""


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        ("SMP\n    full = true\n    pc_side = right\n    ksp_norm = none\n    trust_my_coupling = true", ()),
        ("FDP\n    full = true\n    finite_difference_type = standard", ()),
        ("PBP\n    solve_order = 'v u'\n    preconditioner = 'LU LU'\n    off_diag_row = u\n"
         "    off_diag_column = v", (("v",), ("u",))),
        ("PBP\n    solve_order = 'v'", (("v",), ("u",))),
    ],
)
def test_types(problem, lines, groups):
    made = problem(DECK % lines)
    assert made.solver_options().groups == groups
    data = made.run(write=False)
    x = data.node_x.to_numpy()
    numpy.testing.assert_allclose(data.v[-1], (1 - x**2) / 2, atol=1e-9)  # v'' = -1, v'(0) = 0, v(1) = 0
    exact = -(x**2) / 4 + x**4 / 24 + x / 3  # u'' = -v, u(0) = 0, u'(1) = 0
    numpy.testing.assert_allclose(data.u[-1], exact, atol=4e-3)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("PBP\n    solve_order = 'v w'", "'w' is not a variable; the variables are u, v"),
        ("PBP\n    solve_order = 'v v'", "'v' stands in it twice"),
        ("PBP", "missing required parameter"),
        ("FDP\n    finite_difference_type = central", "not one of: standard, coloring"),
        ("FSP", "unknown type 'FSP'"),
    ],
)
def test_mistakes(problem, lines, message):
    from alces.hit import DeckError

    with pytest.raises((DeckError, DeckErrors), match=message):
        problem(DECK % lines).run(write=False)
