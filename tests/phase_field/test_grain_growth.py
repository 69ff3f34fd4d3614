"""Grain growth: bulk terms, parameters of Moelans' model, what the short forms stand for."""

import numpy as np
import pytest
from alces.hit import DeckError, parse
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.actions.bicrystal_circle_grain_ic import BicrystalCircleGrainIC
from alces_phase_field.actions.polycrystal_kernel import PolycrystalKernel
from alces_phase_field.actions.polycrystal_variables import PolycrystalVariables
from alces_phase_field.aux.bnds_calc_aux import BndsCalcAux
from alces_phase_field.kernels.ac_gr_gr_multi import ACGrGrMulti
from alces_phase_field.kernels.ac_gr_gr_poly import ACGrGrPoly
from alces_phase_field.materials.gb_evolution import GBEvolution

FIELDS = {name: {"value": np.array([[v, 0.3]])} for name, v in (("gr0", 0.5), ("gr1", 0.25), ("gr2", 1.0))}
PROPERTIES = {"L": 2.0, "mu": 3.0, "gamma_asymm": 1.5, "gab": 4.5}


def test_one_gamma(make):
    """L mu (eta^3 - eta + 2 gamma eta (0.25^2 + 1)) at eta = 0.5."""
    kernel = make(ACGrGrPoly, variable="gr0", v="gr1 gr2")
    q = SamplePoints(FIELDS, properties=PROPERTIES, dual=False)
    assert kernel.value(q)[0, 0] == pytest.approx(6.0 * (0.125 - 0.5 + 2 * 1.5 * 0.5 * 1.0625))
    assert partial_errors(kernel.value, FIELDS, properties=PROPERTIES) < 1e-13


def test_a_gamma_for_each_pair(make):
    kernel = make(ACGrGrMulti, variable="gr0", v="gr1 gr2", gamma_names="gamma_asymm gab")
    q = SamplePoints(FIELDS, properties=PROPERTIES, dual=False)
    assert kernel.value(q)[0, 0] == pytest.approx(6.0 * (0.125 - 0.5 + 2 * 0.5 * (1.5 * 0.0625 + 4.5)))
    with pytest.raises(DeckError, match="needs 2 entries"):
        make(ACGrGrMulti, variable="gr0", v="gr1 gr2", gamma_names="gab")


def test_a_grain_is_in_equilibrium(make):
    kernel = make(ACGrGrPoly, variable="gr0", v="gr1")
    alone = {"gr0": {"value": 1.0}, "gr1": {"value": 0.0}}
    assert kernel.value(SamplePoints(alone, properties=PROPERTIES, dual=False)) == 0.0


def test_boundaries_made_visible(make):
    q = SamplePoints(FIELDS, dual=False)
    by_number = make(BndsCalcAux, variable="bnds", op_num=3, var_name_base="gr")
    by_name = make(BndsCalcAux, variable="bnds", v="gr0 gr1 gr2")
    assert by_number.value(q)[0, 0] == by_name.value(q)[0, 0] == pytest.approx(0.25 + 0.0625 + 1.0)
    with pytest.raises(DeckError, match="must name order parameters"):
        make(BndsCalcAux, variable="bnds", op_num=3)


def test_parameters_satisfy_the_relations_of_the_model(make):
    """Moelans (2008): sigma = sqrt(2)/3 sqrt(kappa mu), width = sqrt(8 kappa / mu), sigma M = kappa L."""
    material = make(GBEvolution, T=500, wGB=60, GBmob0=2.5e-6, Q=0.23, GBenergy=0.708)
    p = material.properties(SamplePoints({}))
    assert p["sigma"] == pytest.approx(0.708 * 6.24150974e18 * 1e-18)  # eV/nm^2
    assert np.sqrt(2) / 3 * np.sqrt(p["kappa_op"] * p["mu"]) == pytest.approx(p["sigma"])
    assert np.sqrt(8 * p["kappa_op"] / p["mu"]) == pytest.approx(60.0)
    assert p["kappa_op"] * p["L"] == pytest.approx(p["sigma"] * p["M_GB"])


def test_mobility_follows_arrhenius(make):
    options = {"wGB": 60, "GBmob0": 2.5e-6, "Q": 0.23, "GBenergy": 0.708}
    cold, hot = (make(GBEvolution, T=t, **options).properties(SamplePoints({}))["L"] for t in (500, 1000))
    assert np.log(hot / cold) == pytest.approx(0.23 / 8.617343e-5 * (1 / 500 - 1 / 1000))
    fixed = make(GBEvolution, T=500, wGB=60, GBenergy=0.708, GBMobility=1e-12).properties(SamplePoints({}))
    assert fixed["M_GB"] == pytest.approx(1e-12 * 1e-9 / (6.24150974e18 * 1e-36))
    with pytest.raises(DeckError, match="'GBMobility', or 'GBmob0' and 'Q'"):
        make(GBEvolution, T=500, wGB=60, GBenergy=0.708)


def expanded(action):
    deck = parse("[Mesh]\n[]\n")
    action.expand(deck)
    return deck


def test_variables_of_a_polycrystal(make):
    deck = expanded(make(PolycrystalVariables, op_num=3, var_name_base="gr"))
    assert list(deck.children["Variables"].children) == ["gr0", "gr1", "gr2"]
    assert deck.find("Variables/gr1").get("family") == "LAGRANGE"


def test_kernels_of_a_polycrystal(make):
    deck = expanded(make(PolycrystalKernel, op_num=2, var_name_base="gr", implicit="false"))
    kernels = deck.children["Kernels"].children
    assert {k.get("type") for k in kernels.values()} == {"ACGrGrPoly", "ACInterface", "TimeDerivative"}
    assert len(kernels) == 6
    assert kernels["ACBulk_gr0"].get("v") == "gr1" and kernels["ACBulk_gr0"].get("implicit") == "false"
    assert kernels["IE_gr0"].get("implicit") == "true"


def test_a_round_grain(make):
    action = make(BicrystalCircleGrainIC, name="circle", op_num=2, var_name_base="gr", radius=3, x=1, y=2)
    conditions = expanded(action).children["ICs"].children
    inside, outside = conditions["circle_gr0"], conditions["circle_gr1"]
    assert (float(inside.get("invalue")), float(inside.get("outvalue"))) == (1.0, 0.0)
    assert (float(outside.get("invalue")), float(outside.get("outvalue"))) == (0.0, 1.0)
    with pytest.raises(DeckError, match="must be 2"):
        make(BicrystalCircleGrainIC, op_num=3, var_name_base="gr", radius=3, x=1, y=2)
