"""Allen-Cahn and Cahn-Hilliard terms: hand-worked numbers and complex step."""

import numpy as np
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.kernels.ac_interface import ACInterface
from alces_phase_field.kernels.allen_cahn import AllenCahn
from alces_phase_field.kernels.double_well import DoubleWell
from alces_phase_field.kernels.elastic_driving_force import ElasticDrivingForce
from alces_phase_field.kernels.split_ch_parsed import SplitCHParsed
from alces_phase_field.kernels.split_ch_w_res import SplitCHWRes
from alces_phase_field.kernels.stiffness_driving_force import StiffnessDrivingForce
from alces_phase_field.materials.barrier_function_material import BarrierFunctionMaterial
from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial
from alces_phase_field.materials.two_phase_mixture import TwoPhaseMixture

FIELDS = {
    "eta": {"value": np.array([[0.25, 0.7]]), "grad": (np.array([[3.0, -1.0]]), np.array([[4.0, 2.0]]))}
}
STRESS = Tensor.symmetric(-100.0, -150.0, -80.0, xy=20.0)


def plain(**options):
    return SamplePoints({"eta": {"value": 0.25, "grad": (3.0, 4.0)}}, dual=False, **options)


def test_double_well(make):
    kernel = make(DoubleWell, variable="eta", mob_name=0.01, barrier_height=3.6)
    assert kernel.value(plain()) == pytest.approx(0.01 * 3.6 * 0.1875)
    assert partial_errors(kernel.value, FIELDS) < 1e-13


def test_double_well_pulls_overshoots_back(make):
    kernel = make(DoubleWell, variable="eta", mob_name=1.0, barrier_height=1.0)
    force = kernel.value(SamplePoints({"eta": {"value": np.array([-0.1, 1.1])}}, dual=False))
    assert force == pytest.approx([-0.264, 0.264])


def test_allen_cahn_uses_the_derivative_property(make):
    barrier = make(BarrierFunctionMaterial, eta="eta", function_name="F")
    kernel = make(AllenCahn, variable="eta", f_name="F")
    options = {"materials": (barrier,), "properties": {"L": 2.0}}
    assert kernel.value(plain(**options)) == pytest.approx(2 * 0.1875)
    assert partial_errors(kernel.value, FIELDS, **options) < 1e-13


def test_interface_with_constant_mobility(make):
    kernel = make(ACInterface, variable="eta", mob_name=0.5, kappa_name=2.0)
    assert list(kernel.flux(plain()))[:2] == pytest.approx([3.0, 4.0])
    assert kernel.value(plain()) is None
    assert partial_errors(kernel.flux, FIELDS) < 1e-15


def test_interface_with_mobility_that_depends_on_the_variable(make):
    """L = eta^2: the term is kappa grad eta . grad(L v), so f0 = kappa 2 eta |grad eta|^2."""
    kernel = make(ACInterface, variable="eta", kappa_name=2.0)

    def options(q):
        eta = q.value("eta")
        q._properties.update({"L": eta * eta, "dL/deta": 2.0 * eta})
        return q

    assert kernel.value(options(plain())) == pytest.approx(2.0 * 2 * 0.25 * 25.0)
    assert list(kernel.flux(options(plain())))[:2] == pytest.approx([2 * 0.0625 * 3, 2 * 0.0625 * 4])
    assert partial_errors(lambda q: kernel.value(options(q)), FIELDS) < 1e-13
    frozen = make(ACInterface, variable="eta", kappa_name=2.0, variable_L="false")
    assert frozen.value(plain()) is None


def test_elastic_driving_force(make):
    switch = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    options = {"materials": (switch,), "properties": {"stress": STRESS}}
    exact = make(ElasticDrivingForce, variable="eta", mob_name=0.01, volume_change=0.05)
    slope = 30 * 0.25**2 * 0.75**2
    assert exact.value(plain(**options)) == pytest.approx(0.01 * 0.05 / 3 * slope * 330.0)
    assert partial_errors(exact.value, FIELDS, **options) < 1e-13
    printed = make(
        ElasticDrivingForce, variable="eta", mob_name=0.01, volume_change=0.05, form="paper_simplified"
    )
    assert printed.value(plain(**options)) == pytest.approx(0.01 * 0.05 * 330.0)


def test_stiffness_driving_force(make):
    """Uniaxial strain e in a medium of stiffness E: energy density E e^2/2 for nu = 0, its slope E' e^2/2."""
    switch = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    mixture = make(TwoPhaseMixture, property_name="youngs_modulus", metal=5e3, electrolyte=5e4, eta="eta")
    kernel = make(StiffnessDrivingForce, variable="eta", mob_name=0.01)
    strain = Tensor.diagonal(1e-3, 0.0, 0.0)

    def with_stress(q):
        q._properties.update({"elastic_strain": strain, "stress": strain * q.property("youngs_modulus")})
        return q

    slope = (5e3 - 5e4) * 30 * 0.25**2 * 0.75**2
    assert kernel.value(with_stress(plain(materials=(switch, mixture)))) == pytest.approx(
        0.01 * 0.5 * slope * 1e-6
    )
    assert partial_errors(lambda q: kernel.value(with_stress(q)), FIELDS, materials=(switch, mixture)) < 1e-12


def test_split_cahn_hilliard(make):
    barrier = make(BarrierFunctionMaterial, eta="c", function_name="F")
    fields = {"c": {"value": 0.25, "grad": (3.0, 4.0)}, "w": {"value": 0.5, "grad": (1.0, -2.0)}}
    potential = make(SplitCHParsed, variable="c", f_name="F", kappa_name=0.1, w="w")
    q = SamplePoints(fields, materials=(barrier,), dual=False)
    assert potential.value(q) == pytest.approx(0.1875 - 0.5)
    assert list(potential.flux(q))[:2] == pytest.approx([0.3, 0.4])
    assert partial_errors(potential.value, fields, materials=(barrier,)) < 1e-13
    transport = make(SplitCHWRes, variable="w", mob_name=7.0)
    assert [value(a) for a in transport.flux(q)][:2] == pytest.approx([7.0, -14.0])
    other = make(SplitCHWRes, variable="w", mob_name=7.0, w="c")
    assert [value(a) for a in other.flux(q)][:2] == pytest.approx([21.0, 28.0])


@pytest.mark.parametrize(
    "cls, given",
    [
        (AllenCahn, {"f_name": 1}),
        (SplitCHParsed, {"f_name": 1, "kappa_name": 1, "w": "w"}),
        (ElasticDrivingForce, {"volume_change": 0.05, "h_name": 1}),
    ],
)
def test_a_number_has_no_derivative(make, cls, given):
    with pytest.raises(DeckError, match="a property with a derivative is needed"):
        make(cls, variable="eta", **given)
