"""Values handed to PETSc by their address. Here they lie on the host; the call is the same for a GPU's."""

from __future__ import annotations

import alces
import numpy as np
import pytest
from alces.solve import device
from alces.solve.device import ByAddress, possible
from petsc4py import PETSc
from scipy import sparse

from tests.parallel.test_mpi import INPUTS, SHORTER


@pytest.fixture
def system() -> sparse.csr_matrix:
    whole = sparse.random(40, 40, 0.1, random_state=3, format="csr") + 10 * sparse.identity(40)
    out = sparse.csr_matrix(whole)
    out.sort_indices()
    return out


def fill(by_address: ByAddress, values: np.ndarray) -> None:
    by_address.fill(values, values.ctypes.data)


def test_same_matrix_as_by_copy(system: sparse.csr_matrix) -> None:
    made = ByAddress((system.indptr, system.indices), "aij")
    for factor in (1.0, -3.0):  # the second time values are replaced, not added
        values = factor * system.data
        fill(made, values)
        csr = (system.indptr.astype(PETSc.IntType), system.indices.astype(PETSc.IntType), values)
        copied = PETSc.Mat().createAIJ((40, 40), csr=csr, comm=PETSc.COMM_SELF)
        for mine, its in zip(made.matrix.getValuesCSR(), copied.getValuesCSR(), strict=True):
            assert np.array_equal(mine, its)


def test_it_can_be_solved_with(system: sparse.csr_matrix) -> None:
    made = ByAddress((system.indptr, system.indices), "aij")
    x, b = made.matrix.createVecs()
    b.setArray(np.arange(40.0))
    ksp = PETSc.KSP().create(PETSc.COMM_SELF)
    ksp.setOperators(made.matrix)
    ksp.setType("preonly")
    ksp.getPC().setType("lu")
    for factor in (1.0, 2.0):
        fill(made, factor * system.data)
        ksp.solve(b, x)
        assert np.allclose(factor * system @ x.getArray(), np.arange(40.0), atol=1e-12)


def test_what_does_not_fit_is_refused(system: sparse.csr_matrix) -> None:
    made = ByAddress((system.indptr, system.indices), "aij")
    with pytest.raises(ValueError, match=r"\(3,\) values of type float64 for"):
        fill(made, np.ones(3))
    with pytest.raises(ValueError, match="float32"):
        fill(made, system.data.astype(np.float32))


def test_a_type_that_petsc_lacks_is_an_error(system: sparse.csr_matrix) -> None:
    if possible():
        pytest.skip("this PETSc has CUDA")
    with pytest.raises(PETSc.Error):
        ByAddress((system.indptr, system.indices))


@pytest.mark.parametrize("deck", ["nzsp_dendrite.i", "plasticity_element.i", "diffusion.i"])
def test_runs_with_values_by_address(deck, monkeypatch):
    """As with CuPy and a PETSc with CUDA, but where both find the values on the host: the same run."""
    want = alces.load(str(INPUTS / deck), *SHORTER[deck]).run(write=False)
    monkeypatch.setattr(device, "in_use", lambda: True)
    monkeypatch.setattr(device, "MATRIX", "aij")
    monkeypatch.setattr(device, "VECTOR", "standard")
    filled = []
    fill = device.ByAddress.fill
    monkeypatch.setattr(device.ByAddress, "fill", lambda *a: (filled.append(1), fill(*a)))
    have = alces.load(str(INPUTS / deck), *SHORTER[deck]).run(write=False)
    assert filled
    for name in want.data_vars:
        a = want[name].values
        if a.dtype.kind == "f":
            limit = 1e-10 if name.endswith("_error") else 1e-9 * np.nanmax(np.abs(a), initial=0.0)
            np.testing.assert_allclose(have[name].values, a, rtol=0, atol=limit, err_msg=name)
