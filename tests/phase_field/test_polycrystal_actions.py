"""The actions that set up polycrystals, and a deck of grain growth."""

from __future__ import annotations

import numpy
import pytest
from alces.hit import DeckError, parse
from alces.physics.sample import SamplePoints
from alces_phase_field import actions

VOIDS = {
    "numbub": 5,
    "bubspac": 1.0,
    "radius": 0.4,
    "invalue": 1,
    "outvalue": 0.1,
    "polycrystal_ic_uo": "v",
    "rand_seed": 7,
}
OPS = {"op_num": 2, "var_name_base": "gr"}
DECK = """
[UserObjects]
  [v]
    type = PolycrystalVoronoi
  []
[]
[BCs]
  [Periodic]
    [all]
      auto_direction = 'y'
    []
    [other]
      variable = c
      auto_direction = 'z'
    []
    [left]
      variable = 'gr0 gr1'
      translation = '-10 0 0'
    []
  []
[]
"""


def expanded(action, text=DECK):
    deck = parse(text)
    action.expand(deck)
    return deck


def values(deck, path):
    return {name: v.text for name, v in deck.find(path).values.items()}


def test_grain_growth(make):
    deck = expanded(
        make(actions.GrainGrowth, **OPS, c="c", en_ratio=2, mobility="M", args="T", implicit="false")
    )
    assert list(deck.find("Variables").children) == ["gr0", "gr1"]
    assert list(deck.find("Kernels").children) == [
        f"gr{i}_{kind}"
        for i in range(2)
        for kind in ("TimeDerivative", "ACGrGrPoly", "ACInterface", "ACGBPoly")
    ]
    assert values(deck, "Kernels/gr1_ACGrGrPoly") == {
        "type": "ACGrGrPoly",
        "variable": "gr1",
        "v": "gr0",
        "mob_name": "M",
        "coupled_variables": "T",
        "implicit": "false",
    }
    assert values(deck, "Kernels/gr0_ACGBPoly")["en_ratio"] == "2.0"
    assert "implicit" not in values(deck, "Kernels/gr0_TimeDerivative")
    assert values(deck, "AuxKernels/bnds_BndsCalcAux")["v"] == "gr0 gr1"
    plain = expanded(make(actions.GrainGrowth, **OPS))
    assert len(plain.find("Kernels").children) == 6
    assert values(plain, "Kernels/gr0_ACInterface")["kappa_name"] == "kappa_op"


def test_polycrystal_kernel_with_bubbles(make):
    deck = expanded(make(actions.PolycrystalKernel, **OPS, c="c"))
    assert values(deck, "Kernels/ACBubInteraction_gr1")["c"] == "c"


def test_box_shaped_grain(make):
    box = {"x1": 0, "y1": 1, "x2": 2, "y2": 3}
    deck = expanded(make(actions.BicrystalBoundingBoxIC, **OPS, **box))
    inner, outer = (values(deck, f"ICs/x_gr{i}") for i in range(2))
    assert (inner["type"], inner["inside"], outer["inside"], outer["outside"]) == (
        "BoundingBoxIC",
        "1.0",
        "0.0",
        "1.0",
    )
    with pytest.raises(DeckError, match="must be 2"):
        make(actions.BicrystalBoundingBoxIC, op_num=3, var_name_base="gr", **box)


@pytest.mark.parametrize(
    ("action", "given", "expected"),
    [
        (actions.PolycrystalColoring, {"polycrystal_ic_uo": "v"}, {"type": "PolycrystalColoringIC"}),
        (actions.PolycrystalRandom, {"random_type": "discrete"}, {"op_num": "2", "random_type": "discrete"}),
        (
            actions.PolycrystalVoronoiVoid,
            VOIDS,
            {"structure_type": "grains", "numbub": "5", "radius": "0.4", "op_num": "2"},
        ),
        (
            actions.Tricrystal2CircleGrains,
            {"op_num": 3},
            {"op_num": "3", "type": "Tricrystal2CircleGrainsIC"},
        ),
    ],
)
def test_conditions_of_all_order_parameters(make, action, given, expected):
    deck = expanded(make(action, **{**OPS, **given}))
    for i in range(2):
        found = values(deck, f"ICs/x_gr{i}")
        assert found["op_index"] == str(i) and expected.items() <= found.items()
    assert ("periodic" in values(deck, "UserObjects/v")) == ("polycrystal_ic_uo" in given)


def test_periodic_axes(make):
    action = make(actions.PolycrystalColoring, **OPS, polycrystal_ic_uo="v")
    assert values(expanded(action), "UserObjects/v")["periodic"] == "x y"
    assert "periodic" not in values(expanded(action, DECK[: DECK.index("[BCs]")]), "UserObjects/v")


SMALL_DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 8
  ny = 8
  xmax = 100
  ymax = 100
[]
[GlobalParams]
  op_num = 4
  var_name_base = gr
[]
[Modules/PhaseField/GrainGrowth]
[]
[UserObjects]
  [voronoi]
    type = PolycrystalVoronoi
    rand_seed = 12
    grain_num = 4
    int_width = 15
  []
[]
[AuxVariables/start]
[]
[ICs]
  [first]
    type = BndsCalcIC
    variable = start
  []
  [PolycrystalICs]
    [PolycrystalColoringIC]
      polycrystal_ic_uo = voronoi
    []
  []
[]
[BCs/Periodic/all]
  auto_direction = 'x y'
[]
[Materials/gb]
  type = GBEvolution
  T = 500
  wGB = 15
  GBmob0 = 2.5e-6
  Q = 0.23
  GBenergy = 0.7
[]
[Executioner]
  type = Transient
  num_steps = 0
[]
"""


def test_a_deck_of_grain_growth(problem):
    """Periodic grains: what the initial condition sees is what was set, and opposite sides are equal."""
    found = problem(SMALL_DECK).run(write=False).isel(time=0)
    grains = numpy.array([found[f"gr{i}"].values for i in range(4)])
    assert numpy.abs(found["start"].values - (grains**2).sum(axis=0)).max() < 1e-14
    assert grains.max() > 0.99 and (grains.max(axis=1) > 0.5).all()
    assert "bnds" in found


def test_opposite_sides_of_a_periodic_box_are_in_the_same_grain(problem):
    grains = problem(SMALL_DECK).model.user_objects["voronoi"]
    assert grains.p.periodic == ("x", "y")
    t = numpy.linspace(0, 100, 13)

    def at(x, y):
        box = ((0.0, 0.0, 0.0), (100.0, 100.0, 0.0))
        return SamplePoints({}, x=x + 0.0 * y, y=y, z=0.0 * y, mesh_bounds=box, dual=False)

    for i in range(4):
        left, right = (grains.order_parameter(at(x, t), i) for x in (0.0, 100.0))
        assert left == pytest.approx(right)
