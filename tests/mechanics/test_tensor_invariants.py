"""Invariants of tensors against NumPy and textbook values."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Tensor
from alces.physics.sample import SamplePoints
from alces_mechanics.aux.elastic_energy_aux import ElasticEnergyAux
from alces_mechanics.aux.rank_two_aux import RankTwoAux
from alces_mechanics.aux.rank_two_scalar_aux import RankTwoScalarAux
from alces_mechanics.invariants import SCALARS, principal
from alces_mechanics.materials.rank_two_cartesian_component import RankTwoCartesianComponent
from alces_mechanics.materials.rank_two_invariant import RankTwoInvariant
from alces_mechanics.postprocessors.material_tensor_average import MaterialTensorAverage
from alces_mechanics.postprocessors.material_tensor_integral import MaterialTensorIntegral

TENSION = Tensor.diagonal(90.0, 0.0, 0.0)
SHEAR = Tensor.symmetric(0.0, 0.0, 0.0, xy=30.0)


@pytest.mark.parametrize(
    ("scalar", "tension", "shear"),
    [
        ("VonMisesStress", 90.0, 30.0 * math.sqrt(3)),
        ("Hydrostatic", 30.0, 0.0),
        ("L2norm", 90.0, 30.0 * math.sqrt(2)),
        ("MaxPrincipal", 90.0, 30.0),
        ("MidPrincipal", 0.0, 0.0),
        ("MinPrincipal", 0.0, -30.0),
        ("FirstInvariant", 90.0, 0.0),
        ("SecondInvariant", 0.0, -900.0),
        ("ThirdInvariant", 0.0, 0.0),
        ("TriaxialityStress", 1 / 3, 0.0),
        ("MaxShear", 45.0, 30.0),
        ("StressIntensity", 90.0, 60.0),
        ("EffectiveStrain", 90.0 * math.sqrt(2 / 3), 30.0 * math.sqrt(4 / 3)),
    ],
)
def test_tension_and_shear(scalar, tension, shear):
    assert float(SCALARS[scalar](TENSION)) == pytest.approx(tension, abs=1e-12)
    assert float(SCALARS[scalar](SHEAR)) == pytest.approx(shear, abs=1e-12)


def test_volumetric_strain_is_that_of_logarithmic_strains():
    assert float(SCALARS["VolumetricStrain"](Tensor.diagonal(math.log(1.1), 0.0, 0.0))) == pytest.approx(0.1)


@pytest.mark.parametrize("planar", [True, False])
def test_principal_values_are_the_eigenvalues(planar):
    r = numpy.random.default_rng(3)
    xx, yy, zz, yz, xz, xy = r.standard_normal((6, 200))
    t = Tensor.symmetric(xx, yy, zz, xy=xy) if planar else Tensor.symmetric(xx, yy, zz, yz, xz, xy)
    dense = numpy.array([[numpy.broadcast_to(a, 200) for a in row] for row in t.c])
    want = numpy.linalg.eigvalsh(numpy.moveaxis(dense, 2, 0))[:, ::-1].T
    numpy.testing.assert_allclose(numpy.array(principal(t)), want, atol=1e-12)


def test_principal_values_of_multiple_eigenvalues_are_finite():
    same = numpy.full(3, 7.0)
    nothing = numpy.zeros(3)
    numpy.testing.assert_allclose(
        principal(Tensor.symmetric(same, same, same, nothing, nothing, nothing)), 7.0
    )
    low = Tensor.symmetric(same, same, nothing + 1.0, nothing, nothing, nothing)
    numpy.testing.assert_allclose(numpy.array(principal(low))[:, 0], [7.0, 7.0, 1.0], rtol=1e-7)


def test_triaxiality_without_stress_is_zero():
    nothing = numpy.zeros(2)
    assert numpy.all(SCALARS["TriaxialityStress"](Tensor.diagonal(nothing, nothing, nothing)) == 0.0)


def test_properties_aux_variables_and_postprocessors_read_tensors(make):
    q = SamplePoints(
        {}, properties={"stress": SHEAR, "elastic_strain": Tensor.symmetric(0.0, 0.0, 0.0, xy=0.1)}
    )
    common = {"rank_two_tensor": "stress", "index_i": 0, "index_j": 1}
    assert make(RankTwoAux, variable="a", **common).value(q) == 30.0
    assert make(MaterialTensorIntegral, **common).integrand(q) == 30.0
    average = make(MaterialTensorAverage, **common)
    assert (average.integrand(q), average.reduction) == (30.0, "average")
    assert make(RankTwoCartesianComponent, property_name="sxy", **common).properties(q) == {"sxy": 30.0}
    mises = 30.0 * math.sqrt(3)
    scalar = make(RankTwoScalarAux, variable="a", rank_two_tensor="stress", scalar_type="vonmisesstress")
    assert float(scalar.value(q)) == pytest.approx(mises)
    invariant = make(
        RankTwoInvariant, property_name="vm", rank_two_tensor="stress", invariant="VonMisesStress"
    )
    assert float(invariant.properties(q)["vm"]) == pytest.approx(mises)
    assert make(ElasticEnergyAux, variable="energy").value(q) == pytest.approx(30.0 * 0.1)
