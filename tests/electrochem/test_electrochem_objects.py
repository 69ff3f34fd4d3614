"""Ion transport, Butler-Volmer reaction and currents: numbers worked by hand, partials by complex step."""

import math

import numpy as np
import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_electrochem.bcs.applied_current_bc import AppliedCurrentBC
from alces_electrochem.bcs.ion_inflow_bc import IonInflowBC
from alces_electrochem.kernels.butler_volmer_reaction import ButlerVolmerReaction
from alces_electrochem.kernels.ion_migration import IonMigration
from alces_electrochem.kernels.streamline_stabilization import StreamlineStabilization
from alces_electrochem.materials.butler_volmer_rate import ButlerVolmerRate
from alces_electrochem.materials.current_density import CurrentDensity
from alces_electrochem.postprocessors.element_integral_time_derivative import ElementIntegralTimeDerivative

FIELDS = {
    "c": {"value": np.array([[0.9, 1.3]]), "grad": (np.array([[2.0, 0.1]]), np.array([[-1.0, 0.4]]))},
    "phi": {"value": np.array([[-0.7, -2.0]]), "grad": (np.array([[3.0, 0.5]]), np.array([[4.0, -0.2]]))},
    "eta": {"value": np.array([[0.5, 0.2]])},
}


def slope(eta):
    return 30 * eta * eta * (1 - eta) * (1 - eta)


class Switch:
    """A stand-in for the material that provides h'(eta)."""

    def provides(self):
        return {"dh/deta": "scalar"}

    def state(self):
        return {}

    def properties(self, q):
        return {"dh/deta": slope(q.value("eta"))}


def test_migration(make):
    kernel = make(IonMigration, variable="c", potential="phi", diffusivity=0.015, charge_number=2)
    flux = kernel.flux(SamplePoints({"c": {"value": 0.8}, "phi": {"grad": (3.0, 4.0)}}, dual=False))
    assert list(flux) == pytest.approx([2 * 0.015 * 0.8 * 3, 2 * 0.015 * 0.8 * 4, 0.0])
    assert partial_errors(kernel.flux, FIELDS) < 1e-14


def test_equilibrium_profile_carries_no_flux(make):
    """c = exp(-phi): diffusion and migration cancel."""
    gradient = 1.7
    c = math.exp(0.4)
    kernel = make(IonMigration, variable="c", potential="phi", diffusivity=0.3)
    q = SamplePoints({"c": {"value": c}, "phi": {"grad": (gradient, 0.0)}}, dual=False)
    assert kernel.flux(q)[0] == pytest.approx(
        0.3 * gradient * c
    )  # diffusion: 0.3 * dc/dx = -0.3 * gradient * c


def stabilization(make, v, grad_c, h):
    kernel = make(StreamlineStabilization, variable="c", potential="phi", diffusivity=1.0)
    fields = {"c": {"grad": grad_c}, "phi": {"grad_old": v}}
    return kernel.flux(SamplePoints(fields, cell_size=h, dual=False))


def test_stabilization_at_peclet_two(make):
    """|v| = 5, h = 0.8: Pe = 2, Pe coth Pe - 1 = 1.0746294..., along (3, 4)/5."""
    excess = 2 / math.tanh(2) - 1
    assert excess == pytest.approx(1.0746294415, rel=1e-10)
    flux = stabilization(make, (3.0, 4.0), (1.0, 1.0), 0.8)
    assert list(flux)[:2] == pytest.approx([excess * 7 * 3 / 25, excess * 7 * 4 / 25])


def test_stabilization_for_slow_and_no_drift(make):
    slow = stabilization(make, (1e-3, 0.0), (1.0, 1.0), 0.5)
    assert slow[0] == pytest.approx((0.5 * 0.5e-3) ** 2 / 3, rel=1e-12)
    assert slow[1] == 0.0
    none = stabilization(make, (np.array([0.0, 1e-13]), np.array([0.0, 0.0])), (1.0, 1.0), 0.5)
    assert list(none[0]) == [0.0, 0.0]


def test_series_and_closed_form_join(make):
    below = stabilization(make, (0.999999e-3, 0.0), (1.0, 0.0), 2.0)[0]
    above = stabilization(make, (1.000001e-3, 0.0), (1.0, 0.0), 2.0)[0]
    assert below == pytest.approx(above, rel=1e-5)


def test_stabilized_flux_is_scharfetter_gummel(make):
    """Linear c in a cell of size h: flux [B(v h) c_left - B(-v h) c_right]/h, B the Bernoulli function."""
    v, h, left, right = 3.0, 0.7, 2.0, 0.5

    def bernoulli(x):
        return x / math.expm1(x)

    gradient = (right - left) / h
    migration = make(IonMigration, variable="c", potential="phi", diffusivity=1.0)
    middle = SamplePoints({"c": {"value": 0.5 * (left + right)}, "phi": {"grad": (v, 0.0)}}, dual=False)
    galerkin = gradient + migration.flux(middle)[0]
    total = galerkin + stabilization(make, (v, 0.0), (gradient, 0.0), h)[0]
    assert -total == pytest.approx((bernoulli(v * h) * left - bernoulli(-v * h) * right) / h)


def test_stabilization_partials(make):
    kernel = make(StreamlineStabilization, variable="c", potential="phi", diffusivity="D")
    fields = {**FIELDS, "phi": {"grad_old": (np.array([[3.0, 0.0]]), np.array([[40.0, 0.0]]))}}

    def flux(q):
        q._properties["D"] = 0.1 + q.value("eta") * q.value("eta")
        return kernel.flux(q)

    assert partial_errors(flux, fields, cell_size=0.1) < 1e-13


def rate_of(make, fields, **given):
    material = make(
        ButlerVolmerRate, eta="eta", concentration="c", potential="phi", rate_constant=0.6, **given
    )
    return material.properties(SamplePoints(fields, materials=(Switch(),), dual=False))["I_BV"]


def test_rate_of_the_saturated_electrolyte(make):
    """c = 1, dG = -8 RT: L_eta h' (e^-4 - e^4), negative for deposition."""
    state = {"eta": {"value": 0.5}, "c": {"value": 1.0}, "phi": {"value": -3.0}}
    exact = 0.6 * 1.875 * (math.exp(-4) - math.exp(4))
    assert rate_of(make, state, reaction_energy=-8) == pytest.approx(exact)
    assert exact == pytest.approx(-61.4023, rel=1e-5)
    squared = rate_of(make, state, reaction_energy=-8, rate_squared="true")
    assert squared == pytest.approx(0.6 * exact)


def test_rate_with_overpotential_and_depleted_electrolyte(make):
    state = {"eta": {"value": 0.5}, "c": {"value": 0.5}, "phi": {"value": -3.0}}
    half = 0.5 * (-8 + 0.1 * -3)
    found = rate_of(make, state, reaction_energy=-8, potential_factor=0.1)
    assert found == pytest.approx(0.6 * 1.875 * (math.exp(half) - 0.5 * math.exp(-half)))
    state["c"]["value"] = -0.2
    assert rate_of(make, state, reaction_energy=-8) == pytest.approx(0.6 * 1.875 * math.exp(-4))


def test_rate_partials_and_kernel(make):
    material = make(
        ButlerVolmerRate,
        eta="eta",
        concentration="c",
        potential="phi",
        rate_constant=0.6,
        reaction_energy=-8,
        potential_factor=0.05,
    )
    kernel = make(ButlerVolmerReaction, variable="eta")
    assert partial_errors(kernel.value, FIELDS, materials=(Switch(), material)) < 1e-13
    assert kernel.value(SamplePoints({}, {"I_BV": -2.0})) == -2.0


def test_current_density(make):
    material = make(CurrentDensity, potential="phi", conductivity=2.0, scale=10.0)
    found = material.properties(SamplePoints({"phi": {"grad": (3.0, 4.0)}}, dual=False))
    assert list(found["current_density"]) == pytest.approx([-60.0, -80.0, 0.0])
    assert found["current_density_magnitude"] == pytest.approx(100.0)
    assert partial_errors(lambda q: material.properties(q)["current_density"], FIELDS) < 1e-14


@pytest.mark.parametrize("cls, parameter", [(AppliedCurrentBC, "current"), (IonInflowBC, "inflow")])
def test_inflow_enters_with_a_minus(make, cls, parameter):
    bc = make(cls, variable="phi", boundary="left", **{parameter: 2.5})
    assert bc.value(SamplePoints({})) == -2.5
    varying = make(cls, variable="phi", boundary="left", **{parameter: "ramp"})
    assert varying.value(SamplePoints({}, functions={"ramp": lambda x, y, z, t: 3 * t}, t=2.0)) == -6.0


def test_integral_of_a_rate(make):
    pp = make(ElementIntegralTimeDerivative, variable="eta", coefficient=3.5)
    assert pp.integrand(SamplePoints({"eta": {"dot": 2.0}}, dual=False)) == 7.0
    assert pp.reduction == "integral"


def test_rate_needs_a_derivative_of_h(make):
    with pytest.raises(DeckError, match="a property with a derivative is needed"):
        rate_of(make, {}, reaction_energy=-8, h_name=1)
