"""Order of evaluation within a step, prescribed values, scaling, time integrators by name."""

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


# -- auxiliary variables and postprocessors -----------------------------------------------------------------
def test_auxiliary_variables_see_each_other_in_the_right_order(problem):
    """c needs b needs a, written the other way round."""
    chain = "".join(
        f" [{name}]\n type = ParsedAux\n variable = {name}\n"
        f" coupled_variables = {of}\n expression = '2 * {of}'\n"
        " execute_on = 'INITIAL TIMESTEP_END'\n []\n"
        for name, of in (("c", "b"), ("b", "a"), ("a", "u"))
    )
    p = problem(
        (TWO % f"[AuxVariables]\n [a]\n []\n [b]\n []\n [c]\n []\n[]\n[AuxKernels]\n{chain}[]").replace(
            "  [u]\n  []", "  [u]\n    initial_condition = 3\n  []", 1
        )
    )
    numpy.testing.assert_allclose(at_nodes(p, "c"), 24.0)
    p.state.u[:] = 5.0
    p.auxiliaries.update(p.state, "TIMESTEP_END")
    numpy.testing.assert_allclose(at_nodes(p, "c"), 40.0)


def test_kernels_see_auxiliary_variables_from_the_first_residual_on(problem):
    """An auxiliary variable set on LINEAR, never at the start: u_t = a with a = 1 + t."""
    deck = (
        TWO
        % """
[AuxVariables]
  [a]
  []
[]
[AuxKernels]
  [a]
    type = FunctionAux
    variable = a
    function = '1 + t'
    execute_on = LINEAR
  []
[]"""
    ).replace("type = Diffusion\n    variable = u", "type = CoupledForce\n    variable = u\n    v = a")
    p = problem(deck)
    area = 1.0
    assert p.residual().sum() == pytest.approx(-1.1 * area)  # at u = 0, t = 0.1
    data = p.run(write=False)
    numpy.testing.assert_allclose(data.u[1], 0.11, rtol=1e-10)
    numpy.testing.assert_allclose(data.u[2], 0.11 + 0.12, rtol=1e-10)


def test_postprocessors_follow_the_solution_and_each_other(problem):
    """b needs a needs the mean, written the other way round; all of the same step."""
    p = problem(
        (
            TWO
            % """
[Postprocessors]
  [b]
    type = ScalePostprocessor
    value = a
    scaling_factor = 10
  []
  [a]
    type = ScalePostprocessor
    value = mean
    scaling_factor = 2
  []
  [mean]
    type = ElementAverageValue
    variable = u
  []
[]"""
        ).replace("type = Diffusion\n    variable = u", "type = BodyForce\n    variable = u\n    value = 1")
    )
    data = p.run(write=False)
    numpy.testing.assert_allclose(data["mean"][1:], [0.1, 0.2], rtol=1e-10)
    numpy.testing.assert_allclose(data.b[1:], [2.0, 4.0], rtol=1e-10)


def test_postprocessors_in_a_circle(problem):
    circle = "".join(
        f" [{a}]\n type = ScalePostprocessor\n value = {b}\n scaling_factor = 1\n []\n"
        for a, b in ("pq", "qp")
    )
    with pytest.raises(alces.hit.DeckErrors, match="circle"):
        problem(TWO % f"[Postprocessors]\n{circle}[]").run(write=False)


def test_a_point_outside_the_mesh(problem):
    p = problem(TWO % "[Postprocessors]\n [v]\n type = PointValue\n variable = u\n point = '3 3 0'\n []\n[]")
    with pytest.raises(alces.hit.DeckErrors, match=r"\(3, 3, 0\) is outside the mesh"):
        p.run(write=False)


def test_aux_old_is_that_of_the_last_step(problem):
    """TimeDerivativeAux-like: a postprocessor of the change of an auxiliary variable a = t^2 per step."""
    p = problem(
        TWO
        % """
[AuxVariables]
  [a]
  []
[]
[AuxKernels]
  [a]
    type = FunctionAux
    variable = a
    function = 't^2'
    execute_on = 'INITIAL TIMESTEP_BEGIN'
  []
[]"""
    )
    p.run(write=False)
    numpy.testing.assert_allclose(p.state.aux_old, 0.04)


# -- prescribed values -----------------------------------------------------------------------------
def test_residual_and_jacobian_rows_of_prescribed_unknowns(problem):
    p = problem(
        TWO
        % (
            "[BCs]\n [l]\n type = FunctionDirichletBC\n variable = u\n"
            " boundary = left\n function = '1 + y + t'\n []\n[]"
        )
    )
    left = p.model.mesh.points[:, 0] == 0.0
    dofs = p.model.unknowns.dofs[0][left]
    numpy.testing.assert_allclose(p.residual()[dofs], -(1.1 + p.model.mesh.points[left, 1]))
    numpy.testing.assert_allclose(
        p.residual()[dofs], -(1.1 + p.model.mesh.points[left, 1])
    )  # asking changes nothing
    J = p.jacobian().toarray()
    numpy.testing.assert_array_equal(J[dofs], numpy.eye(p.model.unknowns.n)[dofs])
    p.run(write=False)
    numpy.testing.assert_allclose(at_nodes(p)[left], 1.2 + p.model.mesh.points[left, 1], rtol=1e-14)


def test_a_newton_step_from_residual_and_jacobian_solves_a_linear_problem(problem):
    p = problem(
        TWO % "[BCs]\n [l]\n type = DirichletBC\n variable = u\n boundary = left\n value = 2\n []\n[]"
    )
    step = numpy.linalg.solve(p.jacobian().toarray(), -p.residual())
    q = problem(
        TWO % "[BCs]\n [l]\n type = DirichletBC\n variable = u\n boundary = left\n value = 2\n []\n[]",
        "Executioner/num_steps=1",
    )
    q.run(write=False)
    numpy.testing.assert_allclose(p.state.u + step, q.state.u, atol=1e-12)


def test_reaction_at_prescribed_nodes_balances_the_sources(problem):
    """Steady -u'' = 1 with u = 0 on the left: all of the source leaves there."""
    deck = TWO.replace("type = Transient\n  dt = 0.1\n  num_steps = 2", "type = Steady") % (
        "[BCs]\n [l]\n type = DirichletBC\n variable = u\n boundary = left\n value = 0\n []\n[]"
    )
    p = problem(
        deck.replace(
            "type = TimeDerivative\n    variable = u", "type = BodyForce\n    variable = u\n    value = 1"
        )
    )
    p.run(write=False)
    assert abs(p.status.reaction("u", ["left"])) == pytest.approx(1.0, rel=1e-10)


def test_variable_scaling_weighs_the_residual_norm(problem):
    """MOOSE's `scaling`: the first norm that the console sees is that of the scaled equation."""
    seen = []

    def norm(factor):
        p = problem(
            (
                TWO % "[BCs]\n [l]\n type = NeumannBC\n variable = u\n boundary = left\n value = 2\n []\n[]"
            ).replace("  [u]\n  []", f"  [u]\n    scaling = {factor}\n  []", 1),
            "Executioner/num_steps=1",
        )
        p.console.newton = lambda i, value, fields: seen.append((i, value))
        seen.clear()
        p.run(write=False)
        return seen[0][1], p.state.u

    (plain, u), (scaled, same) = norm(1), norm(1000)
    assert scaled == pytest.approx(1000 * plain)
    numpy.testing.assert_allclose(same, u, rtol=1e-10)


def test_time_integrator_block(problem):
    plain = problem(TWO % "", "Executioner/scheme=bdf2").executioner.scheme
    text = (TWO % "").replace("  num_steps = 2", "  num_steps = 2\n  [TimeIntegrator]\n    type = {}\n  []")
    assert plain == "bdf2"
    for name, scheme in (
        ("BDF2", "bdf2"),
        ("CrankNicolson", "crank-nicolson"),
        ("ImplicitEuler", "implicit-euler"),
    ):
        assert problem(text.replace("{}", name)).executioner.scheme == scheme
    with pytest.raises(alces.hit.DeckErrors, match="BDF3"):
        problem(text.replace("{}", "BDF3"))


def test_a_prescribed_value_cannot_follow_an_unknown(problem):
    """It would lag behind; only an auxiliary variable is known before the solve."""
    block = (
        "[AuxVariables]\n [a]\n initial_condition = 4\n []\n[]\n[BCs]\n [m]\n type = MatchedValueBC\n"
        " variable = u\n boundary = left\n v = {}\n u_coeff = 2\n []\n[]"
    )
    with pytest.raises(alces.hit.DeckErrors, match="cannot follow 'u', which is solved for"):
        problem(TWO % block.format("u"))
    p = problem(TWO % block.format("a"))
    p.run(write=False)
    numpy.testing.assert_allclose(at_nodes(p)[p.model.mesh.points[:, 0] == 0.0], 2.0)
