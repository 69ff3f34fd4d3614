"""Exact partials of stresses against complex step, with moduli and strengths that depend on a phase field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy
import pytest
from alces.ad import Dual, Tensor, value
from alces.physics import Material
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.elasticity import VOIGT
from alces_mechanics.invariants import SCALARS, principal
from alces_mechanics.materials.compute_eigenstrain import ComputeEigenstrain
from alces_mechanics.materials.compute_elasticity_tensor import ComputeElasticityTensor
from alces_mechanics.materials.compute_j2_plastic_stress import ComputeJ2PlasticStress
from alces_mechanics.materials.compute_linear_elastic_stress import ComputeLinearElasticStress
from alces_mechanics.materials.compute_plane_stress_small_strain import ComputePlaneStressSmallStrain
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.compute_variable_isotropic_elasticity_tensor import (
    ComputeVariableIsotropicElasticityTensor,
)
from alces_mechanics.materials.isotropic_plasticity_stress_update import IsotropicPlasticityStressUpdate

SHAPE = (3, 4)


class Phases(Material):
    """Young's modulus, yield stress and hardening of electrolyte and metal, mixed by h(eta)."""

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(("h", "E", "Y", "H"), "scalar")

    def properties(self, q) -> Mapping[str, Any]:
        eta = q.value("eta")
        h = eta * eta * eta * (6.0 * eta * eta - 15.0 * eta + 10.0)
        mix = {"E": (5e3, 5e4), "Y": (0.5, 50.0), "H": (5.0, 500.0)}
        return {"h": h, **{name: h * de + (1.0 - h) * se for name, (de, se) in mix.items()}}


@pytest.fixture
def materials(make):
    def build(plane_stress: bool, dim: int):
        strain = ComputePlaneStressSmallStrain if plane_stress else ComputeSmallStrain
        return (
            make(Phases),
            make(ComputeVariableIsotropicElasticityTensor, youngs_modulus="E", poissons_ratio=0.3),
            make(ComputeEigenstrain, eigen_base=0.05 / 3, prefactor="h", eigenstrain_name="misfit"),
            make(
                strain,
                displacements=" ".join(("disp_x", "disp_y", "disp_z")[:dim]),
                eigenstrain_names="misfit",
            ),
            make(
                ComputeJ2PlasticStress,
                yield_stress="Y",
                hardening_modulus="H",
                plane_stress="true" if plane_stress else "false",
            ),
        )

    return build


def fields(strain: float, dim: int, seed: int = 1):
    r = numpy.random.default_rng(seed)
    found = {
        f"disp_{'xyz'[i]}": {"grad": tuple(strain * r.standard_normal(SHAPE) for _ in range(dim))}
        for i in range(dim)
    }
    return {"eta": {"value": r.uniform(0.02, 0.98, SHAPE)}, **found}


def old_state(dim: int, seed: int = 2):
    """A plastic strain (traceless) of earlier steps."""
    r = numpy.random.default_rng(seed)
    xx, yy, xy, xz = 1e-4 * r.standard_normal((4, *SHAPE))
    plastic = Tensor.symmetric(xx, yy, -xx - yy, xy=xy, xz=xz if dim == 3 else 0.0)
    return {"plastic_strain": plastic, "effective_plastic_strain": 1e-4 * r.uniform(size=SHAPE)}


@pytest.mark.parametrize("name", ["stress", "elastic_strain", "plastic_strain", "effective_plastic_strain"])
@pytest.mark.parametrize(("plane_stress", "dim"), [(False, 1), (False, 2), (False, 3), (True, 2)])
def test_plastic_partials_are_those_of_complex_step(materials, name, plane_stress, dim):
    used = materials(plane_stress, dim)
    f = fields(5e-2, dim)
    states = old_state(dim)
    q = SamplePoints(f, materials=used, states=states, dim=dim)
    added = value(q.property("effective_plastic_strain")) - states["effective_plastic_strain"]
    assert numpy.all(added > 0)
    options = {"materials": used, "states": states, "dim": dim}
    assert partial_errors(lambda p: p.property(name), f, **options) < 1e-11


@pytest.mark.parametrize("name", ["stress", "elastic_strain", "plastic_strain"])
@pytest.mark.parametrize(("plane_stress", "dim"), [(False, 2), (False, 3), (True, 2)])
def test_elastic_partials_are_those_of_complex_step(materials, name, plane_stress, dim):
    """Where eta is small and the strain too, nothing yields; a slip of the past does not change that."""
    used = materials(plane_stress, dim)
    f = fields(1e-5, dim)
    f["eta"]["value"] = numpy.full(SHAPE, 0.01)
    states = old_state(dim)
    states["plastic_strain"] = states["plastic_strain"] * 0.1
    q = SamplePoints(f, materials=used, states=states, dim=dim)
    assert numpy.all(value(q.property("effective_plastic_strain")) == states["effective_plastic_strain"])
    options = {"materials": used, "states": states, "dim": dim}
    assert partial_errors(lambda p: p.property(name), f, **options) < 1e-11


@pytest.mark.parametrize("plane_stress", [False, True])
def test_points_that_yield_and_points_that_do_not_do_not_disturb_each_other(materials, plane_stress):
    used = materials(plane_stress, 2)
    f = fields(1e-3, 2)
    f["eta"]["value"] = numpy.linspace(0.0, 1.0, 12).reshape(SHAPE)
    q = SamplePoints(f, materials=used, dim=2)
    slip = value(q.property("effective_plastic_strain"))
    assert 0 < numpy.count_nonzero(slip > 0) < slip.size
    assert partial_errors(lambda p: p.property("stress"), f, materials=used, dim=2) < 1e-11


def test_completed_total_strain_in_plane_stress_has_exact_partials(materials):
    used = materials(True, 2)
    assert (
        partial_errors(lambda p: p.property("total_strain"), fields(5e-2, 2), materials=used, dim=2) < 1e-11
    )


def test_update_inside_multiple_inelastic_stress_has_exact_partials(make):
    used = (
        make(ComputeElasticityTensor, C_ijkl="100 80", fill_method="symmetric_isotropic"),
        make(ComputeSmallStrain, displacements="disp_x disp_y"),
        make(IsotropicPlasticityStressUpdate, name="j2", yield_stress=1.0, hardening_constant=3.0),
    )
    f = fields(1e-1, 2)
    assert partial_errors(lambda p: p.property("j2:inelastic_strain"), f, materials=used) < 1e-11


def test_anisotropic_elasticity_has_exact_partials(make):
    used = (
        make(
            ComputeElasticityTensor,
            C_ijkl="250 120 130 260 140 270 70 80 90",
            euler_angle_1=20,
            euler_angle_2=30,
            euler_angle_3=40,
        ),
        make(ComputeSmallStrain, displacements="disp_x disp_y"),
        make(ComputeLinearElasticStress),
    )
    f = fields(1e-2, 2)
    assert partial_errors(lambda p: p.property("stress"), f, materials=used) < 1e-12


PRINCIPAL = {"MaxPrincipal", "MidPrincipal", "MinPrincipal", "MaxShear", "StressIntensity"}


@pytest.mark.parametrize(
    ("scalar", "dim"), [(s, d) for s in sorted(SCALARS) for d in (2, 3) if not (d == 3 and s in PRINCIPAL)]
)  # arctan2 has no complex form
def test_invariants_have_exact_partials(materials, scalar, dim):
    used = materials(False, dim)
    tensor = "total_strain" if scalar == "VolumetricStrain" else "stress"
    f = fields(5e-2, dim)
    assert partial_errors(lambda p: SCALARS[scalar](p.property(tensor)), f, materials=used, dim=dim) < 1e-10


def test_the_derivative_of_a_principal_value_is_its_direction_squared():
    """d lambda / d t_ij = n_i n_j (twice that for the two equal components off the diagonal)."""
    r = numpy.random.default_rng(5)
    six = r.standard_normal((6, 20))
    t = Tensor.symmetric(*(Dual(six[k], {k: 1.0}) for k in range(6)))
    dense = numpy.array([[t[i, j].v for j in range(3)] for i in range(3)])
    _, directions = numpy.linalg.eigh(numpy.moveaxis(dense, 2, 0))
    for rank, found in enumerate(principal(t)):
        n = directions[:, :, 2 - rank]
        for k, (i, j) in enumerate(VOIGT):
            want = n[:, i] * n[:, j] * (1.0 if i == j else 2.0)
            numpy.testing.assert_allclose(found.d[k], want, atol=1e-10)


def test_partials_of_principal_values_are_finite_where_they_coincide():
    same, nothing = numpy.full(2, 7.0), numpy.zeros(2)
    t = Tensor.symmetric(
        *(Dual(a, {k: 1.0}) for k, a in enumerate((same, same, same, nothing, nothing, nothing)))
    )
    assert all(numpy.all(numpy.isfinite(p)) for found in principal(t) for p in found.d.values())
