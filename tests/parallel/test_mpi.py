"""Every deck in `inputs/` gives the same results on one, two and four processes."""
from __future__ import annotations

import json
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from tests.parallel.several import start, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

INPUTS = Path(__file__).parents[2] / "inputs"
FEW = ("Executioner/num_steps=3",)
SMALL_MAIN = (
    "lx=0.8", "ly=0.8", "nx=24", "ny=24", "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62",
    "Postprocessors/inactive=i_normal_Am2 phi_normal_V i_parallel_Am2 phi_parallel_V i_left_Am2 phi_left_V "
    "i_right_Am2 phi_right_V i_center_Am2 phi_center_V", "Outputs/pictures/execute_on=NONE",
)
SHORTER: dict[str, tuple[str, ...]] = {
    "allen_cahn_grain.i": FEW, "butler_volmer_front.i": FEW, "diffusion.i": FEW, "inclusion.i": ("n=20",),
    "nernst_planck.i": (), "nzsp_dendrite.i": (*FEW, *SMALL_MAIN), "ohm_series.i": ("nx=100",),
    "plasticity_element.i": (), "reference/R0.i": (*FEW, "nx=20"), "reference/R3.i": (*FEW, "nx=20"),
    "reference/V1_kink.i": (*FEW, "nx=100"), "reference/V2a_front.i": (*FEW, "nx=100"),
    "reference/V2b_front.i": FEW, "reference/V3_series.i": ("nx=100",), "reference/V4_element.i": (),
    "reference/V5_inclusion.i": ("n=20",), "reference/cell.i": (*FEW, "nx=20"),
    "reference/electrochemistry_cell.i": (*FEW, "nx=20"),
    **{f"pfhub/1{part}.i": (*FEW, "n=10") for part in "abc"},
    **{f"pfhub/6{part}.i": (*FEW, "n=10") for part in "ab"},
    "pfhub/3a.i": (*FEW, "refine=0"), "pfhub/7a.i": (*FEW, "nx=50"),
}
ROUNDING = {"charge_error": 1e-10, "ion_error": 1e-10}
"""Absolute tolerance of what is zero but for rounding."""
CURRENT = 1e-6
"""Relative tolerance of currents: in the metal a conductivity 1e8 times that of the electrolyte magnifies the
rounding of the potential."""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Number of processes -> folder with the results of all decks."""
    folders = {}
    for n in (1, 2, 4):
        folder = folders[n] = tmp_path_factory.mktemp(f"on_{n}")
        runs = []
        for deck, overrides in SHORTER.items():
            base = folder / deck.replace("/", "_").removesuffix(".i")
            outputs = (f"Outputs/file_base={base}", "Outputs/netcdf=true", "Outputs/csv=true",
                       "Outputs/exodus=false")
            runs.append([str(INPUTS / deck), *outputs, *overrides])
        (folder / "list.json").write_text(json.dumps(runs))
        ran = start(n, Path(__file__).with_name("run_decks.py"), folder / "list.json", folder=folder)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert ran.stdout.count("is done") == n
        assert f"of {n} is done" in ran.stdout  # and not n runs that know nothing of each other
    return folders


def test_all_decks_are_here() -> None:
    assert set(SHORTER) == {str(p.relative_to(INPUTS)) for p in INPUTS.rglob("*.i")}


@pytest.mark.parametrize("n", [2, 4])
@pytest.mark.parametrize("deck", SHORTER)
def test_same_results(results: dict[int, Path], deck: str, n: int) -> None:
    name = deck.replace("/", "_").removesuffix(".i")
    files = (netCDF4.Dataset(results[k] / f"{name}.nc") for k in (1, n))
    with next(files) as one, next(files) as several:
        assert set(one.variables) == set(several.variables)
        compared = 0
        for variable in one.variables:
            a, b = (np.ma.filled(file[variable][:], 0) for file in (one, several))
            if a.dtype.kind not in "fi":
                continue
            scale = float(np.abs(a).max(initial=0.0))
            relative = CURRENT if variable.split("_")[0] == "i" else 1e-8
            limit = ROUNDING.get(variable, relative * scale)
            np.testing.assert_allclose(b, a, rtol=0, atol=limit, err_msg=variable)
            compared += 1
        assert compared > 3
    for table in results[1].glob(f"{name}*.csv"):
        assert len(table.read_text().splitlines()) == len((results[n] / table.name).read_text().splitlines())
