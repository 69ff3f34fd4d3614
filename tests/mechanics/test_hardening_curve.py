"""J2 plasticity along a curve of hardening."""

from __future__ import annotations

import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.isotropic_plasticity_stress_update import IsotropicPlasticityStressUpdate

SHEAR = 40.0


def sheared(make, gamma, **model):
    """The slip of simple shear: trial von Mises stress sqrt(3) G gamma."""
    used = (
        make(ComputeIsotropicElasticityTensor, bulk_modulus=100, shear_modulus=SHEAR),
        make(ComputeSmallStrain, displacements="u v"),
        make(IsotropicPlasticityStressUpdate, "flow", yield_stress=2, **model),
    )
    functions = {
        "line": lambda x, y, z, t: 2 + 5 * t,
        "root": lambda x, y, z, t: 1.7 + 3 * (t + 0.01) ** 0.5,
    }
    q = SamplePoints({"u": {"grad": (0.0, gamma)}, "v": {}}, materials=used, functions=functions)
    return float(value(q.property("effective_plastic_strain"))), q


@pytest.mark.parametrize("gamma", [0.01, 0.1, 2.0])
def test_a_straight_curve_is_linear_hardening(make, gamma):
    curve, _ = sheared(make, gamma, hardening_function="line")
    linear, _ = sheared(make, gamma, hardening_constant=5)
    assert curve == pytest.approx(linear, rel=1e-12, abs=1e-15)
    assert (curve > 0) == (3**0.5 * SHEAR * gamma > 2)


def test_the_stress_ends_on_the_curve(make):
    """sqrt(3) G gamma - 3 G p = 1.7 + 3 sqrt(p + 0.01)."""
    p, _ = sheared(make, 0.3, hardening_function="root")
    assert 3**0.5 * SHEAR * 0.3 - 3 * SHEAR * p == pytest.approx(1.7 + 3 * (p + 0.01) ** 0.5, rel=1e-12)


def test_one_kind_of_hardening(make):
    for model in ({}, {"hardening_constant": 1, "hardening_function": "line"}):
        with pytest.raises(DeckError, match="not both"):
            make(IsotropicPlasticityStressUpdate, "flow", yield_stress=2, **model)
