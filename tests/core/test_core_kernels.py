"""Generic volume terms: hand-computed values, signs, and partials against complex step."""

from __future__ import annotations

import alces_core as core
import numpy
import pytest
from alces.ad import value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints, partial_errors

FIELDS = {
    "u": {"value": 2.0, "grad": (3.0, -1.0), "dot": 5.0, "old": 1.5},
    "w": {"value": 0.5, "grad": (1.0, 4.0), "dot": -2.0},
}
OPTIONS = {
    "properties": {"P": 7.0, "L": 3.0, "D": 7.0},
    "functions": {"f": lambda x, y, z, t: 10.0 + t, "pp": 4.0},
    "t": 1.0,
}


def f0(kernel):
    return value(kernel.value(SamplePoints(FIELDS, **OPTIONS)))


def f1(kernel):
    return [value(c) for c in kernel.flux(SamplePoints(FIELDS, **OPTIONS))]


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.Diffusion, {}, [3.0, -1.0, 0.0]),
        (core.CoefDiffusion, {"coef": 0.1}, [0.3, -0.1, 0.0]),
        (core.CoefDiffusion, {"coef": 0.1, "function": "f"}, [33.3, -11.1, 0.0]),
        (core.MatDiffusion, {}, [21.0, -7.0, 0.0]),
        (core.MatDiffusion, {"diffusivity": "P", "v": "w"}, [7.0, 28.0, 0.0]),
        (core.MatDiffusion, {"D_name": "2", "args": "w"}, [6.0, -2.0, 0.0]),
        (core.FunctionDiffusion, {"function": "f"}, [33.0, -11.0, 0.0]),
        (core.AnisotropicDiffusion, {"tensor_coeff": "1 2 0 3 4 0 0 0 1"}, [1.0, 5.0, 0.0]),
    ],
)
def test_fluxes(make, cls, params, expected):
    kernel = make(cls, variable="u", **params)
    assert f1(kernel) == pytest.approx(expected)
    assert kernel.value(SamplePoints(FIELDS, **OPTIONS)) is None
    assert not kernel.time


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.TimeDerivative, {}, 5.0),
        (core.CoefTimeDerivative, {"Coefficient": 3}, 15.0),
        (core.CoupledTimeDerivative, {"v": "w"}, -2.0),
        (core.CoefCoupledTimeDerivative, {"v": "w", "coef": 0.25}, -0.5),
        (core.MatCoupledTimeDerivative, {"v": "w", "coef": "P"}, -14.0),
    ],
)
def test_rates(make, cls, params, expected):
    kernel = make(cls, variable="u", **params)
    assert f0(kernel) == pytest.approx(expected)
    assert kernel.time


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.BodyForce, {}, -1.0),
        (core.BodyForce, {"value": 2, "function": "f", "postprocessor": "pp"}, -88.0),
        (core.Reaction, {}, 2.0),
        (core.Reaction, {"rate": 3}, 6.0),
        (core.CoefReaction, {"coefficient": 5, "rate": 3}, 30.0),
        (core.MatReaction, {}, -6.0),
        (core.MatReaction, {"reaction_rate": "P", "v": "w"}, -3.5),
        (core.CoupledForce, {"v": "w"}, -0.5),
        (core.CoupledForce, {"v": "w", "coef": -4}, 2.0),
        (
            core.MatCoupledForce,
            {"v": "w u", "coef": "2 1", "material_properties": "P L"},
            -(2 * 7 * 0.5 + 3 * 2.0),
        ),
        (core.MatCoupledForce, {"v": "w u"}, -2.5),
        (core.NullKernel, {"jacobian_fill": 1e-3}, 0.5e-3),
    ],
)
def test_sources(make, cls, params, expected):
    kernel = make(cls, variable="u", **params)
    assert f0(kernel) == pytest.approx(expected)
    assert kernel.flux(SamplePoints(FIELDS, **OPTIONS)) is None


def test_partials_agree_with_complex_step(make):
    rng = numpy.random.default_rng(3)

    def block():
        return rng.uniform(0.5, 1.5, (2, 3))

    fields = {name: {"value": block(), "grad": (block(), block()), "dot": block()} for name in ("u", "w")}
    material = make(core.ParsedMaterial, property_name="P", expression="w^2*u", coupled_variables="u w")
    kernels = [
        make(core.MatDiffusion, variable="u", diffusivity="P"),
        make(core.MatCoupledTimeDerivative, variable="u", v="w", coef="P"),
        make(core.MatReaction, variable="u", mob_name="P"),
        make(core.MatCoupledForce, variable="u", v="w u", material_properties="P P"),
        make(core.AnisotropicDiffusion, variable="u", tensor_coeff="1 2 0 3 4 0 0 0 1"),
        make(core.NullKernel, variable="u"),
    ]
    for kernel in kernels:
        for term in (kernel.value, kernel.flux):
            if term(SamplePoints(fields, materials=(material,))) is not None:
                assert partial_errors(term, fields, materials=(material,), rate=3.0) < 1e-13


def test_lists_of_different_length_are_one_clear_message(make):
    with pytest.raises(
        DeckError, match=r"deck\.i:6:\d+: MatCoupledForce 'x', parameter 'coef'.*one entry per variable"
    ):
        make(core.MatCoupledForce, variable="u", block="a", v="w u", coef="1 2 3")
