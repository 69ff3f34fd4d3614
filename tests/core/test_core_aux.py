"""Auxiliary kernels."""

from __future__ import annotations

import alces_core as core
import pytest
from alces.ad import Vector, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints

FIELDS = {"u": {"value": 2.0, "grad": (3.0, -4.0), "dot": 5.0}, "v": {"value": 8.0}}


@pytest.mark.parametrize(
    ("cls", "params", "expected", "nodal"),
    [
        (core.FunctionAux, {"function": "f"}, 13.0, True),
        (core.ConstantAux, {"value": 2}, 2.0, True),
        (core.ParsedAux, {"expression": "1 - u*v", "coupled_variables": "u v"}, -15.0, True),
        (
            core.ParsedAux,
            {
                "function": "a*x + t + u",
                "args": "u",
                "use_xyzt": "true",
                "constant_names": "a",
                "constant_expressions": "2*pi/pi",
            },
            25.0,
            True,
        ),
        (core.MaterialRealAux, {"property": "P", "factor": 2, "offset": 1}, 15.0, False),
        (core.MaterialRealVectorValueAux, {"property": "w", "component": 2, "offset": 1}, 7.0, False),
        (core.VariableGradientComponent, {"gradient_variable": "u", "component": "y"}, -4.0, False),
        (core.VariableGradientMagnitude, {"gradient_variable": "u"}, 5.0, False),
        (core.SelfAux, {"v": "v"}, 8.0, True),
        (core.ProjectionAux, {"v": "v"}, 8.0, False),
        (core.QuotientAux, {"numerator": "u", "denominator": "v"}, 0.25, True),
        (
            core.NormalizationAux,
            {"source_variable": "v", "normal_factor": 3, "normalization": "pp", "shift": 1},
            5.0,
            True,
        ),
        (core.TimeDerivativeAux, {"functor": "u", "factor": 2}, 10.0, True),
        (
            core.DiffusionFluxAux,
            {"diffusion_variable": "u", "diffusivity": "P", "component": "x"},
            -21.0,
            False,
        ),
        (
            core.DiffusionFluxAux,
            {"diffusion_variable": "u", "diffusivity": 1, "component": "normal", "boundary": "top"},
            4.0,
            False,
        ),
    ],
)
def test_values(make, cls, params, expected, nodal):
    aux = make(cls, variable="a", **params)
    q = SamplePoints(
        FIELDS,
        properties={"P": 7.0, "w": Vector(4.0, 5.0, 6.0)},
        x=10.0,
        t=3.0,
        normal=(0.0, 1.0, 0.0),
        functions={"f": lambda x, y, z, t: x + t, "pp": 4.0},
    )
    assert value(aux.value(q)) == pytest.approx(expected)
    assert aux.nodal is nodal


def test_mistakes(make):
    with pytest.raises(DeckError, match="unknown in the formula: 'x'"):
        make(core.ParsedAux, variable="a", expression="x")
    with pytest.raises(DeckError, match="needs a boundary"):
        make(core.DiffusionFluxAux, variable="a", diffusion_variable="u", diffusivity=1, component="normal")
