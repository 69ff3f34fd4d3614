"""Generic boundary conditions."""

from __future__ import annotations

import alces_core as core
import pytest
from alces.ad import partials, value
from alces.physics.sample import SamplePoints, partial_errors

FIELDS = {"u": {"value": 2.0, "grad": (3.0, -1.0)}, "w": {"value": 0.5}}


def points():
    return SamplePoints(
        FIELDS,
        properties={"P": 7.0},
        functions={"f": lambda x, y, z, t: x + t, "pp": 4.0},
        x=10.0,
        t=1.0,
        normal=(0.6, 0.8, 0.0),
    )


@pytest.mark.parametrize(
    ("cls", "params", "expected"),
    [
        (core.DirichletBC, {"value": 3}, 3.0),
        (core.DirichletBC, {"value": 3, "preset": "false"}, 3.0),
        (core.FunctionDirichletBC, {"function": "f"}, 11.0),
        (core.PostprocessorDirichletBC, {"postprocessor": "pp"}, 4.0),
        (core.MatchedValueBC, {"v": "w", "u_coeff": 2, "v_coeff": 8}, 2.0),
        (core.NeumannBC, {"value": 3}, -3.0),
        (core.FunctionNeumannBC, {"function": "f"}, -11.0),
        (core.MatNeumannBC, {"boundary_material": "P", "value": 2}, -14.0),
        (core.CoupledVarNeumannBC, {"v": "w", "coef": 6}, -3.0),
        (core.CoupledVarNeumannBC, {"v": "w", "scale_factor": "u"}, -1.0),
        (core.PostprocessorNeumannBC, {"postprocessor": "pp"}, -4.0),
        (core.VacuumBC, {"alpha": 3}, 3.0),
        (core.PenaltyDirichletBC, {"penalty": 100, "value": 1.5}, 50.0),
        (core.FunctionPenaltyDirichletBC, {"penalty": 100, "function": "f"}, -900.0),
        (core.DiffusionFluxBC, {}, -1.0),
        (core.WeakGradientBC, {}, 1.0),
    ],
)
def test_values(make, cls, params, expected):
    bc = make(cls, variable="u", boundary="left", **params)
    assert value(bc.value(points())) == pytest.approx(expected)


def test_partials(make):
    for cls, params in (
        (core.CoupledVarNeumannBC, {"v": "w", "scale_factor": "u"}),
        (core.DiffusionFluxBC, {}),
        (core.VacuumBC, {"alpha": 3}),
    ):
        bc = make(cls, variable="u", boundary="left", **params)
        assert partial_errors(bc.value, FIELDS, normal=(0.6, 0.8, 0.0)) < 1e-14


def test_matched_value_depends_on_the_other_variable(make):
    bc = make(core.MatchedValueBC, variable="u", boundary="left", v="w", v_coeff=3)
    q = points()
    assert partials(bc.value(q)) == {q.key("w"): 3.0}
