"""Sublattice KKS terms, antitrapping current, anisotropic terms, bubbles: equilibria, values by hand."""

from __future__ import annotations

import math

import pytest
from alces.ad import Tensor, Vector, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_phase_field import kernels, materials

LATTICE = {"cs": "a b d", "as": "1 10 30", "ns": "1 2", "h_names": "h1 h2", "eta": "e1 e2"}


def fields(**values):
    return {name: {"value": v} for name, v in values.items()}


def test_sublattices_in_equilibrium(make):
    """With F = sum_k a_k (c_k - m_k)^2 sublattices have equal (dF/dc_k)/a_k where c_k - m_k is the same."""
    kernel = make(kernels.SLKKSChemicalPotential, variable="a", cs="b", a=0.25, F="F", **{"as": 0.75})
    slopes = {"dF/da": 0.25 * 2 * (0.4 - 0.1), "dF/db": 0.75 * 2 * (0.5 - 0.2)}
    assert kernel.value(SamplePoints({}, slopes)) == pytest.approx(0.0, abs=1e-15)
    assert kernel.value(SamplePoints({}, {**slopes, "dF/db": 0.0})) == pytest.approx(0.6)


def test_sum_of_sublattices(make):
    kernel = make(kernels.SLKKSSum, variable="a", cs="b d", a=10, sum="c", **{"as": "4 16"})
    q = SamplePoints(fields(a=0.3, b=0.6, d=0.9, c=0.5))
    assert value(kernel.value(q)) == pytest.approx((3.0 + 2.4 + 14.4) / 30.0 - 0.5)


def test_mixture_of_sublattices(make):
    q = SamplePoints(
        fields(a=0.1, b=0.4, d=0.8, c=0.2, e1=0.3, e2=0.7),
        {"h1": 0.25, "h2": 0.5, "dh1/de2": -2.0, "dh2/de2": 3.0, "dF/db": 5.0, "L": 7.0},
    )
    second = 0.25 * 0.4 + 0.75 * 0.8
    mixture = make(kernels.SLKKSMultiPhaseConcentration, variable="b", c="c", **LATTICE)
    assert value(mixture.value(q)) == pytest.approx(0.25 * 0.1 + 0.5 * second - 0.2)
    force = make(kernels.SLKKSMultiACBulkC, variable="e2", F="F", c="b", **LATTICE)
    expected = -7.0 * 5.0 / 0.25 * (-2.0 * 0.1 + 3.0 * second)
    assert value(force.value(q)) == pytest.approx(expected)
    multiplier = make(kernels.SLKKSMultiACBulkC, variable="lm", eta_i="e2", F="F", c="b", **LATTICE)
    assert value(multiplier.value(q)) == pytest.approx(expected)


def test_one_sublattice_is_the_ordinary_model(make):
    given = {"h1": 0.25, "h2": 0.75, "dh1/de1": -2.0, "dh2/de1": 3.0, "dF/da": 5.0, "L": 7.0}
    q = SamplePoints(fields(a=0.1, b=0.4, c=0.2, e1=0.3), given)
    plain = {"cs": "a b", "as": "3 9", "ns": "1 1", "h_names": "h1 h2", "eta": "e1"}
    ours = make(kernels.SLKKSMultiACBulkC, variable="e1", F="F", c="a", **plain)
    theirs = make(
        kernels.KKSMultiACBulkC, variable="e1", Fj_names="F G", hj_names="h1 h2", cj_names="a b", eta_i="e1"
    )
    assert value(ours.value(q)) == pytest.approx(value(theirs.value(q)))
    ours = make(kernels.SLKKSMultiPhaseConcentration, variable="b", c="c", **plain)
    theirs = make(
        kernels.KKSMultiPhaseConcentration, variable="b", cj="a b", hj_names="h1 h2", etas="e1", c="c"
    )
    assert value(ours.value(q)) == pytest.approx(value(theirs.value(q)))


@pytest.mark.parametrize(
    ("cls", "params", "message"),
    [
        (kernels.SLKKSChemicalPotential, {"cs": "b", "a": 1, "as": 0, "F": "F"}, "above zero"),
        (kernels.SLKKSChemicalPotential, {"cs": "3", "a": 1, "as": 1, "F": "F"}, "must be a variable"),
        (kernels.SLKKSSum, {"cs": "b d", "a": 1, "as": "1", "sum": "c"}, "needs 2 entries"),
        (kernels.SLKKSSum, {"cs": "b", "a": 1, "as": "-1", "sum": "c"}, "above zero"),
        (kernels.SLKKSMultiPhaseConcentration, {**LATTICE, "c": "c", "ns": "1 1"}, "adds up to 2"),
        (kernels.SLKKSMultiPhaseConcentration, {**LATTICE, "c": "c", "cs": "x b d"}, "'a' is not among them"),
        (kernels.SLKKSMultiACBulkC, {**LATTICE, "F": "F", "c": "z"}, "not one of 'cs'"),
        (kernels.SLKKSMultiACBulkC, {**LATTICE, "F": "F", "c": "a"}, "'a' is not among them"),
        (kernels.ACMultiInterface, {"etas": "b d", "kappa_names": "1 1"}, "'a' is not among them"),
        (kernels.ACMultiInterface, {"etas": "a d", "kappa_names": "1"}, "needs 2 entries"),
        (kernels.KKSCHBulk, {"fa_name": "F", "fb_name": "G", "ca": "0.5", "cb": "b"}, "must be a variable"),
    ],
)
def test_kernels_that_do_not_fit(make, cls, params, message):
    with pytest.raises(DeckError, match=message):
        make(cls, variable="a", **params)


def current(make, rate, gradient):
    kernel = make(kernels.AntitrappingCurrent, variable="w", v="eta", f_name="F")
    q = SamplePoints({"w": {}, "eta": {"dot": rate, "grad": gradient}}, {"F": 2.0})
    return [value(c) for c in kernel.flux(q)]


def test_antitrapping_current(make):
    assert current(make, 5.0, (3.0, -4.0)) == pytest.approx([6.0, -8.0, 0.0])
    assert current(make, 0.0, (3.0, -4.0)) == [0.0, 0.0, 0.0]  # an interface at rest traps nothing
    assert current(make, 5.0, (3e-4, 4e-4)) == [0.0, 0.0, 0.0]


def test_susceptibility_of_another_variable(make):
    kernel = make(kernels.CoupledSusceptibilityTimeDerivative, variable="w", v="eta", f_name="F")
    q = SamplePoints({"w": {}, "eta": {"dot": 5.0}}, {"F": 2.0})
    assert value(kernel.value(q)) == 10.0 and kernel.time


@pytest.mark.parametrize(
    ("tensor", "scalar", "params"),
    [
        (kernels.SplitCHWResAniso, kernels.SplitCHWRes, {}),
        (kernels.SplitCHWResAniso, kernels.SplitCHWRes, {"w": "d"}),
        (kernels.CahnHilliardAniso, kernels.CahnHilliard, {"f_name": "F", "coupled_variables": "d"}),
    ],
)
def test_isotropic_tensors_are_scalars(make, tensor, scalar, params):
    given = {
        "T": Tensor.diagonal(3.0, 3.0, 3.0),
        "M": 3.0,
        "d^2F/dc^2": 2.0,
        "d^2F/dcdd": 0.5,
        "S": Tensor([[1.0, 2.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    }
    q = SamplePoints({"c": {"grad": (1.0, -2.0)}, "d": {"grad": (4.0, 3.0)}}, given)

    def flux(cls, mobility):
        return [value(a) for a in make(cls, variable="c", mob_name=mobility, **params).flux(q)]

    assert flux(tensor, "T") == pytest.approx(flux(scalar, "M"))
    x, y, _ = flux(scalar, 1.0)
    assert flux(tensor, "S") == pytest.approx([x + 2.0 * y, y, 0.0])


def test_kks_bulk_is_the_gradient_of_the_potential(make):
    """F = c^2 (1 + p): grad dF/dc = 2 (1 + p) grad c + 2 c grad p."""
    kernel = make(kernels.KKSCHBulk, variable="c", fa_name="F", fb_name="G", ca="a", cb="b", args_a="p z")
    found = {"M": 3.0, "d^2F/da^2": 2.0 * 1.5, "d^2F/dadp": 2.0 * 0.4}
    q = SamplePoints(
        {
            "c": {},
            "a": {"value": 0.4, "grad": (1.0, 2.0)},
            "b": {},
            "z": {},
            "p": {"value": 0.5, "grad": (-1.0, 5.0)},
        },
        found,
    )
    expected = [3.0 * (3.0 * 1.0 - 0.8), 3.0 * (3.0 * 2.0 + 0.8 * 5.0), 0.0]
    assert [value(a) for a in kernel.flux(q)] == pytest.approx(expected)


def test_bubbles(make):
    kernel = make(kernels.ACGBPoly, variable="gr0", c="c", en_ratio=2)
    given = {"L": 3.0, "mu": 5.0, "gamma_asymm": 1.5}

    def at(c):
        return value(kernel.value(SamplePoints(fields(gr0=0.5, c=c), given)))

    assert at(0.4) == pytest.approx(2.0 * 3.0 * 2.0 * 5.0 * 1.5 * 0.16 * 0.5)
    assert (at(1.7), at(-0.3)) == (pytest.approx(45.0), 0.0)


def test_two_phases_that_add_up_have_the_ordinary_gradient_energy(make):
    """For b = 1 - a the cross term is -grad a: the flux of a, less that of b, is kappa grad a."""
    g = (0.7, -0.2)
    q = SamplePoints({"a": {"value": 0.3, "grad": g}, "b": {"value": 0.7, "grad": (-0.7, 0.2)}}, {"L": 2.0})

    def terms(variable):
        kernel = make(kernels.ACMultiInterface, variable=variable, etas="a b", kappa_names="5 5")
        return value(kernel.value(q)), [value(c) for c in kernel.flux(q)]

    (force_a, flux_a), (force_b, flux_b) = terms("a"), terms("b")
    assert [x - y for x, y in zip(flux_a, flux_b, strict=True)] == pytest.approx([7.0, -2.0, 0.0])
    assert force_a - force_b == pytest.approx(0.0, abs=1e-14)


def test_multi_interface_is_the_derivative_of_its_energy(make):
    """Central differences of F = sum_{b<a} kappa_ab/2 |eta_a grad eta_b - eta_b grad eta_a|^2."""
    eta, grads = [0.3, 0.5, 0.9], [(1.0, 2.0), (-0.5, 0.4), (0.3, -1.2)]
    kappas = {(0, 1): 2.0, (0, 2): 3.0, (1, 2): 5.0}

    def energy(value_0, grad_0):
        values, slopes = [value_0, *eta[1:]], [grad_0, *grads[1:]]
        return sum(
            0.5 * k * sum((values[a] * slopes[b][i] - values[b] * slopes[a][i]) ** 2 for i in (0, 1))
            for (a, b), k in kappas.items()
        )

    q = SamplePoints(
        {n: {"value": v, "grad": g} for n, v, g in zip("abd", eta, grads, strict=True)},
        {"k1": 2.0, "k2": 3.0},
    )
    kernel = make(kernels.ACMultiInterface, variable="a", etas="a b d", kappa_names="9 k1 k2", mob_name=1)
    h = 1e-6
    assert value(kernel.value(q)) == pytest.approx(
        (energy(0.3 + h, grads[0]) - energy(0.3 - h, grads[0])) / (2 * h), rel=1e-8
    )
    slopes = [
        (energy(0.3, (1.0 + h, 2.0)) - energy(0.3, (1.0 - h, 2.0))) / (2 * h),
        (energy(0.3, (1.0, 2.0 + h)) - energy(0.3, (1.0, 2.0 - h))) / (2 * h),
    ]
    assert [value(c) for c in kernel.flux(q)][:2] == pytest.approx(slopes, rel=1e-8)


ORIENTED = {
    "kappa_name": "k",
    "dkappadgrad_etaa_name": "dk",
    "d2kappadgrad_etaa_name": "d2k",
    "etaa": "a",
    "etab": "b",
    "kappa_bar": 2,
    "anisotropy_strength": 0.1,
    "mode_number": 6,
    "reference_angle": 20,
}


def oriented(make, grad_a, grad_b=(0.2, 0.1), **params):
    material = make(materials.InterfaceOrientationMultiphaseMaterial, **{**ORIENTED, **params})
    q = SamplePoints({"a": {"grad": grad_a}, "b": {"grad": grad_b}}, dual=False)
    return material.properties(q)


def test_orientation_of_two_phases(make):
    angle = math.atan2(0.7 - 0.1, -0.3 - 0.2)
    found = oriented(make, (-0.3, 0.7))
    assert found["k"] == pytest.approx(2.0 * (1.0 + 0.1 * math.cos(6 * (angle - math.radians(20)))) ** 2)
    h = 1e-6
    for axis, (dx, dy) in enumerate(((h, 0.0), (0.0, h))):
        ahead, behind = oriented(make, (-0.3 + dx, 0.7 + dy)), oriented(make, (-0.3 - dx, 0.7 - dy))
        assert found["dk"][axis] == pytest.approx((ahead["k"] - behind["k"]) / (2 * h), rel=1e-7)
    assert [float(c) for c in oriented(make, (0.2, 0.1))["dk"]] == [0.0, 0.0, 0.0]
    isotropic = oriented(make, (-0.3, 0.7), anisotropy_strength=0)
    assert (isotropic["k"], [float(c) for c in isotropic["dk"]]) == (2.0, [0.0, 0.0, 0.0])


def test_anisotropic_gradient_terms(make):
    q = SamplePoints(
        {"a": {"value": 1.0, "grad": (3.0, 4.0)}, "b": {"grad": (1.0, 2.0)}},
        {"L": 2.0, "dL/da": 0.5, "k": 7.0, "dk": Vector(1.0, -2.0)},
    )
    first = make(
        kernels.ACInterface2DMultiPhase1, variable="a", etas="b", kappa_name="k", dkappadgrad_etaa_name="dk"
    )
    assert [value(c) for c in first.flux(q)] == pytest.approx([30.0, -60.0, 0.0])
    assert value(first.value(q)) == pytest.approx(0.5 * (15.0 * 3.0 - 30.0 * 4.0))
    second = make(kernels.ACInterface2DMultiPhase2, variable="a", kappa_name="k")
    plain = make(kernels.ACInterface, variable="a", kappa_name="k")
    assert [value(c) for c in second.flux(q)] == [value(c) for c in plain.flux(q)] == [42.0, 56.0, 0.0]
    assert value(second.value(q)) == value(plain.value(q)) == pytest.approx(0.5 * 7.0 * 25.0)
