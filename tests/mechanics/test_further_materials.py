"""Mixtures, initial stress, strain energy, extra and interface stresses, averaged eigenstrains."""

from __future__ import annotations

import numpy
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.elasticity import AnisotropicStiffness, IsotropicStiffness, mixture
from alces_mechanics.fill_methods import FILL, rotated
from alces_mechanics.materials.composite_elasticity_tensor import CompositeElasticityTensor
from alces_mechanics.materials.compute_eigenstrain_from_initial_stress import (
    ComputeEigenstrainFromInitialStress,
)
from alces_mechanics.materials.compute_extra_stress_constant import ComputeExtraStressConstant
from alces_mechanics.materials.compute_incremental_small_strain import ComputeIncrementalSmallStrain
from alces_mechanics.materials.compute_interface_stress import ComputeInterfaceStress
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor
from alces_mechanics.materials.compute_linear_elastic_stress import ComputeLinearElasticStress
from alces_mechanics.materials.compute_multiple_inelastic_stress import ComputeMultipleInelasticStress
from alces_mechanics.materials.compute_reduced_order_eigenstrain import ComputeReducedOrderEigenstrain
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.compute_strain_increment_based_stress import (
    ComputeStrainIncrementBasedStress,
)
from alces_mechanics.materials.strain_energy_density import StrainEnergyDensity
from alces_mechanics.moduli import lame_and_shear

ISOTROPIC = IsotropicStiffness(3.0, 2.0)
ROTATED = AnisotropicStiffness(rotated(FILL["symmetric9"][1]((9, 1, 2, 8, 3, 7, 4, 5, 6)), (20, 30, 40)))
STRESS = Tensor.symmetric(1.0, -2.0, 3.0, 0.5, -0.4, 0.7)


def entries(t):
    return [float(value(t[i, j])) for i in range(3) for j in range(3)]


# -- elasticity ------------------------------------------------------------------------------------
@pytest.mark.parametrize("stiffness", [ISOTROPIC, ROTATED])
def test_strain_is_the_inverse_of_stress(stiffness):
    assert entries(stiffness.stress(stiffness.strain(STRESS))) == pytest.approx(entries(STRESS))


def test_a_mixture_is_between_its_parts(make):
    both = mixture([ISOTROPIC, ROTATED], [0.25, 0.75])
    want = ISOTROPIC.stress(STRESS) * 0.25 + ROTATED.stress(STRESS) * 0.75
    assert entries(both.stress(STRESS)) == pytest.approx(entries(want))
    m = make(CompositeElasticityTensor, tensors="a b", weights="h 0.5", args="eta")
    tensors = {"a_elasticity_tensor": ISOTROPIC, "b_elasticity_tensor": ISOTROPIC}
    q = SamplePoints({}, properties={**tensors, "h": 2.0})
    mixed = m.properties(q)["elasticity_tensor"]
    assert isinstance(mixed, IsotropicStiffness) and (mixed.lame, mixed.shear) == (7.5, 5.0)


def test_each_part_of_a_mixture_has_a_weight(make):
    with pytest.raises(DeckError, match="one weight for each of the 2"):
        make(CompositeElasticityTensor, tensors="a b", weights="h")


# -- initial stress --------------------------------------------------------------------------------
INITIAL = "s 1 0 3 2 0 0 0 4"


def test_a_body_at_rest_has_its_initial_stress(make, path):
    drive = path(
        make(ComputeIsotropicElasticityTensor, youngs_modulus=5, poissons_ratio=0.3),
        make(
            ComputeEigenstrainFromInitialStress, initial_stress=INITIAL, eigenstrain_name="rest",
            initial_stress_aux="2 1 1 1 1 1 1 1 1",
        ),
        make(ComputeSmallStrain, displacements="disp_x disp_y", eigenstrain_names="rest"),
        make(ComputeLinearElasticStress),
        functions={"s": lambda x, y, z, t: 5.0},
    )  # fmt: skip
    rest = drive.step((0.0, 0.0), (0.0, 0.0))
    assert entries(rest.property("stress")) == pytest.approx([10, 2, 0, 2, 2, 0, 0, 0, 4])
    drive.options["functions"] = {"s": lambda x, y, z, t: 50.0}  # too late: what counts is the first step
    later = drive.step((0.0, 0.0), (0.0, 0.0))
    assert entries(later.property("stress")) == pytest.approx([10, 2, 0, 2, 2, 0, 0, 0, 4])


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"initial_stress": "1 2"}, "needs nine entries, not 2"),
        ({"initial_stress": INITIAL, "initial_stress_aux": "u"}, "needs nine entries, not 1"),
    ],
)
def test_initial_stresses_have_nine_entries(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(ComputeEigenstrainFromInitialStress, eigenstrain_name="rest", **params)


def test_a_material_without_stiffness_has_no_initial_strain(make):
    m = make(ComputeEigenstrainFromInitialStress, initial_stress=INITIAL, eigenstrain_name="rest")
    weak = AnisotropicStiffness([[0.0] * 6 for _ in range(6)])
    q = SamplePoints({}, properties={"elasticity_tensor": weak}, functions={"s": 1.0}, materials=(m,))
    with pytest.raises(DeckError, match="no inverse"):
        q.property("rest")


# -- strain energy ---------------------------------------------------------------------------------
@pytest.fixture
def bar(make, path):
    """A strain path of linear elasticity with its energy."""

    def made(strain, stress, **options):
        return path(
            make(ComputeIsotropicElasticityTensor, youngs_modulus=5, poissons_ratio=0.3),
            make(strain, displacements="disp_x disp_y"),
            make(stress),
            make(StrainEnergyDensity, **options),
        )

    return made


def test_energy_of_elasticity_needs_no_history(bar):
    """W = lame tr(e)^2 / 2 + shear e:e, whether added up over the steps or not."""
    lame, shear = lame_and_shear({"youngs_modulus": 5.0, "poissons_ratio": 0.3})
    want = 0.5 * lame * 0.01**2 + shear * (0.03**2 + 0.02**2)
    whole = bar(ComputeSmallStrain, ComputeLinearElasticStress, incremental="false")
    steps = bar(ComputeIncrementalSmallStrain, ComputeStrainIncrementBasedStress, incremental="true")
    last = ((0.03, 0.0), (0.0, -0.02))
    steps.step((0.01, 0.0), (0.0, 0.0))
    steps.step((0.04, 0.0), (0.0, -0.01))
    for drive in (whole, steps):
        assert float(value(drive.step(*last).property("strain_energy_density"))) == pytest.approx(want)


def test_the_kind_of_energy_is_checked(bar):
    with pytest.raises(DeckError, match="provides no increments"):
        bar(ComputeSmallStrain, ComputeLinearElasticStress, incremental="true").step((0.0, 0.0), (0.0, 0.0))


# -- extra stress ----------------------------------------------------------------------------------
STRESSES = [
    (ComputeLinearElasticStress, ComputeSmallStrain),
    (ComputeMultipleInelasticStress, ComputeSmallStrain),
    (ComputeStrainIncrementBasedStress, ComputeIncrementalSmallStrain),
]


@pytest.mark.parametrize(("stress", "strain"), STRESSES)
def test_an_extra_stress_is_added_in_every_step_once(make, path, stress, strain):
    drive = path(
        make(ComputeIsotropicElasticityTensor, youngs_modulus=5, poissons_ratio=0),
        make(strain, displacements="disp_x disp_y"),
        make(ComputeExtraStressConstant, extra_stress_tensor="1 2 3 4 5 6", prefactor=10),
        make(stress, extra_stress_names="extra_stress"),
    )
    for strain_xx in (0.0, 0.1, 0.3):
        found = drive.step((strain_xx, 0.0), (0.0, 0.0)).property("stress")
        assert entries(found) == pytest.approx([5 * strain_xx + 10, 60, 50, 60, 20, 40, 50, 40, 30])


def test_extra_stresses_can_have_names(make):
    m = make(ComputeExtraStressConstant, base_name="void", extra_stress_name="gas", extra_stress_tensor="-1")
    assert entries(m.properties(SamplePoints({}))["void_gas"]) == [-1, 0, 0, 0, -1, 0, 0, 0, -1]


# -- interfaces ------------------------------------------------------------------------------------
def test_stress_lies_in_the_plane_of_the_interface(make):
    m = make(ComputeInterfaceStress, v="a b", stress="3 5", op_range="1 0.5")
    q = SamplePoints({"a": {"grad": (0.0, 2.0)}, "b": {"grad": (0.0, 0.0)}}, dual=False)
    assert entries(m.properties(q)["extra_stress"]) == pytest.approx([6, 0, 0, 0, 0, 0, 0, 0, 6])
    q = SamplePoints({"a": {"grad": (0.0, 0.0)}, "b": {"grad": (3.0, 4.0)}}, dual=False)
    t = m.properties(q)["extra_stress"]
    assert entries(t) == pytest.approx([50 * 0.64, -50 * 0.48, 0, -50 * 0.48, 50 * 0.36, 0, 0, 0, 50])


@pytest.mark.parametrize(
    ("params", "message"),
    [({"stress": "1 2"}, "one for each of the 3"), ({"stress": 1, "op_range": 0}, "must be positive")],
)
def test_wrong_interfaces_are_refused(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(ComputeInterfaceStress, v="a b c", **params)


# -- averaged eigenstrains -------------------------------------------------------------------------
def test_eigenstrains_are_averaged_over_each_cell(make):
    m = make(ComputeReducedOrderEigenstrain, input_eigenstrain_names="a b", eigenstrain_name="mean")
    rising = numpy.array([[1.0, 3.0], [5.0, 9.0]])
    properties = {"a": Tensor.diagonal(rising, 0.0, 0.0), "b": Tensor.diagonal(1.0, 2.0, 0.0)}
    found = m.properties(SamplePoints({}, properties=properties))["mean"]
    numpy.testing.assert_allclose(found[0, 0], [[3.0], [8.0]])
    assert found[1, 1] == 2.0
    with pytest.raises(DeckError, match="meshes of first order"):
        m.properties(SamplePoints({}, properties=properties, cell_order=2))


THERMAL = """
[GlobalParams]
  displacements = 'disp_x disp_y'
[]
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 2
  xmin = 1
  xmax = 3
[]
[Problem]
  coord_type = RZ
[]
[Modules/TensorMechanics/Master]
  [all]
    add_variables = true
    eigenstrain_names = mean
  []
[]
[Variables]
  [T]
  []
[]
[Kernels]
  [heat]
    type = Diffusion
    variable = T
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1
    poissons_ratio = 0
  []
  [expansion]
    type = ComputeThermalExpansionEigenstrain
    thermal_expansion_coeff = 1
    temperature = T
    stress_free_temperature = 0
    eigenstrain_name = thermal
  []
  [mean]
    type = ComputeReducedOrderEigenstrain
    input_eigenstrain_names = thermal
    eigenstrain_name = mean
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[Executioner]
  type = Steady
[]
"""


def test_the_mean_over_a_ring_counts_its_volume_and_couples_exactly(problem):
    """In the first ring the mean of T = r is (integral of r^2)/(integral of r) = 14/9."""
    p = problem(THERMAL)
    u, index = p.state.u, p.model.unknowns.index
    u[:] = 0.0
    u[p.model.unknowns.dofs[index["T"]]] = p.model.mesh.points[:, 0]
    J, r0 = p.jacobian().toarray(), p.residual()
    axial = p.model.unknowns.dofs[index["disp_y"]]
    top = (p.model.mesh.points[:, 1] == 1.0) & (p.model.mesh.points[:, 0] == 1.0)
    # the axial stress -14/9 of the first ring against the shape function (2 - r), its volume 2 pi r dr
    assert r0[axial[top]] == pytest.approx(-14 / 9 * 2 * numpy.pi * (2 * 1.5 - 7 / 3))
    for k in range(u.size):
        u[k] += 1.0
        numpy.testing.assert_allclose(J[:, k], p.residual() - r0, atol=1e-12 * numpy.abs(J).max())
        u[k] -= 1.0


def test_derivatives_of_a_mixture_are_those_of_its_weights(make):
    m = make(CompositeElasticityTensor, tensors="a b", weights="h 0.5", args="eta")
    given = {"a_elasticity_tensor": ISOTROPIC, "b_elasticity_tensor": ROTATED, "dh/deta": 4.0}
    q = SamplePoints({}, materials=(m,), properties={**given, "h": 2.0})
    first, second = q.property("delasticity_tensor/deta"), q.property("d^2elasticity_tensor/deta^2")
    assert first.component(0, 0) == pytest.approx(4 * 7.0) and first.component(3, 3) == pytest.approx(4 * 2.0)
    assert second.component(0, 0) == 0.0
