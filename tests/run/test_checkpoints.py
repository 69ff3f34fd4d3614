"""A run that is stopped and goes on from its checkpoint is the run that was never stopped, bit for bit."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy
import pytest
from alces.hit import load as load_deck
from alces.physics import IntegratedBC, Material, TimeStepper

sys.path.insert(0, str(Path(__file__).parent))
from pieces import field

INPUTS = Path(__file__).parents[2] / "inputs"

@pytest.mark.parametrize("run", [
    "dt = 0.05\n scheme = bdf2",
    "dt = 0.05\n scheme = crank-nicolson",
    "dt = 0.05\n [Predictor]\n type = SimplePredictor\n scale = 1\n []",
    "dt = 0.05\n automatic_scaling = true",
    "dt = 0.05\n scheme = lstable-dirk3",
    "dt = 0.05\n scheme = astable-dirk4\n predictor = true",
    "[TimeStepper]\n type = IterationAdaptiveDT\n dt = 0.02\n optimal_iterations = 3\n []",
    "[TimeStepper]\n type = LogConstantDT\n first_dt = 0.02\n log_dt = 0.2\n []",
], ids=["bdf2", "crank-nicolson", "predictor", "scaling", "lstable", "astable", "adaptive", "logarithmic"])
def test_schemes_and_steppers(same_in_pieces, run: str) -> None:
    stops = sorted(random.Random(run).sample(range(1, 5), 2))
    same_in_pieces(field(run), stops)


def test_rows_of_later_steps_and_of_the_end_are_cut_back(same_in_pieces) -> None:
    """FINAL writes a table and a row when a run is stopped; they are gone once it goes on."""
    text = field("dt = 0.05", when="'INITIAL TIMESTEP_END FINAL'")
    always = "'INITIAL TIMESTEP_END FINAL'"
    more = (f"Outputs/csv/execute_on={always}", "Outputs/csv/interval=3", "Outputs/exodus/execute_on=FINAL")
    same_in_pieces(text.replace("  exodus = true\n", "  [exodus]\n  []\n"), (2, 5), *more)


class Wears(Material):
    """A property of a boundary that remembers: it grows by the field there."""

    def provides(self):
        return {"wear": "scalar"}

    def state(self):
        return {"wear": 0.25}

    def properties(self, q):
        return {"wear": q.state("wear") + q.value("u")}


class Rubs(IntegratedBC):
    """Outflow ``wear u``."""

    def value(self, q):
        return q.state("wear") * q.value(self.p.variable)


def test_properties_of_a_boundary_that_remember(same_in_pieces, register) -> None:
    register(Wears, Rubs)
    more = "[]\n[Materials]\n  [wear]\n    type = Wears\n    boundary = 'right top'\n  []"
    bc = "[rubs]\n    type = Rubs\n    variable = u\n    boundary = 'right top'\n  []"
    worn = "[worn]\n type = SideAverageValue\n variable = u\n boundary = right\n []\n" + more
    whole = same_in_pieces(field("dt = 0.05", bc, worn), (1, 2, 6))
    kept = [v for key, v in whole.state.material.items() if key[0] == "sides"]
    assert len(kept) == 2 and all(numpy.ptp(v["wear"]) > 0 for v in kept)


class Counts(TimeStepper):
    """Every third step is long."""

    def setup(self):
        self.count = [0]

    def first(self, report):
        return 0.02

    def next(self, report):
        self.count = [self.count[0] + 1]
        return 0.06 if self.count[0] % 3 == 0 else 0.02


def test_a_stepper_that_remembers(same_in_pieces, register) -> None:
    register(Counts)
    same_in_pieces(field("[TimeStepper]\n type = Counts\n []"), (1, 5))


def test_inertia(same_in_pieces) -> None:
    """Newmark's method keeps velocity and acceleration."""
    text = field("dt = 0.05\n scheme = newmark-beta").replace("type = TimeDerivative", "type = InertialForce")
    same_in_pieces(text.replace("variable = u\n  []\n  [diffusion]", "variable = u\n    density = 0.1\n  []\n"
                                "  [diffusion]"), (2, 3))


HERMITE = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 3
  ny = 3
[]
[Variables]
  [c]
    order = THIRD
    family = HERMITE
    [InitialCondition]
      type = FunctionIC
      function = 'sin(3 * x) * cos(2 * y)'
    []
  []
[]
[BCs]
  [Periodic]
    [all]
      auto_direction = 'x y'
    []
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = c
  []
  [bulk]
    type = Reaction
    variable = c
  []
[]
[Executioner]
  type = Transient
  dt = 0.1
  num_steps = 5
[]
[Outputs]
  exodus = true
[]
"""


def test_several_unknowns_a_node_and_periodic_ones(same_in_pieces) -> None:
    same_in_pieces(HERMITE, (2, 3))


MAIN = ("lx=0.8", "ly=0.8", "nx=12", "ny=12", "end_time=3e-3",
        "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62",
        "Postprocessors/inactive=i_normal_Am2 phi_normal_V i_parallel_Am2 phi_parallel_V i_left_Am2 "
        "phi_left_V i_right_Am2 phi_right_V i_center_Am2 phi_center_V", "Outputs/pictures/execute_on=NONE",
        "Outputs/sync_times=1e-3")
SHORT = {"nzsp_dendrite.i": MAIN, "butler_volmer_front.i": ("Executioner/num_steps=6",),
         "diffusion.i": ("Executioner/num_steps=6",), "allen_cahn_grain.i": ("Executioner/num_steps=5",),
         "nernst_planck.i": ("Executioner/num_steps=6", "Executioner/end_time=1e9"),
         "plasticity_element.i": ("exx=4e-3", "gamma=2e-3")}


def transient_decks() -> list[Path]:
    found = sorted([*INPUTS.glob("*.i"), *(INPUTS / "reference").glob("*.i")])
    return [path for path in found if load_deck(str(path)).get("Executioner/type") == "Transient"]


@pytest.mark.parametrize("deck", transient_decks(), ids=lambda path: path.stem)
def test_decks_that_come_with_alces(same_in_pieces, deck: Path) -> None:
    short = SHORT.get(deck.name, ("Executioner/num_steps=5",))
    stops = sorted(random.Random(deck.name).sample(range(1, 5), 2))
    same_in_pieces(f"!include {deck}\n", stops, *short)
