"""Terms and interface properties: values by hand."""

from __future__ import annotations

import math

import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_phase_field import kernels, materials

FIELDS = {
    "u": {"value": 2.0, "grad": (3.0, -1.0)},
    "w": {"value": 0.5, "grad": (1.0, 4.0)},
}
PROPERTIES = {
    "L": 3.0, "kappa_op": 0.5, "eps": 2.0, "deps": -0.5, "dF/dw": 11.0, "dmu/du": 4.0, "dkappa_op/du": 6.0,
    "gamma": 1.5, "h1": 0.6, "h2": 0.7, "dh1/du": 9.0,
}
ETAS = {"h_names": "h1 h2", "etas": "u w"}


def points():
    return SamplePoints(FIELDS, PROPERTIES)


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (kernels.ACInterfaceKobayashi1, {}, [-3.0, -9.0, 0.0]),
        (kernels.ACInterfaceKobayashi2, {}, [36.0, -12.0, 0.0]),
        (kernels.LaplacianSplit, {"c": "w"}, [1.0, 4.0, 0.0]),
        (kernels.SimpleACInterface, {}, [4.5, -1.5, 0.0]),
    ],
)
def test_fluxes(make, cls, params, expected):
    kernel = make(cls, variable="u", **params)
    assert [value(c) for c in kernel.flux(points())] == pytest.approx(expected)
    assert kernel.value(points()) is None


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (kernels.CoupledAllenCahn, {"f_name": "F", "v": "w"}, 33.0),
        # f0 = 1/4 + (16/4 - 4/2) + (1/64 - 1/8) + 1.5 * 4 / 4 = 3.640625, times L dmu/du
        (kernels.ACBarrierFunction, {"v": "w", "gamma": "gamma"}, 12.0 * 3.640625),
        (kernels.ACKappaFunction, {"v": "w"}, 0.5 * 3.0 * 6.0 * (10.0 + 17.0)),
        (kernels.ACKappaFunction, {}, 0.5 * 3.0 * 6.0 * 10.0),
        (kernels.SwitchingFunctionConstraintLagrange, {**ETAS, "epsilon": 0.1}, 0.1),
        (kernels.SwitchingFunctionConstraintEta, {"h_name": "h1", "lambda": "w"}, 4.5),
        (kernels.SwitchingFunctionPenalty, {**ETAS, "penalty": 10}, 2.0 * 10.0 * 0.3 * 9.0),
    ],
)
def test_values(make, cls, params, expected):
    assert value(make(cls, variable="u", **params).value(points())) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("cls", "params", "message"),
    [
        (kernels.CoupledAllenCahn, {"f_name": "3", "v": "w"}, "not the number 3"),
        (kernels.SwitchingFunctionPenalty, {"h_names": "h1", "etas": "w"}, "'u' is not among them"),
        (kernels.SwitchingFunctionPenalty, {"h_names": "h1", "etas": "u w"}, "needs 1 entries"),
        (kernels.SwitchingFunctionConstraintLagrange, {"h_names": "h1 h2", "etas": "u"}, "needs 2 entries"),
    ],
)
def test_kernels_that_do_not_fit(make, cls, params, message):
    with pytest.raises(DeckError, match=message):
        make(cls, variable="u", **params)


@pytest.mark.parametrize("angle", [0.0, 0.4, 2.0, -2.9])
def test_interface_orientation(make, angle):
    options = {"op": "u", "mode_number": 5, "reference_angle": 30, "eps_bar": 0.1}
    material = make(materials.InterfaceOrientationMaterial, **options)
    gradient = (7.0 * math.cos(angle), 7.0 * math.sin(angle))
    found = material.properties(SamplePoints({"u": {"grad": gradient}}, dual=False))
    turned = 5.0 * (angle - math.pi / 6.0)
    assert found["eps"] == pytest.approx(0.1 * (1.0 + 0.04 * math.cos(turned)))
    assert found["deps"] == pytest.approx(-0.1 * 0.04 * 5.0 * math.sin(turned))


def test_interface_orientation_without_a_gradient(make):
    material = make(materials.InterfaceOrientationMaterial, op="u")
    for slope, cosine in ((0.0, -1.0), (1e-6, 1.0), (-1e-6, 1.0)):  # angles 0, 90, -90 degrees from 90
        found = material.properties(SamplePoints({"u": {"grad": (0.0, slope)}}, dual=False))
        assert found["eps"] == pytest.approx(0.01 * (1.0 + 0.04 * cosine))


def test_multi_barrier(make):
    fields = {"u": {"value": 2.0}, "w": {"value": 0.5}}
    material = make(materials.MultiBarrierFunctionMaterial, etas="u w")
    found = material.properties(SamplePoints(fields, dual=False))
    assert found == {"g": 4.0625, "dg/du": 12.0, "d^2g/du^2": 26.0, "dg/dw": 0.0, "d^2g/dw^2": -1.0}
    wells = make(materials.MultiBarrierFunctionMaterial, etas="u w", well_only="true")
    found = wells.properties(SamplePoints(fields, dual=False))
    assert (found["g"], found["d^2g/du^2"], found["d^2g/dw^2"]) == (4.0, 26.0, 0.0)
