"""Lists of elastic constants against laws written out."""

from __future__ import annotations

import pytest
from alces.ad import Tensor
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.materials.compute_elasticity_tensor import ComputeElasticityTensor


def stiffness(make, constants, method):
    return make(ComputeElasticityTensor, C_ijkl=constants, fill_method=method).stiffness(SamplePoints({}))


def test_isotropic_about_the_axis(make):
    c = stiffness(make, "11 4 3 9 2", "axisymmetric_rz")
    want = [[11, 4, 3], [4, 11, 3], [3, 3, 9]]
    assert [[c.component(i, j) for j in range(3)] for i in range(3)] == want
    assert [c.component(i, i) for i in (3, 4, 5)] == [2, 2, 3.5]  # yz, xz, xy = (C11 - C12)/2


def test_orthotropic_bars_shrink_by_their_poisson_ratios(make):
    """Pulled along b by s, it strains by (-nu_ba, 1, -nu_bc) s / E_b, and nu_bc / E_b = nu_cb / E_c."""
    c = stiffness(make, "100 50 20 7 8 9 0.2 0.1 0.25", "orthotropic")
    strain = c.strain(Tensor.diagonal(0.0, 1.0, 0.0))
    assert [strain[i, i] for i in range(3)] == pytest.approx([-0.2 / 50, 1 / 50, -0.25 / 20])
    strain = c.strain(Tensor.diagonal(0.0, 0.0, 1.0))
    assert [strain[i, i] for i in range(3)] == pytest.approx([-0.1 / 20, -0.25 / 20, 1 / 20])
    assert [c.component(i, i) for i in (3, 4, 5)] == [8, 9, 7]


def test_normal_stiffness_alone(make):
    c = stiffness(make, "5 1 2 1 6 3 2 3 7", "principal")
    stress = c.stress(Tensor.symmetric(1.0, 0.0, 0.0, yz=4.0, xz=4.0, xy=4.0))
    assert [stress[i, i] for i in range(3)] == [5, 1, 2] and stress[0, 1] == stress[1, 2] == 0
    with pytest.raises(DeckError, match="must be symmetric"):
        stiffness(make, "5 1 2 8 6 3 2 3 7", "principal")
