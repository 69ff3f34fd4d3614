"""Heat conduction: hand-computed values, signs and partials."""

from __future__ import annotations

import alces_heat as heat
import numpy
import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.params import declared
from alces.physics.sample import SamplePoints, partial_errors
from alces.registry import load_plugins

FIELDS = {
    "T": {"value": 350.0, "grad": (3.0, -1.0), "dot": 5.0},
    "phi": {"value": 0.5, "grad": (1.0, 2.0)},
    "Tf": {"value": 300.0},
    "h": {"value": 10.0},
}
PROPERTIES = {
    "thermal_conductivity": 2.0,
    "k2": 4.0,
    "specific_heat": 385.0,
    "density": 10.0,
    "heat_source": 7.0,
    "electrical_conductivity": 6.0,
    "Tinf": 340.0,
    "htc": 20.0,
}


def points():
    return SamplePoints(
        FIELDS, properties=PROPERTIES, functions={"f": lambda x, y, z, t: 100.0 * t, "pp": 3.0}, t=2.0
    )


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (heat.HeatConduction, {}, [6.0, -2.0, 0.0]),
        (heat.HeatConduction, {"diffusion_coefficient": "k2"}, [12.0, -4.0, 0.0]),
    ],
)
def test_conduction(make, cls, params, expected):
    flux = make(cls, variable="T", **params).flux(points())
    assert [value(c) for c in flux] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (heat.HeatConductionTimeDerivative, {}, 10.0 * 385.0 * 5.0),
        (heat.HeatSource, {"value": 2, "function": "f", "postprocessor": "pp"}, -1200.0),
        (heat.MatHeatSource, {"material_property": "heat_source", "scalar": 2}, -14.0),
        (heat.JouleHeatingSource, {"elec": "phi"}, -30.0),
    ],
)
def test_sources(make, cls, params, expected):
    assert value(make(cls, variable="T", **params).value(points())) == pytest.approx(expected)


def test_only_storage_is_a_time_term(make):
    assert make(heat.HeatConductionTimeDerivative, variable="T").time
    assert not make(heat.JouleHeatingSource, variable="T", elec="phi").time


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (heat.ConvectiveFluxFunction, {"T_infinity": "f", "coefficient": 4}, 600.0),
        (heat.ConvectiveHeatFluxBC, {"T_infinity": "Tinf", "heat_transfer_coefficient": "htc"}, 200.0),
        (heat.CoupledConvectiveHeatFluxBC, {"T_infinity": "Tf", "htc": "h"}, 500.0),
        (
            heat.CoupledConvectiveHeatFluxBC,
            {"T_infinity": "Tf 250", "htc": "h 1", "alpha": "0.5 0.5", "scale_factor": 2},
            2 * (250 + 50),
        ),
    ],
)
def test_convection_cools_a_hot_wall(make, cls, params, expected):
    bc = make(cls, variable="T", boundary="right", **params)
    assert value(bc.value(points())) == pytest.approx(expected)


def test_partials(make):
    rng = numpy.random.default_rng(1)
    fields = {
        n: {"value": rng.uniform(1, 2, (2, 2)), "grad": (rng.uniform(1, 2, (2, 2)), 0.3)} for n in FIELDS
    }
    joule = make(heat.JouleHeatingSource, variable="T", elec="phi")
    bc = make(heat.CoupledConvectiveHeatFluxBC, variable="T", boundary="right", T_infinity="Tf", htc="h")
    assert partial_errors(joule.value, fields, properties=PROPERTIES) < 1e-14
    assert partial_errors(bc.value, fields) < 1e-14


def test_material(make):
    m = make(heat.HeatConductionMaterial, specific_heat=0.116, thermal_conductivity=4.85e-4)
    q = SamplePoints({}, materials=(m,))
    assert (q.property("specific_heat"), q.property("thermal_conductivity")) == (0.116, 4.85e-4)
    only = make(heat.HeatConductionMaterial, specific_heat=2)
    assert list(only.provides()) == ["specific_heat"]
    with pytest.raises(DeckError, match="give thermal_conductivity"):
        make(heat.HeatConductionMaterial)


def test_material_that_depends_on_temperature(make):
    """k = 2 T (held at T = 3 below that), c = 5: the function sees temperature as its time."""
    m = make(heat.HeatConductionMaterial, temp="T", thermal_conductivity_temperature_function="f",
             specific_heat=5, min_T=3)
    twice = {"f": lambda x, y, z, t: 2.0 * t}
    k = SamplePoints({"T": {"value": 4.0}}, materials=(m,), functions=twice).property("thermal_conductivity")
    assert (k.v, [*k.d.values()]) == (8.0, [2.0])
    cold = SamplePoints({"T": {"value": 1.0}}, materials=(m,), functions=twice)
    assert value(cold.property("thermal_conductivity")) == 6.0
    assert cold.property("specific_heat") == 5


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"thermal_conductivity": 1, "thermal_conductivity_temperature_function": "t"}, "excludes"),
        ({"specific_heat_temperature_function": "t"}, "needs 'temp'"),
    ],
)
def test_material_with_too_much_or_too_little(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(heat.HeatConductionMaterial, **params)


def test_heat_lost_by_convection(make):
    given = {"T_solid": "T", "boundary": "right"}
    by_variables = make(heat.ConvectiveHeatTransferSideIntegral, **given, T_fluid_var="Tf", htc_var="h")
    by_properties = make(heat.ConvectiveHeatTransferSideIntegral, **given, T_fluid="Tinf", htc="htc")
    assert value(by_variables.integrand(points())) == 500.0
    assert value(by_properties.integrand(points())) == 200.0
    with pytest.raises(DeckError, match="either 'htc' or 'htc_var'"):
        make(heat.ConvectiveHeatTransferSideIntegral, **given, T_fluid="Tinf")


def test_every_object_is_described():
    for cls in heat.alces_objects():
        assert cls.__doc__ and cls.system
        assert all(p.doc for p in declared(cls).values()), cls


def test_resistance_rises_with_temperature(make):
    m = make(heat.ElectricalConductivity, temperature="T")
    copper = 1 / (1.68e-8 * (1 + 0.00386 * (350 - 293)))
    q = SamplePoints(FIELDS, materials=(m,))
    assert value(q.property("electrical_conductivity")) == pytest.approx(copper)
    named = make(
        heat.ElectricalConductivity, base_name="wire", ref_resistivity=2, temp_coeff=0, length_scale=4
    )
    assert value(SamplePoints({}, materials=(named,)).property("wire_electrical_conductivity")) == 2.0
    assert partial_errors(lambda p: p.property("electrical_conductivity"), FIELDS, materials=(m,)) < 1e-14


def test_mat_heat_source_under_moose_names(make):
    """`type = ADMatHeatSource` is the same object; without a property the source is `scalar`."""
    assert load_plugins().find("Kernels", "ADMatHeatSource") is heat.MatHeatSource
    assert value(make(heat.MatHeatSource, variable="T", scalar=3).value(points())) == -3.0
