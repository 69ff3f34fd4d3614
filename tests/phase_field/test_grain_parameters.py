"""Gases, point defects, barriers, diffusivities and boundaries of grains: values by hand and closed forms."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors
from alces_phase_field import aux, materials
from alces_phase_field.materials.grain_pairs import GrainPair, middle, polynomial

GAS = {"c": "c", "T": "temp", "omega": 40.0, "m": 131.3}
STATE = {"c": {"value": numpy.array([[0.2]])}, "temp": {"value": numpy.array([[1100.0]])}}


def quantum_density(temperature):
    return (
        2.0 * math.pi * 131.3 * 1.0364271410595204e-28 * 8.6173303e-5 * temperature / 4.135667662e-15**2
    ) ** 1.5


def test_ideal_gas(make):
    """The pressure c/omega dF/dn - F is n k T, and the entropy is Sackur's and Tetrode's."""
    material = make(materials.IdealGasFreeEnergy, **GAS)
    found = material.properties(SamplePoints(STATE, dual=False))
    n, thermal = 0.2 / 40.0, 8.6173303e-5 * 1100.0
    assert found["F"] == pytest.approx(-n * thermal * (1.0 + math.log(quantum_density(1100.0) / n)))
    assert 0.2 * found["dF/dc"] - found["F"] == pytest.approx(n * thermal)
    assert found["d^2F/dc^2"] == pytest.approx(thermal / (0.2 * 40.0))
    entropy = n * 8.6173303e-5 * (2.5 + math.log(quantum_density(1100.0) / n))
    assert -found["dF/dtemp"] == pytest.approx(entropy)
    for name in material.provides():
        assert partial_errors(lambda q, name=name: material.properties(q)[name], STATE) < 1e-10
    fixed = make(materials.IdealGasFreeEnergy, **{**GAS, "T": 1100}, derivative_order=1, f_name="G")
    assert list(fixed.provides()) == ["G", "dG/dc"]
    assert fixed.properties(SamplePoints(STATE, dual=False))["G"] == pytest.approx(found["F"])


def test_van_der_waals_gas(make):
    """The pressure is n k T/(1 - n b) - n^2 a."""
    a, b = 2.6, 85.0
    material = make(materials.VanDerWaalsFreeEnergy, **GAS, a=a, b=b)
    found = material.properties(SamplePoints(STATE, dual=False))
    n, thermal = 0.2 / 40.0, 8.6173303e-5 * 1100.0
    assert 0.2 * found["dF/dc"] - found["F"] == pytest.approx(n * thermal / (1.0 - n * b) - n * n * a)
    for name in material.provides():
        assert partial_errors(lambda q, name=name: material.properties(q)[name], STATE) < 1e-10
    thin = make(materials.VanDerWaalsFreeEnergy, **GAS, a=0, b=0).properties(SamplePoints(STATE, dual=False))
    ideal = make(materials.IdealGasFreeEnergy, **GAS).properties(SamplePoints(STATE, dual=False))
    assert thin["F"] == pytest.approx(ideal["F"])
    dense = material.properties(SamplePoints({**STATE, "c": {"value": 0.9}}, dual=False))
    assert numpy.isfinite(dense["F"]).all()  # above 1/b


def test_xenon_and_vacancies(make):
    material = make(materials.KKSXeVacSolidMaterial, T=600, cmg="g", cmv="v", f_name="fm")
    thermal = 8.6173324e-5 * 600

    def at(g, v):
        return material.properties(SamplePoints({"g": {"value": g}, "v": {"value": v}}, dual=False))

    def mixed(c):
        return 3.0 * c + thermal * (c * math.log(c) + (1.0 - c) * math.log(1.0 - c))

    found = at(0.1, 0.3)
    assert found["fm"] == pytest.approx((mixed(0.1) + mixed(0.3)) / 2.53)
    assert found["dfm/dg"] == pytest.approx((3.0 + thermal * math.log(0.1 / 0.9)) / 2.53)
    assert found["d^2fm/dv^2"] == pytest.approx(thermal / (0.3 * 0.7) / 2.53)
    assert found["d^2fm/dgdv"] == 0.0
    assert at(0.0, 1.0)["fm"] == pytest.approx(3.0 / 2.53)
    assert at(-0.1, 0.3)["dfm/dg"] == pytest.approx((3.0 + thermal * math.log(1e-10)) / 2.53)


def test_barriers_of_pairs(make):
    etas = {"a": {"value": 0.5}, "b": {"value": 0.2}, "d": {"value": 2.0}}
    params = {"etas": "a b d", "W_ij": "0 1 2 1 0 -3 2 -3 0"}
    q = SamplePoints(etas, dual=False)
    simple = make(materials.CrossTermBarrierFunctionMaterial, **params).properties(q)
    assert simple["g"] == pytest.approx(16.0 * (0.25 * 0.04 + 2.0 * 0.25 * 4.0 - 3.0 * 0.04 * 4.0))
    assert simple["dg/da"] == pytest.approx(16.0 * (2.0 * 0.5 * 0.04 + 2.0 * 2.0 * 0.5 * 4.0))
    assert simple["d^2g/dbdd"] == pytest.approx(-16.0 * 3.0 * 4.0 * 0.2 * 2.0)
    low = make(materials.CrossTermBarrierFunctionMaterial, **params, g_order="LOW").properties(q)
    assert low["g"] == pytest.approx(16.0 * (0.1 + 2.0 - 1.2))
    assert (low["d^2g/dadb"], low["d^2g/da^2"]) == (16.0, 0.0)
    for wrong, message in (
        ("0 1 1 0", "4 entries; 3 order parameters need 9"),
        ("1 1 2 1 0 3 2 3 0", "zero"),
    ):
        with pytest.raises(DeckError, match=message):
            make(materials.CrossTermBarrierFunctionMaterial, etas="a b d", W_ij=wrong)


def test_diffusivity_of_a_polycrystal(make):
    material = make(
        materials.PolycrystalDiffusivity,
        v="gr0 gr1",
        c="c",
        Dbulk=2,
        Dvoid=3,
        Dsurf=5,
        Dgb=7,
        surf_weight=0.5,
        gb_weight=0.1,
    )

    def at(c):
        fields = {"gr0": {"value": 0.5}, "gr1": {"value": 0.4}, "c": {"value": c}}
        return material.properties(SamplePoints(fields, {"hm": 0.6, "hb": 0.2}, dual=False))["D"]

    rest = 1.2 + 0.6 + 18.0 * 0.7 * 0.25 * 0.16
    assert at(0.3) == at(-0.3) == pytest.approx(rest + 75.0 * (0.3 * 0.7) ** 2)
    assert at(2.0) == pytest.approx(rest)


def test_tensor_mobility_of_sintering(make):
    params = {
        "v": "gr0 gr1",
        "c": "c",
        "T": 1600,
        "D0": 2e11,
        "Em": 2.4,
        "Q": 2.77,
        "GBmob0": 1.5e9,
        "int_width": 40,
        "chi": 0.3,
        "surface_energy": 19.7,
        "bulkindex": 2,
        "gbindex": 3,
        "surfindex": 5,
    }
    material = make(materials.GrandPotentialTensorMaterial, **params)
    boltzmann = 8.617343e-5 * 1600
    bulk = 2e11 * math.exp(-2.4 / boltzmann)

    def at(gradient_c, gradient_0):
        fields = {
            "c": {"value": 0.25, "grad": gradient_c},
            "gr0": {"value": 0.5, "grad": gradient_0},
            "gr1": {"value": 0.4},
        }
        return material.properties(SamplePoints(fields, dual=False))

    still = at((0.0, 0.0), (0.0, 0.0))
    everywhere = 2.0 + 6.0 * 0.2 + 5.0 * (0.25 * 0.75) ** 2
    for i in range(3):
        assert value(still["D"][i, i]) == pytest.approx(bulk * everywhere)
    assert still["chiD_mag"] == pytest.approx(0.3 * bulk * everywhere * math.sqrt(3.0))
    across = at((2.0, 0.0), (0.0, -3.0))  # the surface's normal is x, the boundary's y
    assert value(across["D"][0, 0]) == pytest.approx(bulk * (2.0 + 1.2))
    assert value(across["chiD"][1, 1]) == pytest.approx(0.3 * bulk * (everywhere - 1.2))
    mobility = 4.0 / 3.0 * 1.5e9 * math.exp(-2.77 / boltzmann) / 40.0
    assert (still["L"], still["Lv"]) == (pytest.approx(mobility), pytest.approx(40.0 * mobility))
    fixed = make(materials.GrandPotentialTensorMaterial, **params, GBMobility=6)
    fields = {"c": {}, "gr0": {}, "gr1": {}}
    assert fixed.properties(SamplePoints(fields, dual=False))["L"] == pytest.approx(0.2)


# -- boundaries that differ --------------------------------------------------------------------------------
def anisotropy(make, tmp_path, energies, text=None, **params):
    path = tmp_path / "boundaries.txt"
    rows = [f"0 {energies[0]} {energies[1]}", f"0 0 {energies[2]}", "0 0 0"]
    rows += ["0 2e-6 3e-6", "0 0 4e-6", "0 0 0", "0 0.2 0.3", "0 0 0.4", "0 0 0"]
    path.write_text("title\nmore\n" + "\n".join(rows) if text is None else text)
    given = {"T": 600, "inclination_anisotropy": "false", **params}
    return make(materials.GBAnisotropy, v="a b d", wGB=100, Anisotropic_GB_file_name=str(path), **given)


def grains(*values, **grads):
    return {n: {"value": x, "grad": grads.get(n, (0.0, 0.0))} for n, x in zip("abd", values, strict=True)}


def test_equal_boundaries_are_those_of_the_isotropic_model(make, tmp_path):
    """gamma = 1.5: the fits give kappa = 3/4 w sigma and mu = 6 sigma/w to 1 %."""
    material = anisotropy(make, tmp_path, (0.7, 0.7, 0.7))
    found = material.properties(SamplePoints(grains(0.5, 0.5, 0.0), dual=False))
    isotropic = make(materials.GBEvolution, T=600, wGB=100, GBenergy=0.7, GBmob0=2e-6, Q=0.2)
    expected = isotropic.properties(SamplePoints({}, dual=False))
    for name in ("kappa_op", "mu", "gamma_asymm", "L"):
        assert found[name] == pytest.approx(expected[name], rel=0.01), name


def test_values_belong_to_the_pair_that_is_present(make, tmp_path):
    material = anisotropy(make, tmp_path, (0.7, 0.9, 0.5))
    unit = 6.24150974e18 * 1e-18
    assert material.mu == pytest.approx(6.0 * 0.7 * unit / 100.0)
    for pair, present in zip(material.pairs, ((1, 1, 0), (1, 0, 1), (0, 1, 1)), strict=True):
        sigma = {0: 0.7, 1: 0.9}[pair.n - 1] * unit if pair.m == 0 else 0.5 * unit
        assert pair.kappa == pytest.approx(pair.a * 100.0 * sigma)
        assert pair.g_squared == pytest.approx(sigma**2 / (pair.kappa * material.mu))
        assert pair.a**2 == pytest.approx(middle(polynomial(pair.g_squared)) / pair.g_squared)
        found = material.properties(SamplePoints(grains(*present), dual=False))
        assert found["kappa_op"] == pytest.approx(pair.kappa, rel=1e-5)
        assert found["gamma_asymm"] == pytest.approx(1.0 / polynomial(pair.g_squared), rel=1e-5)


def test_inclination(make, tmp_path):
    """The boundary of a and b has its reference at pi/6: turning its normal by 45 degrees flips the sign."""
    material = anisotropy(make, tmp_path, (0.7, 0.7, 0.7), inclination_anisotropy="true", delta_sigma=0.2)
    plain = material.pairs[0].kappa
    for angle, factor in ((math.pi / 6, 1.2), (math.pi / 6 + math.pi / 4, 0.8)):
        slope = (50.0 * math.cos(angle), 50.0 * math.sin(angle))
        q = SamplePoints(grains(1.0, 1.0, 0.0, a=slope, b=tuple(-x for x in slope)), dual=False)
        assert material.properties(q)["kappa_op"] == pytest.approx(factor * plain, rel=1e-5)
    with pytest.raises(DeckError, match="plane only"):
        material.properties(SamplePoints(grains(1.0, 1.0, 0.0), dim=3))


def test_partials_of_boundaries_that_differ(make, tmp_path):
    material = anisotropy(make, tmp_path, (0.7, 0.9, 0.5), T="T", inclination_anisotropy="true")
    fields = {**grains(0.6, 0.3, 0.2, a=(0.2, 0.1), b=(-0.3, 0.5)), "T": {"value": 500.0}}
    for name in ("kappa_op", "gamma_asymm", "L"):
        assert partial_errors(lambda q, name=name: material.properties(q)[name], fields) < 1e-12


@pytest.mark.parametrize(
    ("energies", "text", "message"),
    [
        ((0.7, 0.9, 0.5), "title\nmore\n1 2 3", "has 3 numbers, needs 3 x 3 x 3"),
        ((0.7, 0.9, 0.5), "title\nmore\n1 two 3", "needs numbers"),
        ((0.7, 0.0, 0.5), None, "grains 0 and 2 must be above zero"),
    ],
)
def test_files_of_boundaries_that_do_not_fit(make, tmp_path, energies, text, message):
    with pytest.raises(DeckError, match=message):
        anisotropy(make, tmp_path, energies, text)


def test_missing_file(make):
    with pytest.raises(DeckError, match="cannot read"):
        make(
            materials.GBAnisotropy, v="a b", wGB=1, Anisotropic_GB_file_name="no", inclination_anisotropy="no"
        )


def test_pair_of_a_known_profile():
    """At gamma = 1.5 the exact profile has g^2 = 2/9 and a = 3/4, with sigma = w mu/6."""
    pair = GrainPair.of(0, 1, 100.0 / 6.0, 1.0, 1.0, 1.0, 100.0)
    assert pair.a == pytest.approx(0.75, rel=5e-3)
    assert pair.g_squared == pytest.approx(2.0 / 9.0, rel=5e-3)


# -- auxiliary variables -----------------------------------------------------------------------------------
def test_cross_term_energy(make):
    kernel = make(
        aux.CrossTermGradientFreeEnergy,
        variable="f",
        interfacial_vars="a b",
        additional_free_energy=3,
        kappa_names="1 2 5 4",
    )
    q = SamplePoints(
        {"a": {"value": 0.5, "grad": (1.0, 2.0)}, "b": {"value": 0.25, "grad": (-4.0, 0.0)}}, dual=False
    )
    cross = (0.5 * -4.0 + 0.25 * 1.0, 0.25 * 2.0)
    assert kernel.value(q) == pytest.approx(3.0 + 2.5 * (cross[0] ** 2 + cross[1] ** 2))
    with pytest.raises(DeckError, match="2 variables need 4"):
        make(aux.CrossTermGradientFreeEnergy, variable="f", interfacial_vars="a b", kappa_names="1 2")


def test_velocity_of_a_moving_front(make):
    """tanh(x - 3 t) in [0, 1] moves at 3, and only where it is between 0.2 and 0.8."""
    x = numpy.array([[-4.0, -0.5, 0.0, 0.4, 4.0]])
    front = {
        "value": 0.5 - 0.5 * numpy.tanh(x),
        "grad": (-0.5 / numpy.cosh(x) ** 2, 0.0 * x),
        "dot": 1.5 / numpy.cosh(x) ** 2,
    }
    back = {"value": 1.0 - front["value"], "grad": (-front["grad"][0], 0.0 * x), "dot": -front["dot"]}
    kernel = make(aux.GrainBoundaryVelocity, variable="s", v="a b")
    found = kernel.value(SamplePoints({"a": front, "b": back}, dual=False))
    assert found[0].tolist() == pytest.approx([0.0, 3.0, 3.0, 3.0, 0.0])
