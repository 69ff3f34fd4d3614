"""What is said when a solve fails for good: where, which term, why, and what to try."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from alces.ad import where
from alces.physics import Kernel
from alces.run.executioner import DidNotConverge

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
    initial_condition = 1
  []
  [v]
    initial_condition = 1
  []
[]
[Kernels]
  [u_rate]
    type = TimeDerivative
    variable = u
  []
  [v_rate]
    type = TimeDerivative
    variable = v
  []
  [u_diffusion]
    type = Diffusion
    variable = u
  []
  [sink]
    type = MatReaction
    variable = v
    reaction_rate = rate
  []
[]
[Materials]
  [inner]
    type = ParsedMaterial
    property_name = root
    coupled_variables = u
    expression = '%s'
  []
  [rate]
    type = ParsedMaterial
    property_name = rate
    material_property_names = root
    expression = '2 * root'
  []
[]
[Executioner]
  type = Transient
  dt = 0.1
  end_time = 1
  dtmin = 0.02
  %s
[]
"""


def failure(problem, formula: str, run: str = "", *overrides: str) -> str:
    with pytest.raises(DidNotConverge) as caught:
        problem(DECK % (formula, run), *overrides).run(write=False)
    return str(caught.value)


def test_the_first_property_that_is_no_number(problem):
    """`rate` needs `root`, and `root` is what fails."""
    first, *lines = failure(problem, "if(u > 0, log(u - 1.5), 0)").splitlines()
    assert "step 1 at t = 0 did not converge with dt = 0.025 (the residual is not a number)" in first
    assert lines[0].startswith("  not a number: property 'root' of ParsedMaterial [Materials/inner] at (0.05")
    assert lines[1:3] == ["  tried before: dt = 0.1: the residual is not a number",
                          "  tried before: dt = 0.05: the residual is not a number"]
    assert lines[3].startswith("  next: see what a logarithm") and len(lines) == 4


def test_a_term_that_is_no_number(problem):
    """log(0.6 - x) does not exist from the second Gauss point of the third cell on."""
    more = ("Kernels/u_diffusion/type=BodyForce", "Kernels/u_diffusion/function='log(0.6 - x)'")
    said = failure(problem, "1", "", *more)
    assert "not a number: BodyForce [Kernels/u_diffusion] of 'u' at (0.697169, 0, 0)" in said


class Pit(Kernel):
    """10^6 (u^2 + 1) where x > 3/4: no u makes it zero."""

    def value(self, q):
        u = q.value(self.p.variable)
        return where(q.x > 0.75, 1e6 * (u * u + 1.0), 0.0 * u)


def test_no_convergence_names_field_place_and_term(problem, register):
    register(Pit)
    said = failure(problem, "1", "automatic_scaling = true", "Kernels/u_diffusion/type=Pit")
    first, *lines = said.splitlines()
    assert "did not converge with dt = 0.025" in first
    place = r"  largest residual: 'u' at \((0\.75|1), 0, 0\), "
    assert re.match(place + r"[\d.e+]+ \([\d.e+-]+ scaled\)$", lines[0])
    assert lines[1].startswith("  most of it there: Pit [Kernels/u_diffusion] with 1")
    assert re.match(r"  scaled residual of each field: u \S+, v \S+$", lines[2])
    assert lines[3].startswith("  factors of the equations: u ")
    assert [line.split(":")[1] for line in lines[4:6]] == [" dt = 0.1", " dt = 0.05"]
    assert "`alces jacobian " in lines[6] and len(lines) == 7


STEADY = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [diffusion]
    type = Diffusion
    variable = u
  []
  [source]
    type = BodyForce
    variable = u
  []
[]
[Executioner]
  type = Steady
[]
"""
STRICT = """type = Steady
  l_max_its = 1
  petsc_options_iname = '-pc_type -ksp_type -snes_max_linear_solve_fail'
  petsc_options_value = 'jacobi gmres 0'"""
HELD = """
[BCs]
  [x]
    type = DirichletBC
    variable = u
    boundary = left
    value = 1
  []
[]
"""


def test_a_preconditioner_that_is_not_up_to_it(problem):
    """A large system is not solved directly unasked: one iteration of GMRES is not enough."""
    text = STEADY.replace("type = Steady", STRICT).replace("nx = 4", "nx = 20001")
    text = text.replace("type = BodyForce\n", "type = BodyForce\n    function = x\n") + HELD
    with pytest.raises(DidNotConverge, match="the linear solver failed") as caught:
        problem(text).run(write=False)
    assert "next: solve directly: no -pc_type, or -pc_type lu" in str(caught.value)


def test_a_singular_matrix(tmp_path: Path):
    """Poisson's equation without prescribed values: exit code 3 and the reason."""
    (tmp_path / "deck.i").write_text(STEADY)
    answer = subprocess.run([sys.executable, "-m", "alces.cli.main", "-i", "deck.i", "-q"], cwd=tmp_path,
                            capture_output=True, text=True)
    assert answer.returncode == 3
    assert "adding a constant to 'u' changes nothing, so the matrix is singular" in answer.stderr


def test_the_state_is_left_as_it_was(problem):
    p = problem(DECK % ("if(u < 0.8, log(-u), 1)", ""), "Kernels/u_diffusion/type=Reaction")
    with pytest.raises(DidNotConverge):
        p.run(write=False)
    assert p.state.u == pytest.approx(p.state.u_old) and p.state.t == p.time_old > 0
