"""What a deck's blocks mean: initial conditions, switches, periodic boundaries."""

from __future__ import annotations

from pathlib import Path

import alces
import numpy
import pytest

TWO = (Path(__file__).parent / "two_blocks.i").read_text()


def at_nodes(p, name="u"):
    for dofmap, vector in ((p.model.unknowns, p.state.u), (p.model.auxiliaries, p.state.aux)):
        if name in dofmap.index:
            return dofmap.node_values(dofmap.index[name], vector)
    raise KeyError(name)


# -- initial conditions -----------------------------------------------------------------------------------
def test_initial_conditions_by_block_and_boundary(problem):
    p = problem(
        TWO
        % """
[ICs]
  [all]
    type = FunctionIC
    variable = u
    function = 'x + 10 * y'
  []
  [block]
    type = ConstantIC
    variable = u
    value = -1
    block = right
  []
  [edge]
    type = ConstantIC
    variable = u
    value = 7
    boundary = top
  []
[]"""
    )
    x, y = p.model.mesh.points[:, 0], p.model.mesh.points[:, 1]
    want = numpy.where(y > 0.99, 7.0, numpy.where(x > 0.49, -1.0, x + 10 * y))
    numpy.testing.assert_allclose(at_nodes(p), want)
    numpy.testing.assert_array_equal(p.state.u, p.state.u_old)


@pytest.mark.parametrize(
    "lines", ["initial_condition = 3", "[InitialCondition]\n type = ConstantIC\n value = 3\n []"]
)
def test_initial_condition_inside_the_variable(problem, lines):
    p = problem((TWO % "").replace("  [u]\n  []", f"  [u]\n    {lines}\n  []", 1))
    assert (p.state.u == 3.0).all()


def test_initial_condition_of_cell_variables(problem):
    p = problem(
        TWO
        % """
[AuxVariables]
  [c]
    order = CONSTANT
    family = MONOMIAL
    [InitialCondition]
      type = FunctionIC
      function = 'x * y'
    []
  []
[]"""
    )
    centres = numpy.concatenate([p.model.mesh.points[b.cells].mean(axis=1) for b in p.model.mesh.blocks])
    numpy.testing.assert_allclose(p.state.aux[p.model.auxiliaries.dofs[0]], centres[:, 0] * centres[:, 1])


# -- enable -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("word", ["false", "off", "0"])
def test_enable_false_leaves_an_object_out(problem, word):
    p = problem(
        TWO
        % (
            f"[BCs]\n [l]\n type = DirichletBC\n variable = nothing\n"
            f" boundary = left\n value = 1\n enable = {word}\n []\n[]"
        )
    )
    assert len(p.system.constrained) == 0


def test_enable_that_is_no_boolean(problem):
    with pytest.raises(alces.hit.DeckErrors, match="neither true nor false"):
        problem(
            TWO
            % (
                "[BCs]\n [l]\n type = DirichletBC\n variable = u\n boundary = left\n"
                " value = 1\n enable = perhaps\n []\n[]"
            )
        )


# -- periodic ---------------------------------------------------------------------------------------------
def test_periodic_in_both_directions(problem):
    """A wave with the box's period decays without a boundary layer; opposite sides are one."""
    p = problem(
        (
            TWO % "[BCs]\n [Periodic]\n [all]\n variable = u\n auto_direction = 'x y'\n []\n []\n[]\n"
            "[ICs]\n [u]\n type = FunctionIC\n variable = u\n function = 'sin(2 * pi * x)'\n []\n[]"
        ).replace("nx = 4", "nx = 16")
    )
    assert p.model.unknowns.n == 16 * 2
    p.run(write=False)
    u, (x, y, _) = at_nodes(p), p.model.mesh.points.T
    numpy.testing.assert_allclose(u[x == 0.0], u[x == 1.0])
    numpy.testing.assert_allclose(u[y == 0.0], u[y == 1.0])
    h = 1 / 16  # eigenvalue of linear elements: (6/h^2) (1 - cos kh)/(2 + cos kh)
    k2 = 6 / h**2 * (1 - numpy.cos(2 * numpy.pi * h)) / (2 + numpy.cos(2 * numpy.pi * h))
    numpy.testing.assert_allclose(u, numpy.sin(2 * numpy.pi * x) / (1 + 0.1 * k2) ** 2, atol=1e-9)


def test_periodic_by_names_and_translation(problem):
    named = problem(
        TWO
        % (
            "[BCs]\n [Periodic]\n [x]\n variable = u\n primary = left\n"
            " secondary = right\n translation = '1 0 0'\n []\n []\n[]"
        )
    )
    assert named.model.unknowns.n == 4 * 3
    with pytest.raises(alces.hit.DeckErrors, match="do not match"):
        problem(
            TWO
            % (
                "[BCs]\n [Periodic]\n [x]\n variable = u\n primary = left\n"
                " secondary = top\n translation = '1 0 0'\n []\n []\n[]"
            )
        )


@pytest.mark.parametrize("primary", ["left", "right"])
def test_of_tied_nodes_the_primary_one_has_the_initial_value(problem, primary):
    secondary, shift = {"left": ("right", "1 0 0"), "right": ("left", "-1 0 0")}[primary]
    p = problem(f"""
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
  []
[]
[ICs]
  [u]
    type = FunctionIC
    variable = u
    function = '2 + x'
  []
[]
[Kernels]
  [u]
    type = Reaction
    variable = u
  []
[]
[BCs]
  [Periodic]
    [x]
      variable = u
      primary = {primary}
      secondary = {secondary}
      translation = '{shift}'
    []
  []
[]
[Executioner]
  type = Steady
[]
""")
    ends = p.snapshot().node["u"][[0, 4]]
    assert ends.tolist() == ([2.0, 2.0] if primary == "left" else [3.0, 3.0])
