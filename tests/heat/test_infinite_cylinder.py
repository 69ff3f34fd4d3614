"""Radiation between coaxial cylinders."""

import pytest
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_heat.bcs.infinite_cylinder_radiative_bc import InfiniteCylinderRadiativeBC

GIVEN = {"variable": "T", "boundary": "right", "boundary_radius": 2, "cylinder_radius": 3, "Tinfinity": 500}


def test_grey_cylinders(make):
    """q = sigma (T^4 - T_inf^4) / (1/e_b + r_b/r_c (1/e_c - 1)), the textbook's form."""
    bc = make(InfiniteCylinderRadiativeBC, boundary_emissivity=0.2, cylinder_emissivity=0.7, **GIVEN)
    q = SamplePoints({"T": {"value": 800.0}}, dual=False)
    expected = 5.670367e-8 * (800.0**4 - 500.0**4) / (1 / 0.2 + 2 / 3 * (1 / 0.7 - 1))
    assert bc.value(q) == pytest.approx(expected)
    assert partial_errors(bc.value, {"T": {"value": 800.0}}) < 1e-13


def test_black_and_equal_temperatures(make):
    bc = make(InfiniteCylinderRadiativeBC, **GIVEN)
    assert bc.value(SamplePoints({"T": {"value": 500.0}}, dual=False)) == 0.0
    assert bc.value(SamplePoints({"T": {"value": 600.0}}, dual=False)) == pytest.approx(
        5.670367e-8 * (600.0**4 - 500.0**4))


def test_the_cylinder_is_outside(make):
    with pytest.raises(DeckError, match="must not be below"):
        make(InfiniteCylinderRadiativeBC, **{**GIVEN, "cylinder_radius": 1})
