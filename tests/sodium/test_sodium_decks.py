"""The model's decks against closed forms and an independent solution of the same equations."""

import csv
from pathlib import Path

import pytest
from alces.cli.main import main

INPUTS = Path(__file__).parents[2] / "inputs"


def run(deck, folder, *overrides):
    """Columns of the CSV file: name -> values in time."""
    base = folder / "out"
    arguments = ["-i", str(INPUTS / deck), f"Outputs/file_base={base}", "Outputs/exodus=false", *overrides]
    assert main(arguments) == 0
    with open(f"{base}.csv") as file:
        rows = list(csv.DictReader(file))
    return {name: [float(row[name]) for row in rows] for name in rows[0]}


def test_kink_at_rest(tmp_path):
    found = run("reference/V1_kink.i", tmp_path)
    assert found["energy"][-1] == pytest.approx(0.01897367, rel=1e-4)
    assert found["width"][-1] == pytest.approx(0.0694823, rel=1e-3)
    assert found["error"][-1] < 1e-5


def test_front_under_weak_drive(tmp_path):
    """Speed to first order in the drive; the drive is 2 % of the barrier."""
    assert run("reference/V2a_front.i", tmp_path)["speed"][-1] == pytest.approx(6.83052e-3, rel=2e-3)


def test_butler_volmer_front(tmp_path):
    """2.48885 um/s, plus 8 % from cells of 20 nm and steps of 0.5 ms (2.6895 in another code)."""
    found = run("reference/V2b_front.i", tmp_path)
    time, position = found["time"], found["position"]
    assert (position[-1] - position[200]) / (time[-1] - time[200]) == pytest.approx(2.6895, rel=3e-3)


@pytest.mark.parametrize("conductivity, current", [(2.5, 2.1086311), (0.125, 1.3585885), (250, 2.2320267)])
def test_series_resistance_and_boltzmann_profile(tmp_path, conductivity, current):
    found = run("reference/V3_series.i", tmp_path, f"sigma_GB={conductivity}")
    assert found["current"][-1] == pytest.approx(current, rel=2e-4)
    assert found["c_left"][-1] == pytest.approx(7.389056, rel=2e-5)


@pytest.mark.parametrize("stabilise, c_left", [("true", 22026.465794806718), ("false", 59049.0)])
def test_exponential_fitting_is_exact_at_the_nodes(tmp_path, stabilise, c_left):
    found = run("nernst_planck.i", tmp_path, f"stabilise={stabilise}")
    assert found["c_left"][-1] == pytest.approx(c_left, rel=1e-9)


def test_element_in_uniaxial_strain(tmp_path):
    found = run("reference/V4_element.i", tmp_path)
    assert found["stress_xx"][-1] == pytest.approx(250.8592200925, rel=1e-10)
    assert found["alpha"][-1] == pytest.approx(2.577660277594e-3, rel=1e-10)


def test_element_in_simple_shear(tmp_path):
    found = run("reference/V4_element.i", tmp_path, "exx=0", "gamma=5.2e-3")
    assert found["stress_xy"][-1] == pytest.approx(29.4786980762, rel=1e-10)
    assert found["alpha"][-1] == pytest.approx(2.11720561777e-3, rel=1e-10)


@pytest.mark.parametrize(
    "modulus, pressure, stress_zz, displacement",
    [(5e4, 595.238095, -1190.476190, 7.738095e-4), (5e3, 166.666667, -183.333333, 2.166667e-4)],
)
def test_circular_inclusion(tmp_path, modulus, pressure, stress_zz, displacement):
    found = run("inclusion.i", tmp_path, f"E_i={modulus}")
    assert found["pressure"][-1] == pytest.approx(pressure, rel=5e-3)
    assert found["stress_zz"][-1] == pytest.approx(stress_zz, rel=5e-3)
    assert found["u_2a"][-1] == pytest.approx(displacement, rel=5e-3)


def test_grain_shrinks_by_curvature(tmp_path):
    found = run("allen_cahn_grain.i", tmp_path, "Outputs/pictures=false")
    assert found["radius_squared"][-1] == pytest.approx(0.054, rel=5e-3)


def test_cosine_decays(tmp_path):
    assert run("diffusion.i", tmp_path)["error"][-1] < 3e-4


REFERENCE = {
    "R0": {
        "eta_int": 0.02451453287,
        "h_int": 0.02425640841,
        "c_int": 0.6252252263,
        "cmin": 0.4955632028,
        "cmax": 1.052935865,
        "etamax": 0.945006293,
        "phi_min_V": -0.03694427914,
        "phi_D_mV": -9.851186795,
        "c_A": 1.024574148,
        "eta_B": 7.105312737e-06,
        "i_B_mAcm2": 494.8373283,
    },
    "R3": {
        "eta_int": 0.02446410063,
        "h_int": 0.02422282097,
        "c_int": 0.6252729,
        "cmin": 0.4987378426,
        "cmax": 1.054162863,
        "phi_min_V": -0.03644062683,
        "vm_max": 55.85436359,
        "ep_max": 0.04212436598,
        "p_min": -345.4391538,
        "ep_int": 0.001331140707,
        "u_max": 0.001030029402,
        "vm_D_MPa": 23.28379645,
        "sm_A_MPa": -126.8751296,
        "ux_D_nm": 0.05538913366,
        "i_B_mAcm2": 552.7605434,
    },
}
"""At t = 0.02 s, from an independent finite-element code with the same mesh, elements and steps."""


@pytest.mark.parametrize("case", ["R0", "R3"])
def test_single_nucleus_against_another_code(tmp_path, case):
    found = run(f"reference/{case}.i", tmp_path)
    assert found["time"][-1] == pytest.approx(0.02)
    for name, expected in REFERENCE[case].items():
        assert found[name][-1] == pytest.approx(expected, rel=1e-7), name
