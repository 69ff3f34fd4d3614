"""Kernels and boundary conditions of mechanics."""

from __future__ import annotations

import pytest
from alces.ad import Tensor
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_mechanics.bcs.pressure import Pressure
from alces_mechanics.kernels.gravity import Gravity
from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors

STRESS = Tensor.symmetric(1.0, 2.0, 3.0, yz=4.0, xz=5.0, xy=6.0)


def test_the_flux_of_a_direction_is_its_row_of_the_stress(make):
    q = SamplePoints({}, properties={"stress": STRESS, "metal_stress": STRESS * 2.0})
    names = "disp_x disp_y"
    row = make(StressDivergenceTensors, variable="disp_y", component=1, displacements=names).flux(q)
    assert list(row) == [6.0, 2.0, 4.0]
    other = make(
        StressDivergenceTensors, variable="disp_x", component=0, displacements=names, base_name="metal"
    )
    assert list(other.flux(q)) == [2.0, 12.0, 10.0]


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"variable": "disp_x", "component": 2}, "there are only 2 displacements"),
        ({"variable": "disp_x", "component": 1}, "is 'disp_y', not 'disp_x'"),
        (
            {
                "variable": "disp_x",
                "component": 0,
                "use_displaced_mesh": "true",
                "volumetric_locking_correction": "true",
            },
            "is for the mesh at rest",
        ),
    ],
)
def test_inconsistent_equilibrium_is_refused(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(StressDivergenceTensors, displacements="disp_x disp_y", **params)


def test_gravity_pulls_with_density_times_acceleration(make):
    q = SamplePoints({}, properties={"density": 2700.0}, functions={"ramp": 0.5})
    assert make(Gravity, variable="disp_y", value=-9.81).value(q) == pytest.approx(2700 * 9.81)
    half = make(Gravity, variable="disp_y", value=-9.81, function="ramp", density=100)
    assert half.value(q) == pytest.approx(0.5 * 100 * 9.81)


def test_pressure_pushes_against_the_outward_normal(make):
    """Traction -p n stands on the right-hand side, so the residual holds +p n_i."""
    q = SamplePoints({}, normal=(0.6, 0.8, 0.0), functions={"p": 3.0, "scale": 2.0})
    common = {"boundary": "right", "displacements": "disp_x disp_y", "factor": 5}
    assert make(Pressure, variable="disp_x", **common).value(q) == pytest.approx(5 * 0.6)
    full = make(Pressure, variable="disp_y", function="p", postprocessor="scale", **common)
    assert full.value(q) == pytest.approx(5 * 3 * 2 * 0.8)
    assert make(Pressure, variable="disp_r", boundary="right", component=1).value(q) == pytest.approx(0.8)


def test_pressure_needs_to_know_its_direction(make):
    with pytest.raises(DeckError, match="must hold the variable 'temp'"):
        make(Pressure, variable="temp", boundary="right", displacements="disp_x disp_y")
