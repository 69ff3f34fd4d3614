"""Eigenstrains."""

from __future__ import annotations

import pytest
from alces.ad import partials, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.materials.compute_eigenstrain import ComputeEigenstrain
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_linear_elastic_stress import ComputeLinearElasticStress
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.compute_thermal_expansion_eigenstrain import ComputeThermalExpansionEigenstrain


def test_free_thermal_expansion_causes_no_stress(make):
    growth = 1.2e-5 * 40.0
    f = {
        u: {"grad": tuple(growth if i == j else 0.0 for j in range(3))}
        for i, u in enumerate(("disp_x", "disp_y", "disp_z"))
    }
    used = (
        make(ComputeIsotropicElasticityTensor, youngs_modulus=2e11, poissons_ratio=0.3),
        make(ComputeSmallStrain, displacements="disp_x disp_y disp_z", eigenstrain_names="heat"),
        make(
            ComputeThermalExpansionEigenstrain,
            temperature="T",
            stress_free_temperature=300,
            thermal_expansion_coeff=1.2e-5,
            eigenstrain_name="heat",
        ),
        make(ComputeLinearElasticStress),
    )
    q = SamplePoints({**f, "T": {"value": 340.0}}, materials=used, dim=3)
    for i in range(3):
        assert value(q.property("total_strain")[i, i]) == pytest.approx(growth)
        for j in range(3):
            assert value(q.property("stress")[i, j]) == pytest.approx(0.0, abs=2e11 * 1e-18)


def test_confined_heating_presses_with_three_bulk_alpha_warming(make):
    used = (
        make(ComputeIsotropicElasticityTensor, bulk_modulus=100.0, shear_modulus=40.0),
        make(ComputeSmallStrain, displacements="disp_x disp_y", eigenstrain_names="heat"),
        make(
            ComputeThermalExpansionEigenstrain,
            temperature="T",
            stress_free_temperature=0,
            thermal_expansion_coeff=0.01,
            eigenstrain_name="heat",
        ),
        make(ComputeLinearElasticStress),
    )
    q = SamplePoints({"disp_x": {}, "disp_y": {}, "T": {"value": 2.0}}, materials=used)
    for i in range(3):
        assert value(q.property("stress")[i, i]) == pytest.approx(-3 * 100 * 0.01 * 2)
    assert partials(q.property("stress")[2, 2])[q.key("T")] == pytest.approx(-3 * 100 * 0.01)


def test_a_growing_phase_swells_by_omega_h_with_a_property_as_prefactor(make):
    """eps = (Omega/3) h(eta) I; confined: sigma = -K Omega h I, d sigma/d eta = -K Omega h'."""
    eta, omega = 0.4, 0.05
    h, slope = eta**3 * (6 * eta**2 - 15 * eta + 10), 30 * eta**2 * (1 - eta) ** 2
    used = (
        make(ComputeIsotropicElasticityTensor, bulk_modulus=100.0, shear_modulus=40.0),
        make(ComputeSmallStrain, displacements="disp_x disp_y", eigenstrain_names="misfit"),
        make(ComputeEigenstrain, eigen_base=repr(omega / 3), prefactor="h", eigenstrain_name="misfit"),
        make(ComputeLinearElasticStress),
    )
    fields = {"disp_x": {}, "disp_y": {}, "eta": {"value": eta}}
    x = SamplePoints(fields).value("eta")
    quintic = x * x * x * (6.0 * x * x - 15.0 * x + 10.0)
    q = SamplePoints(fields, materials=used, properties={"h": quintic})
    zz = q.property("stress")[2, 2]
    assert value(zz) == pytest.approx(-100 * omega * h, rel=1e-13)
    assert partials(zz)[q.key("eta")] == pytest.approx(-100 * omega * slope, rel=1e-12)
    assert value(q.property("stress").trace()) == pytest.approx(-300 * omega * h, rel=1e-13)


def test_several_eigenstrains_add_up(make):
    used = (
        make(ComputeSmallStrain, displacements="disp_x", eigenstrain_names="a b"),
        make(ComputeEigenstrain, eigen_base="1 2 3", eigenstrain_name="a"),
        make(ComputeEigenstrain, eigen_base="1 1 1 4 5 6", prefactor=0.5, eigenstrain_name="b"),
    )
    t = SamplePoints({"disp_x": {}}, materials=used, dim=1).property("mechanical_strain")
    assert [value(t[ij]) for ij in ((0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1))] == [
        -1.5,
        -2.5,
        -3.5,
        -2.0,
        -2.5,
        -3.0,
    ]


def test_prefix_separates_mechanical_systems(make):
    used = (
        make(ComputeSmallStrain, displacements="disp_x", eigenstrain_names="a", base_name="metal"),
        make(ComputeEigenstrain, eigen_base="1", eigenstrain_name="a", base_name="metal"),
    )
    q = SamplePoints({"disp_x": {}}, materials=used, dim=1)
    assert value(q.property("metal_mechanical_strain")[1, 1]) == -1.0


@pytest.mark.parametrize(
    ("base", "message"), [("1 2", "1, 3, 6 or 9 entries"), ("1 2 0 3 1 0 0 0 1", "the tensor is symmetric")]
)
def test_wrong_shapes_are_refused(make, base, message):
    with pytest.raises(DeckError, match=message):
        make(ComputeEigenstrain, eigen_base=base, eigenstrain_name="a")


def test_nine_entries_are_a_matrix(make):
    m = make(ComputeEigenstrain, eigen_base="1 4 5 4 2 6 5 6 3", eigenstrain_name="a")
    t = m.properties(SamplePoints({}))["a"]
    assert [[float(a) for a in row] for row in t.c] == [[1, 4, 5], [4, 2, 6], [5, 6, 3]]
