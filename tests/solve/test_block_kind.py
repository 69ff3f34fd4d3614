"""What kind of operator a diagonal block is, found without taking it out of the matrix."""

from __future__ import annotations

import numpy as np
import pytest
from alces.solve.blocks import block_kind
from scipy import sparse

N = 40
LAPLACE = sparse.diags([-1.0, 2.0, -1.0], [-1, 0, 1], (N, N)).tolil()
HERE = np.arange(0, 2 * N, 2)


def matrix(block: sparse.lil_matrix) -> sparse.csr_matrix:
    """The block in the even rows and columns, something without symmetry in all others."""
    whole = np.random.default_rng(1).normal(size=(2 * N, 2 * N))
    whole[np.ix_(HERE, HERE)] = block.toarray()
    return sparse.csr_matrix(whole)


def test_a_symmetric_block_among_others_without_symmetry() -> None:
    assert block_kind(matrix(LAPLACE), HERE) == "cholesky"


@pytest.mark.parametrize("size", [1.0, 1e-9])
def test_one_entry_makes_a_block_unsymmetric(size: float) -> None:
    block = LAPLACE.copy()
    block[7, 30] = size
    assert block_kind(matrix(block), HERE) == "lu"


def test_a_zero_on_the_diagonal_forbids_cholesky() -> None:
    block = LAPLACE.copy()
    block[3, 3] = 0.0
    assert block_kind(matrix(block), HERE) == "lu"


@pytest.mark.parametrize("ratio, kind", [(0.4, "ilu"), (0.2, "cholesky")])
def test_mass_dominates_where_row_sums_are_large(ratio: float, kind: str) -> None:
    shift = 2.0 * ratio / (1.0 - ratio)
    assert block_kind(matrix((LAPLACE + shift * sparse.eye(N)).tolil()), HERE) == kind
    assert block_kind(matrix((LAPLACE + shift * sparse.eye(N)).tolil()), HERE, False) == "cholesky"
