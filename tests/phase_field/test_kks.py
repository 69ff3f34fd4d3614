"""KKS and grand-potential terms: hand-worked numbers and complex step."""

import numpy as np
import pytest
from alces.ad import Vector, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field.aux.kks_global_free_energy import KKSGlobalFreeEnergy
from alces_phase_field.aux.kks_multi_free_energy import KKSMultiFreeEnergy
from alces_phase_field.kernels.ac_switching import ACSwitching
from alces_phase_field.kernels.coupled_switching_time_derivative import CoupledSwitchingTimeDerivative
from alces_phase_field.kernels.kks_ac_bulk_c import KKSACBulkC
from alces_phase_field.kernels.kks_ac_bulk_f import KKSACBulkF
from alces_phase_field.kernels.kks_multi_ac_bulk_c import KKSMultiACBulkC
from alces_phase_field.kernels.kks_multi_ac_bulk_f import KKSMultiACBulkF
from alces_phase_field.kernels.kks_multi_phase_concentration import KKSMultiPhaseConcentration
from alces_phase_field.kernels.kks_phase_chemical_potential import KKSPhaseChemicalPotential
from alces_phase_field.kernels.kks_phase_concentration import KKSPhaseConcentration
from alces_phase_field.kernels.kks_split_ch_c_res import KKSSplitCHCRes
from alces_phase_field.kernels.simple_coupled_ac_interface import SimpleCoupledACInterface
from alces_phase_field.kernels.susceptibility_time_derivative import SusceptibilityTimeDerivative
from alces_phase_field.materials.switching_function_material import SwitchingFunctionMaterial

FIELDS = {
    "eta": {
        "value": np.array([[0.25, 0.7]]),
        "grad": (np.array([[3.0, -1.0]]), np.array([[4.0, 2.0]])),
        "dot": np.array([[2.0, 1.0]]),
    },
    "c": {"value": np.array([[0.5, 0.4]])},
    "ca": {"value": np.array([[0.2, 0.3]])},
    "cb": {"value": np.array([[0.8, 0.6]])},
    "w": {"value": np.array([[1.5, 1.0]]), "dot": np.array([[4.0, 5.0]])},
}
PLAIN = {
    "eta": {"value": 0.5, "grad": (3.0, 4.0), "dot": 2.0},
    "c": {"value": 0.5},
    "ca": {"value": 0.2},
    "cb": {"value": 0.8},
    "w": {"value": 1.5, "dot": 4.0},
}
PROPERTIES = {
    "L": 2.0,
    "h": 0.25,
    "dh/deta": 1.5,
    "g": 0.0625,
    "dg/deta": -0.5,
    "Fa": 10.0,
    "Fb": 4.0,
    "dFa/dca": 3.0,
    "dFb/dcb": 5.0,
    "h1": 0.25,
    "h2": 0.75,
    "dh1/deta": 1.5,
    "dh2/deta": -1.5,
    "kappa": 2.0,
    "g1": 0.1,
    "g2": 0.2,
    "kappa_op": 3.0,
}


def at(**fields):
    return SamplePoints({**PLAIN, **fields}, properties=PROPERTIES, dual=False)


@pytest.mark.parametrize(
    ("cls", "parameters", "expected"),
    [
        (
            KKSPhaseConcentration,
            {"variable": "cb", "ca": "ca", "c": "c", "eta": "eta"},
            0.75 * 0.2 + 0.25 * 0.8 - 0.5,
        ),
        (
            KKSPhaseChemicalPotential,
            {"variable": "ca", "cb": "cb", "fa_name": "Fa", "fb_name": "Fb"},
            3.0 - 5.0,
        ),
        (
            KKSPhaseChemicalPotential,
            {"variable": "ca", "cb": "cb", "fa_name": "Fa", "fb_name": "Fb", "ka": 2, "kb": 4},
            1.5 - 1.25,
        ),
        (KKSSplitCHCRes, {"variable": "c", "ca": "ca", "fa_name": "Fa", "w": "w"}, 3.0 - 1.5),
        (
            KKSACBulkF,
            {"variable": "eta", "fa_name": "Fa", "fb_name": "Fb", "w": 0.4},
            2.0 * (-1.5 * 6.0 - 0.4 * 0.5),
        ),
        (
            KKSACBulkC,
            {"variable": "eta", "fa_name": "Fa", "ca": "ca", "cb": "cb"},
            2.0 * 1.5 * 3.0 * (0.2 - 0.8),
        ),
        (
            KKSMultiACBulkF,
            {
                "variable": "w",
                "Fj_names": "Fa Fb",
                "hj_names": "h1 h2",
                "eta_i": "eta",
                "gi_name": "g",
                "wi": 0.4,
            },
            2.0 * (1.5 * 10.0 - 1.5 * 4.0 - 0.4 * 0.5),
        ),
        (
            KKSMultiACBulkC,
            {"variable": "w", "Fj_names": "Fa Fb", "hj_names": "h1 h2", "cj_names": "ca cb", "eta_i": "eta"},
            -2.0 * 3.0 * (1.5 * 0.2 - 1.5 * 0.8),
        ),
        (
            KKSMultiPhaseConcentration,
            {"variable": "cb", "cj": "ca cb", "hj_names": "h1 h2", "etas": "eta", "c": "c"},
            0.25 * 0.2 + 0.75 * 0.8 - 0.5,
        ),
        (
            ACSwitching,
            {"variable": "eta", "Fj_names": "Fa Fb", "hj_names": "h1 h2"},
            2.0 * 1.5 * (10.0 - 4.0),
        ),
        (
            CoupledSwitchingTimeDerivative,
            {"variable": "w", "v": "eta", "Fj_names": "Fa Fb", "hj_names": "h1 h2"},
            1.5 * (10.0 - 4.0) * 2.0,
        ),
        (SusceptibilityTimeDerivative, {"variable": "w", "f_name": "h"}, 0.25 * 4.0),
    ],
)
def test_values(make, cls, parameters, expected):
    assert value(make(cls, **parameters).value(at())) == pytest.approx(expected)


def test_coupled_interface(make):
    flux = make(SimpleCoupledACInterface, variable="w", v="eta", kappa_name="kappa").flux(at())
    assert list(flux) == pytest.approx([12.0, 16.0, 0.0])


def test_partials_go_through_the_switching_function(make):
    """h comes from a material here, so that the partials by eta enter through it."""
    h = make(SwitchingFunctionMaterial, eta="eta", h_order="HIGH")
    kernel = make(KKSPhaseConcentration, variable="cb", ca="ca", c="c", eta="eta")
    assert partial_errors(kernel.value, FIELDS, materials=(h,)) < 1e-13


def test_partials_of_a_rate(make):
    kernel = make(SusceptibilityTimeDerivative, variable="w", f_name=3.0)
    assert partial_errors(kernel.value, FIELDS, rate=10.0) < 1e-13


def test_global_energy(make):
    """h F_b + (1 - h) F_a + w g + kappa/2 |grad eta|^2 with |grad eta| = 5."""
    aux = make(
        KKSGlobalFreeEnergy,
        variable="F",
        fa_name="Fa",
        fb_name="Fb",
        w=0.4,
        interfacial_vars="eta",
        kappa_names="kappa",
    )
    assert aux.value(at()) == pytest.approx(0.25 * 4.0 + 0.75 * 10.0 + 0.4 * 0.0625 + 25.0)


def test_switching_functions_of_other_order_parameters(make):
    """h2 has no derivative by eta: it adds nothing; h3 and h4 both have none, which is a mistake."""
    given = {"variable": "w", "Fj_names": "2 3", "eta_i": "eta", "gi_name": "g", "wi": 0, "mob_name": 1}
    q = SamplePoints(FIELDS, properties={"dh1/deta": 5.0, "dg/deta": 1.0}, dual=False)
    assert make(KKSMultiACBulkF, hj_names="h1 h2", **given).value(q) == 10.0
    with pytest.raises(KeyError, match="dh3/deta"):
        make(KKSMultiACBulkF, hj_names="h3 h4", **given).value(q)


def test_multiphase_energy(make):
    aux = make(KKSMultiFreeEnergy, variable="F", Fj_names="Fa Fb", hj_names="h1 h2", gj_names="g1 g2", w=0.5)
    assert aux.value(at()) == pytest.approx(0.25 * 10.0 + 0.75 * 4.0 + 0.5 * 0.3)


@pytest.mark.parametrize(
    ("cls", "parameters", "message"),
    [
        (ACSwitching, {"variable": "eta", "Fj_names": "Fa Fb", "hj_names": "h1"}, "needs 2 entries"),
        (
            KKSPhaseChemicalPotential,
            {"variable": "ca", "cb": 0.5, "fa_name": "Fa", "fb_name": "Fb"},
            "must be a variable",
        ),
        (ACSwitching, {"variable": "eta", "Fj_names": "Fa", "hj_names": "1"}, "not the number 1"),
    ],
)
def test_mistakes(make, cls, parameters, message):
    with pytest.raises(DeckError, match=message):
        make(cls, **parameters)


def test_no_flux_from_a_pure_source(make):
    assert not isinstance(make(KKSSplitCHCRes, variable="c", ca="ca", fa_name="Fa", w="w").flux(at()), Vector)
