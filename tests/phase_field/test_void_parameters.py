"""Polynomial double wells, the parameters that go with them, and terms of the fourth-order equation."""

import numpy as np
import pytest
from alces.physics.sample import SamplePoints
from alces_phase_field.kernels.cahn_hilliard import CahnHilliard
from alces_phase_field.kernels.ch_interface import CHInterface
from alces_phase_field.kernels.ch_math import CHMath
from alces_phase_field.materials.pf_params_poly_free_energy import PFParamsPolyFreeEnergy
from alces_phase_field.materials.polynomial_free_energy import PolynomialFreeEnergy

COPPER = {"c": "c", "T": 1000, "int_width": 30, "D0": 3.1e-5, "Em": 0.71, "Ef": 1.28, "surface_energy": 0.7}


@pytest.mark.parametrize("order", ["4", "6", "8"])
@pytest.mark.parametrize("c", [0.1, 0.9])
def test_wells_are_flat_at_equilibrium(make, order, c):
    """dF/dc = 0 at c = a and 1 - a, and the curvature there is the one that the mobility is made for."""
    well = make(PolynomialFreeEnergy, c="c", polynomial_order=order)
    properties = {"c_eq": 0.1, "barr_height": 2.0}
    found = well.properties(SamplePoints({"c": {"value": c}}, properties=properties, dual=False))
    assert found["dF/dc"] == pytest.approx(0.0, abs=1e-10)
    assert found["d^2F/dc^2"] > 0.0


def test_the_fourth_order_well(make):
    well = make(PolynomialFreeEnergy, c="c", polynomial_order=4)
    q = SamplePoints({"c": {"value": 0.5}}, properties={"c_eq": 0.0, "barr_height": 2.0}, dual=False)
    assert well.properties(q)["F"] == pytest.approx(2.0)  # W in the middle


@pytest.mark.parametrize("order", ["4", "6", "8"])
def test_relations_between_parameters(make, order):
    """kappa and W give width and energy back: kappa / (2 W) = l^2; c_eq and D follow Arrhenius."""
    p = make(PFParamsPolyFreeEnergy, polynomial_order=order, **COPPER).properties(SamplePoints({}))
    assert p["kappa"] / (2 * p["barr_height"]) == pytest.approx(30.0**2)
    assert np.log(p["c_eq"]) == pytest.approx(-1.28 / (8.617343e-5 * 1000))
    assert p["D"] == pytest.approx(3.1e-5 * 1e9 * np.exp(-0.71 / (8.617343e-5 * 1000)))


def test_mobility_times_curvature_is_the_diffusivity(make):
    """For order 4, d^2F/dc^2 = 32 W at a = 0 and M = K D l / (32 s) with W = s / (2 l K): M F'' = D / 2."""
    cold = {**COPPER, "Ef": 100.0}
    p = make(PFParamsPolyFreeEnergy, polynomial_order=4, **cold).properties(SamplePoints({}))
    assert p["M"] * 32.0 * p["barr_height"] == pytest.approx(p["D"] / 2)


def test_bulk_terms(make):
    """M (3 c^2 - 1) grad c, and with the same F as a property M F'' grad c."""
    fields = {"c": {"value": 0.5, "grad": (3.0, 4.0), "laplacian": 6.0}}
    q = SamplePoints(fields, properties={"M": 2.0, "d^2F/dc^2": -0.25, "kappa": 5.0}, dual=False)
    assert list(make(CHMath, variable="c", mob_name="M").flux(q))[:2] == pytest.approx([-1.5, -2.0])
    assert list(make(CahnHilliard, variable="c", f_name="F").flux(q))[:2] == pytest.approx([-1.5, -2.0])


def test_gradient_terms(make):
    """kappa M laplacian c, and kappa laplacian c grad M where M depends on c."""
    fields = {"c": {"value": 0.5, "grad": (3.0, 4.0), "laplacian": 6.0}}
    term = make(CHInterface, variable="c", mob_name="M", kappa_name="kappa")
    q = SamplePoints(fields, properties={"M": 2.0, "kappa": 5.0}, dual=False)
    assert term.curvature(q) == pytest.approx(60.0) and term.flux(q) is None
    q = SamplePoints(fields, properties={"M": 2.0, "kappa": 5.0, "dM/dc": 0.1}, dual=False)
    assert list(term.flux(q))[:2] == pytest.approx([9.0, 12.0])
