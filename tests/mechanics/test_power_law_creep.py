"""Power-law creep against the equation of relaxation, solved in closed form or by bisection."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.creep import relaxed_stress
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_multiple_inelastic_stress import ComputeMultipleInelasticStress
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.power_law_creep_stress_update import PowerLawCreepStressUpdate


def test_linear_creep_is_solved_in_closed_form():
    assert relaxed_stress(12.0, 3.0, 0.5, 1.0) == pytest.approx(12 / 2.5, rel=1e-15)


@pytest.mark.parametrize("factor", [1e-30, 1e-6, 1.0, 1e12])
@pytest.mark.parametrize("n", [1.5, 4.0, 9.0])
def test_root_at_any_strength_of_creep(factor, n):
    s = float(relaxed_stress(numpy.array([7.0]), 300.0, factor, n)[0])
    assert 0 < s <= 7.0
    assert s + 300.0 * factor * s**n == pytest.approx(7.0, rel=1e-13)


def test_no_stress_no_creep():
    assert float(relaxed_stress(numpy.zeros(1), 300.0, 1.0, 4.0)[0]) == 0.0


def materials(make, **further):
    creep = {"coefficient": 2e-3, "n_exponent": 3, "activation_energy": 0, **further}
    return (
        make(ComputeIsotropicElasticityTensor, youngs_modulus=250, poissons_ratio=0.25),
        make(ComputeSmallStrain, displacements="u v"),
        make(PowerLawCreepStressUpdate, "creep", **creep),
        make(ComputeMultipleInelasticStress, inelastic_models="creep"),
    )


def test_relaxation_in_shear(make):
    """Shear 0.02 with G = 100: trial stress sqrt(3) 2; the stress after one step solves the cubic."""
    made = materials(make)
    q = SamplePoints({"u": {"grad": (0.0, 0.02)}, "v": {}}, materials=made, dt=0.5, dual=False)
    stress = q.property("stress")
    s = math.sqrt(3) * float(stress[0, 1])
    assert s + 300 * 2e-3 * 0.5 * s**3 == pytest.approx(2 * math.sqrt(3), rel=1e-13)
    slip = float(q.property("effective_creep_strain"))
    assert slip == pytest.approx(2e-3 * 0.5 * s**3, rel=1e-10)
    assert float(q.property("creep_strain")[0, 1]) == pytest.approx(math.sqrt(3) / 2 * slip, rel=1e-12)


def test_temperature_and_time(make):
    """exp(-Q/RT) = exp(-2) and (5 - 1)^2 = 16 multiply the rate."""
    made = materials(make, activation_energy=2 * 8.3143 * 300, temperature=300, m_exponent=2, start_time=1)
    q = SamplePoints({"u": {"grad": (0.0, 0.02)}, "v": {}}, materials=made, dt=0.5, t=5.0, dual=False)
    s = math.sqrt(3) * float(q.property("stress")[0, 1])
    rate = 2e-3 * math.exp(-2) * 16
    assert s + 300 * rate * 0.5 * s**3 == pytest.approx(2 * math.sqrt(3), rel=1e-13)


def test_hydrostatic_stress_does_not_creep(make):
    made = materials(make)
    strain = Tensor.diagonal(0.01, 0.01, 0.01)
    q = SamplePoints(
        {}, properties={"mechanical_strain": strain}, materials=(made[0], made[2], made[3]), dt=1.0
    )
    assert float(numpy.max(numpy.abs(value(q.property("effective_creep_strain"))))) == 0.0
    assert float(value(q.property("stress")[0, 0])) == pytest.approx(3 * 250 / 1.5 * 0.01)  # 3 K strain


def test_partials(make):
    fields = {"u": {"grad": (0.01, 0.02)}, "v": {"grad": (-0.005, 0.004)}, "T": {"value": 310.0}}
    made = materials(make, activation_energy=1000, temperature="T")
    errors = [
        partial_errors(
            lambda q: q.property("stress"), {name: fields[name] for name in fields}, materials=made, dt=0.5
        )
    ]
    assert max(errors) < 1e-10


def test_time_before_the_start(make):
    made = materials(make, m_exponent=1, start_time=9)
    q = SamplePoints({"u": {"grad": (0.0, 0.02)}, "v": {}}, materials=made, dt=0.5, t=5.0, dual=False)
    with pytest.raises(DeckError, match="must not be after the time 5"):
        q.property("stress")
