"""``alces jacobian``: the partials of every term of a deck, and which term is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from alces.ad import value
from alces.cli.jacobian import COMPLEX, TOLERANCE, compare, randomize
from alces.cli.main import main
from alces.run import load
from alces_electrochem.kernels.ion_migration import IonMigration
from alces_mechanics.materials.rank_two_invariant import RankTwoInvariant

CELL = str(Path(__file__).parents[2] / "inputs" / "reference" / "cell.i")
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
