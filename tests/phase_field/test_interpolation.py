"""Interpolations and barriers: numbers from the polynomials."""

import numpy as np
import pytest
from alces.ad import partials, value
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.materials.barrier_function_material import BarrierFunctionMaterial
from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial


def at(eta):
    return SamplePoints({"eta": {"value": eta}}, dual=False)


def test_quintic_values(make):
    found = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH").properties(at(0.5))
    assert found["h"] == pytest.approx(0.5, abs=1e-15)
    assert found["dh/deta"] == pytest.approx(1.875, abs=1e-15)
    assert found["d^2h/deta^2"] == pytest.approx(0.0, abs=1e-15)
    quarter = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH").properties(at(0.25))
    assert quarter["h"] == pytest.approx(53 / 512, rel=1e-14)
    assert quarter["d^2h/deta^2"] == pytest.approx(5.625, rel=1e-14)


def test_quintic_is_flat_outside(make):
    material = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    found = material.properties(SamplePoints({"eta": {"value": np.array([-0.3, 1.2])}}))
    assert value(found["h"]) == pytest.approx([0.0, 1.0])
    for name in ("h", "dh/deta"):
        assert partials(found[name])[0] == pytest.approx([0.0, 0.0])
    assert value(found["dh/deta"]) == pytest.approx([0.0, 0.0])


def test_cubic_values(make):
    material = make(SwitchingFunctionMaterial, eta="eta", function_name="p")
    found = material.properties(at(0.25))
    assert material.provides() == {"p": "scalar", "dp/deta": "scalar", "d^2p/deta^2": "scalar"}
    assert found["p"] == pytest.approx(0.15625)
    assert found["dp/deta"] == pytest.approx(1.125)
    assert found["d^2p/deta^2"] == pytest.approx(3.0)


def test_switching_of_a_number_has_no_derivative_properties(make):
    material = make(SwitchingFunctionMaterial, eta=0.5, h_order="HIGH")
    assert material.provides() == {"h": "scalar"}
    assert material.properties(at(0.0))["h"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    "order, exact",
    [("SIMPLE", (0.0625, 0.0, -1.0)), ("LOW", (0.25, 0.0, -2.0)), ("HIGH", (0.140625, 0.1875, -2.125))],
)
def test_barrier_values(make, order, exact):
    found = make(BarrierFunctionMaterial, eta="eta", g_order=order).properties(at(0.5))
    assert [found["g"], found["dg/deta"], found["d^2g/deta^2"]] == pytest.approx(exact, abs=1e-14)


def test_barrier_only_outside_the_wells(make):
    material = make(BarrierFunctionMaterial, eta="eta", well_only="true")
    found = material.properties(at(np.array([-1.0, 0.5, 2.0])))
    assert found["g"] == pytest.approx([4.0, 0.0, 4.0])


@pytest.mark.parametrize(
    "cls, name, options",
    [
        (SwitchingFunctionMaterial, "h", {"h_order": "SIMPLE"}),
        (SwitchingFunctionMaterial, "h", {"h_order": "HIGH"}),
        (BarrierFunctionMaterial, "g", {"g_order": "SIMPLE"}),
        (BarrierFunctionMaterial, "g", {"g_order": "LOW"}),
        (BarrierFunctionMaterial, "g", {"g_order": "HIGH"}),
    ],
)
def test_derivative_properties_are_the_derivatives(make, cls, name, options):
    material = make(cls, eta="eta", **options)
    eta = np.array([[0.1, 0.35, 0.5, 0.8]])
    found = material.properties(SamplePoints({"eta": {"value": eta}}))
    first, second = found[f"d{name}/deta"], found[f"d^2{name}/deta^2"]
    assert partials(found[name])[0] == pytest.approx(value(first), abs=1e-13)
    assert np.broadcast_to(partials(first)[0], eta.shape) == pytest.approx(
        np.broadcast_to(value(second), eta.shape)
    )
    assert partial_errors(lambda q: material.properties(q)[f"d{name}/deta"], {"eta": {"value": eta}}) < 1e-13
