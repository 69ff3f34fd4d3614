"""Scaled values of the reference set, as tabulated with the model."""

from pathlib import Path

import pytest
from alces.hit import load
from alces_sodium.parameters import (
    CURRENT_DENSITY_SCALE,
    PARAMETERS,
    SCALES,
    charge_number_density,
    parameter,
)

INPUTS = Path(__file__).parents[2] / "inputs"


@pytest.mark.parametrize(
    "symbol, scaled",
    [
        ("sigma_DE", 1e8),
        ("sigma_GB", 2.5),
        ("D_DE", 1.5e-4),
        ("D_SE", 0.015),
        ("W", 3.6),
        ("L", 0.01),
        ("L_eta", 0.6),
        ("dG", -8),
        ("kappa0", 2.0),
        ("E_DE", 5e3),
        ("E_SE", 5e4),
        ("Y_DE", 0.5),
        ("Y_SE", 50),
        ("H_SE", 500),
        ("c_s", 1),
        ("gb_width", 0.08),
        ("gb_ramp", 0.015),
        ("nucleus_radius", 0.05),
        ("nucleus_profile", 0.02),
    ],
)
def test_scaled_values(symbol, scaled):
    assert parameter(symbol).scaled == pytest.approx(scaled, rel=1e-12)


def test_derived_scales():
    assert SCALES["V"] == pytest.approx(25.6926e-3, rel=1e-6)
    assert pytest.approx(2569.3, rel=1e-4) == CURRENT_DENSITY_SCALE
    assert charge_number_density() == pytest.approx(3.6465, rel=1e-4)
    assert charge_number_density(1e4) == pytest.approx(3.6465 * 0.10299, rel=1e-3)


def test_every_parameter_has_a_source_and_a_known_unit():
    assert all(p.source and p.meaning and p.unit in SCALES for p in PARAMETERS)
    with pytest.raises(KeyError, match="no parameter 'sigma'"):
        parameter("sigma")


def test_the_study_deck_holds_the_reference_set():
    """Every parameter that the deck names is that of the table; lengths of the geometry are in um there."""
    deck = load(str(INPUTS / "nzsp_dendrite.i"))
    common = [p for p in PARAMETERS if deck.get(p.symbol) is not None]
    assert len(common) == len(PARAMETERS)
    for p in common:
        factor = 1e6 if p.unit == "m" else 1.0
        assert float(deck.get(p.symbol)) == pytest.approx(p.value * factor, rel=1e-12), p.symbol
    assert float(deck.get("K")) == pytest.approx(charge_number_density(), rel=1e-12)
    assert float(deck.get("i0")) == pytest.approx(CURRENT_DENSITY_SCALE, rel=1e-12)
    assert float(deck.get("S")) == 1.0


def test_the_study_deck_holds_36_seeds_in_the_domain():
    numbers = [float(word) for word in load(str(INPUTS / "nzsp_dendrite.i")).get("grain_seeds").split()]
    assert len(numbers) == 72 and min(numbers) > 0 and max(numbers) < 2.4
    assert sum(numbers) / 72 == pytest.approx(1.2, abs=0.02)


@pytest.mark.parametrize(
    "overrides, active",
    [
        ([], {"left_x", "right_x", "bottom_y", "top_y"}),
        (["left_bc=left_current", "mech_bc=left_x bottom_y"], {"left_current", "left_x", "bottom_y"}),
    ],
)
def test_switches_of_the_study_deck_choose_boundary_conditions(overrides, active):
    deck = load(str(INPUTS / "nzsp_dendrite.i"), overrides)
    assert set(deck.children["BCs"].children) == {"c_supply", "phi_ground"} | active


def test_cell_deck_scales():
    deck = load(str(INPUTS / "reference" / "cell.i"), ["grain_seeds=0.2 0.2 0.6 0.6"])
    assert float(deck.get("K")) == pytest.approx(charge_number_density(), rel=1e-12)
    assert deck.get("UserObjects/grains/seeds") == "0.2 0.2 0.6 0.6"
    assert deck.get("Preconditioning/blocks/splits") == "eta; phi; c; disp_x disp_y"
    bare = load(str(INPUTS / "reference" / "R0.i"))
    assert deck.find("Kernels/stress_x") is not None and bare.find("Kernels/stress_x") is None
    assert bare.get("Kernels/interface/anisotropy_strength") == "0"
