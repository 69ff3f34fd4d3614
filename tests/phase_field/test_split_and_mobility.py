"""SplitCHMath, ConstantAnisotropicMobility and CoupledValueFunctionIC: hand-worked numbers."""

from __future__ import annotations

import alces
import numpy as np
import pytest
from alces.ad import value
from alces.hit import DeckError, DeckErrors
from alces.physics.sample import SamplePoints, partial_errors
from alces_core.functions.parsed_function import ParsedFunction
from alces_phase_field.ics.coupled_value_function_ic import CoupledValueFunctionIC
from alces_phase_field.kernels.split_ch_math import SplitCHMath
from alces_phase_field.materials.constant_anisotropic_mobility import ConstantAnisotropicMobility

FIELDS = {"c": {"value": 0.5, "grad": (3.0, 4.0)}, "w": {"value": 2.0}}


def test_split_ch_math_is_the_chemical_potential_of_the_double_well(make):
    """c^3 - c - w = 0.125 - 0.5 - 2; kappa grad c = 10 (3, 4)."""
    kernel = make(SplitCHMath, variable="c", kappa_name="kappa", w="w")
    q = SamplePoints(FIELDS, properties={"kappa": 10.0})
    assert value(kernel.value(q)) == pytest.approx(-2.375)
    assert [value(c) for c in kernel.flux(q)] == [30.0, 40.0, 0.0]
    assert partial_errors(kernel.value, FIELDS) < 1e-13


@pytest.mark.parametrize("missing", ["kappa_name", "w"])
def test_split_ch_math_needs_both(make, missing):
    given = {"kappa_name": "k", "w": "w"}
    del given[missing]
    with pytest.raises(DeckError, match=f"missing required parameter 'x/{missing}'"):
        make(SplitCHMath, variable="c", **given)


def test_mobility_is_given_row_by_row(make):
    material = make(ConstantAnisotropicMobility, M_name="M", tensor="1 2 3 4 5 6 7 8 9")
    assert (material.provides(), material.static) == ({"M": "tensor"}, True)
    tensor = SamplePoints({}, materials=(material,)).property("M")
    assert [list(row) for row in tensor.c] == [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    with pytest.raises(DeckError, match="needs 9 entries, but 3 are given"):
        make(ConstantAnisotropicMobility, M_name="M", tensor="1 2 3")


@pytest.mark.parametrize(
    ("v", "expected"),
    [("a", 2.0), ("a b", 32.0), ("a b 5", 532.0), ("a b 5 b", 3532.0), ("", 0.0)],
)
def test_values_take_the_place_of_coordinates(make, v, expected):
    """f = x + 10 y + 100 z + 1000 t at (a, b, 5, b) with a = 2 and b = 3, wherever the points are."""
    condition = make(CoupledValueFunctionIC, variable="u", function="f", v=v)
    fields = {"a": {"value": 2.0}, "b": {"value": 3.0}}
    q = SamplePoints(
        fields, functions={"f": lambda x, y, z, t: x + 10 * y + 100 * z + 1000 * t}, x=7.0, y=8.0, t=9.0,
        dual=False,
    )
    assert condition.value(q) == expected


def test_functions_of_functions_are_evaluated_there_too(make):
    """f = 1 + g with g = 10 x, at x = a = 2."""
    inner = make(ParsedFunction, expression="10 * x")
    outer = make(ParsedFunction, expression="1 + g", symbol_names="g", symbol_values="inner")
    condition = make(CoupledValueFunctionIC, variable="u", function="outer", v="a")
    functions = {"inner": inner, "outer": outer}
    q = SamplePoints({"a": {"value": 2.0}}, functions=functions, x=7.0, dual=False)
    assert condition.value(q) == 21.0


def test_five_variables_are_too_many(make):
    with pytest.raises(DeckError, match="at most four variables can be given, not 5"):
        make(CoupledValueFunctionIC, variable="u", function="f", v="a a a a a")


DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables]
  [a]
  []
  [b]
  []
[]
[AuxVariables]
  [cell]
    family = MONOMIAL
    order = CONSTANT
  []
[]
[ICs]
  [a]
    type = FunctionIC
    variable = a
    function = 'x + 1'
  []
  [b]
    type = CoupledValueFunctionIC
    variable = b
    function = squares
    v = 'a a'
  []
  [cell]
    type = CoupledValueFunctionIC
    variable = cell
    function = '4 * x'
    v = a
  []
[]
[Functions]
  [squares]
    type = ParsedFunction
    expression = 'x^2 + 10 * y'
  []
[]
[Kernels]
  [a]
    type = TimeDerivative
    variable = a
  []
  [b]
    type = TimeDerivative
    variable = b
  []
[]
[Executioner]
  type = Transient
  num_steps = 1
[]
"""


def test_hermite_is_refused(tmp_path):
    (tmp_path / "deck.i").write_text(DECK)
    with pytest.raises(DeckErrors, match="'b' is of the family HERMITE, which needs slopes"):
        alces.load(str(tmp_path / "deck.i"), "Variables/b/family=HERMITE", "Variables/b/order=THIRD")


def test_start_values_in_a_deck(tmp_path):
    """a = 1, 1.5, 2 at the nodes: b = a^2 + 10 a; in the cells the mean of 4 a."""
    (tmp_path / "deck.i").write_text(DECK)
    data = alces.load(str(tmp_path / "deck.i")).run(write=False)
    assert np.ravel(data["b"].values[0]) == pytest.approx([11.0, 17.25, 24.0])
    assert np.ravel(data["cell"].values[0]) == pytest.approx([5.0, 7.0])


def test_conditions_act_in_the_order_that_they_need(tmp_path):
    """b comes first in the deck, but needs a."""
    head, ics, tail = DECK.partition("  [b]\n    type = CoupledValueFunctionIC")
    block, end, rest = (ics + tail).partition("  []\n")
    text = head.replace("[ICs]\n", "[ICs]\n" + block + end) + rest
    (tmp_path / "deck.i").write_text(text)
    data = alces.load(str(tmp_path / "deck.i")).run(write=False)
    assert np.ravel(data["b"].values[0]) == pytest.approx([11.0, 17.25, 24.0])


def test_unknowns_of_cells_have_start_values_too(tmp_path):
    term = "[Kernels]\n  [cell]\n    type = TimeDerivative\n    variable = cell\n  []\n"
    text = DECK.replace("[]\n[AuxVariables]\n", "").replace("[Kernels]\n", term)
    (tmp_path / "deck.i").write_text(text)
    data = alces.load(str(tmp_path / "deck.i")).run(write=False)
    assert np.ravel(data["cell"].values[0]) == pytest.approx([5.0, 7.0])
