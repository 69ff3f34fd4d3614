"""Scaled values of the reference set, as tabulated with the model."""

import pytest
from alces_sodium.parameters import (
    CURRENT_DENSITY_SCALE,
    PARAMETERS,
    SCALES,
    charge_number_density,
    parameter,
)


@pytest.mark.parametrize(
    "symbol, scaled",
    [
        ("sigma_DE", 1e8),
        ("sigma_GB", 2.5),
        ("D_DE", 1.5e-4),
        ("D_SE", 0.015),
        ("W", 3.6),
        ("L", 0.01),
        ("L_eta", 0.6),
        ("dG", -8),
        ("kappa0", 2.0),
        ("E_DE", 5e3),
        ("E_SE", 5e4),
        ("Y_DE", 0.5),
        ("Y_SE", 50),
        ("H_SE", 500),
        ("c_s", 1),
        ("gb_width", 0.08),
        ("gb_ramp", 0.015),
        ("nucleus_radius", 0.05),
        ("nucleus_profile", 0.02),
    ],
)
def test_scaled_values(symbol, scaled):
    assert parameter(symbol).scaled == pytest.approx(scaled, rel=1e-12)


def test_derived_scales():
    assert SCALES["V"] == pytest.approx(25.6926e-3, rel=1e-6)
    assert pytest.approx(2569.3, rel=1e-4) == CURRENT_DENSITY_SCALE
    assert charge_number_density() == pytest.approx(3.6465, rel=1e-4)
    assert charge_number_density(1e4) == pytest.approx(3.6465 * 0.10299, rel=1e-3)


def test_every_parameter_has_a_source_and_a_known_unit():
    assert all(p.source and p.meaning and p.unit in SCALES for p in PARAMETERS)
    with pytest.raises(KeyError, match="no parameter 'sigma'"):
        parameter("sigma")
