"""A run with plasticity and adaptive steps goes on from its checkpoint on another number of processes."""
from __future__ import annotations

import shutil
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from tests.parallel.several import start, why_not
from tests.parallel.test_mpi import CURRENT, INPUTS, ROUNDING, SMALL_MAIN

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

STEPS, LEFT = 5, 2
DECK = (INPUTS / "nzsp_dendrite.i", *SMALL_MAIN, f"Executioner/num_steps={STEPS}", "Outputs/netcdf=true",
        "Executioner/nl_update_tol=1e-9", "Outputs/chk/type=Checkpoint", "Outputs/chk/num_files=9",
        "--quiet")


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Number of processes -> folder of a whole run with a checkpoint after every step."""
    folders = {}
    for n in (1, 2):
        folder = folders[n] = tmp_path_factory.mktemp(f"whole_on_{n}")
        base = f"Outputs/file_base={folder / 'out'}"
        ran = start(n, "-m", "alces.cli.main", "-i", *DECK, base, folder=folder)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    return folders


@pytest.mark.parametrize(("before", "after"), [(1, 2), (1, 4), (2, 1), (2, 2)])
def test_the_rest_is_the_same(unbroken: dict[int, Path], tmp_path: Path, before: int, after: int) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(unbroken[before], folder)
    checkpoint = next(folder.rglob(f"*{LEFT}.chk"))
    ran = start(after, "-m", "alces.cli.main", "resume", checkpoint, f"Outputs/file_base={folder / 'out'}",
                "--quiet", folder=folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    with netCDF4.Dataset(unbroken[1] / "out.nc") as whole, netCDF4.Dataset(folder / "out.nc") as rest:
        assert len(whole["time"]) == len(rest["time"]) == STEPS + 1
        assert float(whole["plastic_strain_max"][LEFT]) > 0  # it had yielded
        for name in whole.variables:
            a, b = (np.ma.filled(file[name][:], 0) for file in (whole, rest))
            if a.dtype.kind == "f":
                relative = CURRENT if name.split("_")[0] == "i" else 1e-10
                limit = ROUNDING.get(name, relative * float(np.abs(a).max()))
                np.testing.assert_allclose(b, a, rtol=0, atol=limit, err_msg=name)
