"""The short forms of Allen-Cahn and Cahn-Hilliard, and small terms and materials that go with them."""

import numpy as np
import pytest
from alces.hit import DeckError, parse
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.actions.conserved import Conserved
from alces_phase_field.actions.nonconserved import Nonconserved
from alces_phase_field.aux.total_free_energy import TotalFreeEnergy
from alces_phase_field.ics.ramp_ic import RampIC
from alces_phase_field.kernels.ch_soret_mobility import CHSoretMobility
from alces_phase_field.kernels.ch_split_chemical_potential import CHSplitChemicalPotential
from alces_phase_field.kernels.ch_split_concentration import CHSplitConcentration
from alces_phase_field.kernels.coupled_material_derivative import CoupledMaterialDerivative
from alces_phase_field.materials.math_eb_free_energy import MathEBFreeEnergy
from alces_phase_field.materials.math_free_energy import MathFreeEnergy
from alces_phase_field.materials.switching_function_3_phase_material import SwitchingFunction3PhaseMaterial
from alces_phase_field.materials.switching_function_multi_phase_material import (
    SwitchingFunctionMultiPhaseMaterial,
)

ETAS = {"a": {"value": 0.5}, "b": {"value": 0.2}, "c": {"value": 0.3}}


def types(action):
    deck = parse("[Mesh]\n[]\n")
    action.expand(deck)
    found = [(k.get("type"), k.get("variable")) for k in deck.children["Kernels"].children.values()]
    return deck, sorted(found)


def test_nonconserved(make):
    deck, found = types(make(Nonconserved, name="eta", free_energy="F", kappa=2.0, variable_mobility="false"))
    assert list(deck.children["Variables"].children) == ["eta"]
    assert found == [("ACInterface", "eta"), ("AllenCahn", "eta"), ("TimeDerivative", "eta")]
    assert deck.find("Kernels/ACInterface_eta").get("variable_L") == "false"


@pytest.mark.parametrize(
    ("form", "variables", "kernels"),
    [
        (
            "REVERSE_SPLIT",
            ["c", "chem_pot_c"],
            [("CoupledTimeDerivative", "chem_pot_c"), ("SplitCHParsed", "c"), ("SplitCHWRes", "chem_pot_c")],
        ),
        (
            "FORWARD_SPLIT",
            ["c", "chem_pot_c"],
            [
                ("CoefReaction", "chem_pot_c"),
                ("CoupledMaterialDerivative", "chem_pot_c"),
                ("MatDiffusion", "c"),
                ("MatDiffusion", "chem_pot_c"),
                ("TimeDerivative", "c"),
            ],
        ),
        ("DIRECT", ["c"], [("CHInterface", "c"), ("CahnHilliard", "c"), ("TimeDerivative", "c")]),
    ],
)
def test_conserved(make, form, variables, kernels):
    deck, found = types(make(Conserved, name="c", solve_type=form, free_energy="F", kappa=2, mobility=1))
    assert list(deck.children["Variables"].children) == variables
    assert found == kernels
    assert deck.find("Variables/c").get("family") == ("HERMITE" if form == "DIRECT" else "LAGRANGE")


def test_a_name_that_is_taken_is_an_error(make):
    deck = parse("[Variables]\n[eta]\n[]\n[]\n")
    with pytest.raises(DeckError, match="has one already"):
        make(Nonconserved, name="eta", free_energy="F").expand(deck)


def test_derivative_in_another_equation(make):
    kernel = make(CoupledMaterialDerivative, variable="w", v="c", f_name="F")
    assert kernel.value(SamplePoints({}, properties={"dF/dc": 3.0})) == 3.0


def test_soret_flux(make):
    """M grad T / T with grad T = (3, 4) at T = 50."""
    kernel = make(CHSoretMobility, variable="c", T="T", mobility=-20.0)
    fields = {"T": {"value": 50.0, "grad": (3.0, 4.0)}}
    assert list(kernel.flux(SamplePoints(fields, dual=False)))[:2] == pytest.approx([-1.2, -1.6])
    assert partial_errors(kernel.flux, fields) < 1e-13


def test_split_terms(make):
    fields = {"mu": {"value": 2.0, "grad": (3.0, 4.0)}, "c": {"value": 0.5}}
    q = SamplePoints(fields, properties={"M": 0.1, "p": 0.7}, dual=False)
    flux = make(CHSplitConcentration, variable="c", chemical_potential_var="mu", mobility="M").flux(q)
    assert list(flux)[:2] == pytest.approx([0.3, 0.4])
    assert make(CHSplitChemicalPotential, variable="mu", chemical_potential="p").value(q) == pytest.approx(
        1.3
    )


@pytest.mark.parametrize("cls", [MathEBFreeEnergy, MathFreeEnergy])
def test_double_well(make, cls):
    """F = (1 - c^2)^2 / 4: derivatives c^3 - c, 3 c^2 - 1, 6 c."""
    found = make(cls, c="c").properties(SamplePoints({"c": {"value": 0.5}}, dual=False))
    values = [found[n] for n in ("F", "dF/dc", "d^2F/dc^2", "d^3F/dc^3")]
    assert values == pytest.approx([0.75**2 / 4, 0.125 - 0.5, -0.25, 3.0])


def test_three_phases_share_one(make):
    names = ("abc", "bca", "cab")
    h = [
        make(SwitchingFunction3PhaseMaterial, eta_i=i, eta_j=j, eta_k=k, property_name="h").properties(
            SamplePoints(ETAS, dual=False)
        )
        for i, j, k in names
    ]
    assert sum(m["h"] for m in h) == pytest.approx(1.0)
    pure = {"a": {"value": 1.0}, "b": {"value": 0.0}, "c": {"value": 0.0}}
    material = make(SwitchingFunction3PhaseMaterial, eta_i="a", eta_j="b", eta_k="c", property_name="h")
    at_pure = material.properties(SamplePoints(pure, dual=False))
    assert at_pure["h"] == pytest.approx(1.0) and at_pure["dh/da"] == pytest.approx(-15 / 2 + 4 + 7 / 2)


def test_phases_with_several_order_parameters(make):
    material = make(SwitchingFunctionMultiPhaseMaterial, h_name="h", all_etas="a b c", phase_etas="a b")
    found = material.properties(SamplePoints(ETAS, dual=False))
    assert found["h"] == pytest.approx(0.29 / 0.38)
    assert found["dh/dc"] == pytest.approx(-0.29 * 0.6 / 0.38**2)
    with pytest.raises(DeckError, match="'d' is not one of 'all_etas'"):
        make(SwitchingFunctionMultiPhaseMaterial, h_name="h", all_etas="a b", phase_etas="d")


def test_total_energy(make):
    aux = make(
        TotalFreeEnergy, variable="energy", interfacial_vars="c", kappa_names="k", additional_free_energy=5
    )
    q = SamplePoints({"c": {"grad": (3.0, 4.0)}}, properties={"F": 2.0, "k": 0.4}, dual=False)
    assert aux.value(q) == pytest.approx(2.0 + 0.2 * 25 + 5.0)


def test_ramp_spans_the_mesh(make):
    ramp = make(RampIC, variable="T", value_left=900, value_right=1000)
    q = SamplePoints({}, x=np.array([[-1.0], [0.0], [3.0]]), mesh_bounds=((-1.0, 0.0, 0.0), (3.0, 1.0, 0.0)))
    assert ramp.value(q)[:, 0].tolist() == pytest.approx([900.0, 925.0, 1000.0])
