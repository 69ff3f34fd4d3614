"""Every deck in `inputs/` runs and says what its header promises."""
from __future__ import annotations

import math
from pathlib import Path

import alces
import numpy as np
import pytest
import xarray

INPUTS = Path(__file__).parents[2] / "inputs"


def run(name: str, tmp_path: Path, *overrides: str) -> xarray.Dataset:
    """The dataset of a deck whose files go to tmp_path."""
    return alces.load(str(INPUTS / name), f"Outputs/file_base={tmp_path / 'out'}", *overrides).run()


def test_every_deck_is_listed_here_or_in_the_verification_tests() -> None:
    here = Path(__file__).read_text()
    there = "".join(p.read_text() for p in (Path(__file__).parents[1] / "verification").glob("*.py"))
    for deck in INPUTS.glob("*.i"):
        assert f'"{deck.name}"' in here, deck.name
    for deck in (INPUTS / "reference").glob("*.i"):
        if deck.name != "electrochemistry_cell.i":  # included by cell.i and R0.i
            assert deck.stem in here + there, deck.name
    for deck in (INPUTS / "pfhub").glob("*.i"):
        assert f'"{deck.stem}"' in there, deck.name


def test_diffusion_follows_the_decaying_cosine(tmp_path: Path) -> None:
    result = run("diffusion.i", tmp_path)
    assert float(result["error"][-1]) < 3e-4
    coarse = run("diffusion.i", tmp_path, "Executioner/dt=0.1", "Executioner/num_steps=2")
    assert float(coarse["error"][-1]) > 1e-4  # the measure can fail


def test_round_grain_shrinks_by_its_curvature(tmp_path: Path) -> None:
    result = run("allen_cahn_grain.i", tmp_path)
    assert np.allclose(result["radius_squared"][1:], result["expected"][1:], rtol=0.02)


def test_front_of_the_reaction(tmp_path: Path) -> None:
    result = run("butler_volmer_front.i", tmp_path)
    late = result.isel(time=slice(-101, None))
    speed = np.polyfit(late["time"], late["position"], 1)[0]
    # 2.6895: an independent solution, same cells and steps; where one looks on the lattice matters to 0.15 %
    assert speed == pytest.approx(2.6895, rel=2e-3)


def test_inclusion_in_an_infinite_matrix(tmp_path: Path) -> None:
    result = run("inclusion.i", tmp_path)
    assert float(result["pressure"][-1]) == pytest.approx(595.238095, rel=2e-3)
    assert float(result["u_2a"][-1]) == pytest.approx(7.738095e-4, rel=2e-3)


@pytest.mark.parametrize(("stabilise", "c_left"), [("true", math.exp(10)), ("false", 3.0**10)])
def test_exponential_fitting_is_exact_at_the_nodes(tmp_path: Path, stabilise: str, c_left: float) -> None:
    result = run("nernst_planck.i", tmp_path, f"stabilise={stabilise}")
    assert float(result["c_left"][-1]) == pytest.approx(c_left, rel=1e-6)


@pytest.mark.parametrize(("sigma_GB", "current"), [(2.5, 2.1086311), (0.125, 1.3585885), (250, 2.2320267)])
def test_resistances_in_series(tmp_path: Path, sigma_GB: float, current: float) -> None:
    result = run("ohm_series.i", tmp_path, f"sigma_GB={sigma_GB}")
    assert float(result["current"][-1]) == pytest.approx(current, rel=2e-4)


def test_one_element_yields(tmp_path: Path) -> None:
    result = run("plasticity_element.i", tmp_path)
    assert float(result["stress_xx"][-1]) == pytest.approx(250.8592200925, rel=1e-9)
    shear = run("plasticity_element.i", tmp_path, "exx=0", "gamma=5.2e-3")
    assert float(shear["stress_xy"][-1]) == pytest.approx(29.4786980762, rel=1e-9)


SEEDS = "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62"
SMALL = ("lx=0.8", "ly=0.8", "nx=40", "ny=40", "end_time=2e-3", SEEDS,
         "Postprocessors/inactive=i_normal_Am2 phi_normal_V i_parallel_Am2 phi_parallel_V i_left_Am2 "
         "phi_left_V i_right_Am2 phi_right_V i_center_Am2 phi_center_V", "Outputs/pictures/execute_on=NONE")


def test_main_deck_on_four_grains_balances_charge_and_ions(tmp_path: Path) -> None:
    result = run("nzsp_dendrite.i", tmp_path, *SMALL, "Outputs/sync_times=1e-3")
    late = result.isel(time=slice(1, None))
    assert 1e-3 in result["time"].values.round(12)
    assert np.abs(late["charge_error"] / late["charge_consumed"]).max() < 1e-10
    assert np.abs(late["ion_error"] / late["ions_consumed"]).max() < 1e-10
    assert (np.diff(result["dendrite_area"][1:]) > 0).all()
    assert float(late["phi_min_V"].max()) < 0  # metal grows towards the grounded edge: negative inside
    assert 40 < float(late["vonmises_max"][-1]) < 75  # yield stress 50 MPa plus some hardening
    assert result["c"].attrs["units"] == "c_max" and result["c"].attrs["long_name"]
    assert "GrainBoundaryMixture" in str(result.attrs)  # the resolved deck travels with the results


@pytest.mark.parametrize("choice", [
    ("anisotropy_form=divergence",), ("anisotropy_form=isotropic",), ("elastic_form=paper_simplified",),
    ("rate_squared=true",),
    ("gb_in_dendrite=metal_wins",), ("gb_profile=tanh",), ("gb_weight=gb_at_nodes",), ("c_in_nuclei=0",),
    ("left_bc=left_current",), ("left_bc=left_potential",), ("mech_bc=left_x bottom_y",), ("s_phi=0.01",),
    ("strain=ComputePlaneStressSmallStrain", "plane_stress=true"), ("mode=6", "delta=0.05"), ("c_s=1e4",),
    ("stiffness_force=true",), ("stabilise=false",), ("sigma_DE=1e3",), ("Executioner/scheme=bdf2",),
])
def test_every_switch_of_the_main_deck_changes_the_answer(tmp_path: Path, choice: tuple[str, ...]) -> None:
    changed = {"nx=40": "nx=20", "ny=40": "ny=20", "end_time=2e-3": "end_time=4e-4"}
    if choice[0].startswith("gb_in"):
        changed[SEEDS] = "grain_seeds=0.36 0.2 0.44 0.22 0.22 0.6 0.58 0.62"
    short = (*(changed.get(s, s) for s in SMALL), "Outputs/exodus=false", "Outputs/csv=false")
    plain = run("nzsp_dendrite.i", tmp_path, *short)
    other = run("nzsp_dendrite.i", tmp_path, *short, *choice)
    names = ("eta", "c", "phi", "disp_x", "vonmises")
    moved = max(float(np.abs(plain[n][-1] - other[n][-1]).max() / np.abs(plain[n][-1]).max()) for n in names)
    assert moved > 1e-7  # Newton's own error is below 1e-10
    assert all(np.isfinite(other[n]).all() for n in names)


def test_first_step_from_the_executioner_or_from_the_top_of_the_deck() -> None:
    deck = str(INPUTS / "nzsp_dendrite.i")
    small = ("nx=24", "ny=24")
    assert alces.load(deck, *small).state.dt == 2e-4
    assert alces.load(deck, *small, "dt=3e-4").state.dt == 3e-4
    assert alces.load(deck, *small, "Executioner/dt=4e-4").state.dt == 4e-4  # leaves the top-level dt unread
    assert alces.load(deck, *small, "Executioner/TimeStepper/dt=5e-4").state.dt == 5e-4
