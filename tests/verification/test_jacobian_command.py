"""``alces jacobian``: the partials of every term of a deck, and which term is wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from alces.ad import value
from alces.cli.jacobian import COMPLEX, TOLERANCE, compare, randomize
from alces.cli.main import main
from alces.run import load
from alces_electrochem.kernels.ion_migration import IonMigration
from alces_mechanics.materials.rank_two_invariant import RankTwoInvariant

INPUTS = Path(__file__).parents[2] / "inputs"
CELL = str(INPUTS / "reference" / "cell.i")
SMALL = ("nx=4", "ny=4")


@pytest.mark.parametrize("seed", [None, 3])
@pytest.mark.parametrize("more", [(), ("stabilise=true", "grain_seeds=0.2 0.2 0.6 0.6", "s_phi=1")])
def test_all_terms_of_the_model_are_right(seed, more):
    problem = load(CELL, *SMALL, *more)
    if seed is not None:
        randomize(problem, seed)
    rows = compare(problem)
    assert all(row.good for row in rows), [row for row in rows if not row.good]
    assert {row.field for row in rows} == {"eta", "phi", "c", "disp_x", "disp_y"}
    pairs = {(row.term, row.field) for row in rows}
    assert {("Kernels/elastic_force", "disp_y"), ("Kernels/migration", "phi")} <= pairs
    assert ("Kernels/ohm", "disp_x") not in pairs


@pytest.mark.parametrize("name", sorted(path.name for path in INPUTS.glob("*.i")))
def test_all_terms_of_the_inputs_are_right(name):
    fewer = {"nzsp_dendrite.i": ("nx=12", "ny=12"), "ohm_series.i": ("nx=80",), "inclusion.i": ("n=8",)}
    problem = load(str(INPUTS / name), *fewer.get(name, ()))
    randomize(problem, 1)
    rows = compare(problem)
    assert rows and all(row.good for row in rows), [row for row in rows if not row.good]


def test_assembled_jacobian_of_the_model():
    """Each of the 25 blocks against central differences of the assembled residual along random directions."""
    problem = load(CELL, *SMALL, "grain_seeds=0.2 0.2 0.6 0.6")
    randomize(problem, 5)
    matrix = problem.jacobian()
    field = problem.model.unknowns.field
    u = problem.state.u.copy()  # prescribed values included
    rng = np.random.default_rng(1)
    free = np.setdiff1d(np.arange(len(u)), problem.system.constrained)
    for column in range(5):
        size = np.abs(u[field == column]).max()
        direction = np.where(field == column, rng.uniform(-size, size, len(u)), 0.0)
        direction[problem.system.constrained] = 0.0
        ends = []
        for sign in (1, -1):
            problem.state.u = u + sign * 1e-5 * direction
            ends.append(problem.residual())
        slope, exact = (ends[0] - ends[1]) / 2e-5, matrix @ direction
        for row in range(5):
            rows = free[field[free] == row]
            scale = np.abs(slope[rows]).max()
            np.testing.assert_allclose(exact[rows], slope[rows], rtol=0, atol=1e-6 * scale + 1e-12)


def test_the_command_prints_a_table(capsys):
    assert main(["jacobian", CELL, *SMALL, "--random", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["term", "where", "field", "difference", "compared", "with"]
    assert lines[-1] == "all partials are right"


def test_the_guilty_term_is_named(capsys, monkeypatch):
    def flux(self, q):
        return q.grad(self.p.potential) * value(q.property(self.p.diffusivity) * q.value(self.p.variable))

    monkeypatch.setattr(IonMigration, "flux", flux)
    assert main(["jacobian", CELL, *SMALL, "--random", "1"]) == 1
    text = capsys.readouterr().out
    assert text.splitlines()[-1] == "wrong partials: Kernels/migration"
    marked = [line.split()[0] for line in text.splitlines() if line.endswith("WRONG")]
    assert marked and set(marked) == {"Kernels/migration"}


DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 3
  nx = 2
  ny = 1
  nz = 1
[]
[GlobalParams]
  displacements = 'x_ y_ z_'
[]
[Variables]
  [x_]
  []
  [y_]
  []
  [z_]
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 3
    poissons_ratio = 0.2
  []
  [strain]
    type = ComputeSmallStrain
  []
  [stress]
    type = ComputeLinearElasticStress
  []
  [largest]
    type = RankTwoInvariant
    property_name = largest
    rank_two_tensor = stress
    invariant = MaxPrincipal
  []
[]
[Kernels]
  [odd]
    type = MatReaction
    variable = x_
    mob_name = largest
  []
  [y]
    type = Reaction
    variable = y_
  []
  [z]
    type = Reaction
    variable = z_
  []
[]
[BCs]
  [push]
    type = VacuumBC
    variable = y_
    boundary = left
  []
[]
[Executioner]
  type = Steady
[]
"""


def test_terms_without_complex_values_are_compared_with_differences(tmp_path):
    (tmp_path / "deck.i").write_text(DECK)
    problem = load(str(tmp_path / "deck.i"))
    randomize(problem, 2)
    rows = {(row.term, row.field): row for row in compare(problem)}
    assert rows["BCs/push", "y_"].method == COMPLEX and rows["BCs/push", "y_"].where == "left"
    odd = rows["Kernels/odd", "z_"]
    assert odd.method != COMPLEX and odd.difference < TOLERANCE[odd.method]


def test_a_wrong_partial_is_found_by_differences_too(tmp_path, monkeypatch):
    right = RankTwoInvariant.properties

    def properties(self, q):
        return {name: value(a) for name, a in right(self, q).items()}

    monkeypatch.setattr(RankTwoInvariant, "properties", properties)
    (tmp_path / "deck.i").write_text(DECK)
    problem = load(str(tmp_path / "deck.i"))
    randomize(problem, 2)
    assert not all(row.good for row in compare(problem) if row.term == "Kernels/odd")


@pytest.mark.parametrize(
    "words, message",
    [([], "no deck is given"), ([CELL, "--random"], "--random needs a value"),
     ([CELL, "--random", "x"], "--random needs a whole number, not 'x'")],
)
def test_mistakes_on_the_command_line(capsys, words, message):
    assert main(["jacobian", *words]) == 2
    assert message in capsys.readouterr().err
