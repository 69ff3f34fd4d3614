"""DerivativeSumMaterial and MaterialRankTwoTensorAux."""

from __future__ import annotations

import alces_core as core
import pytest
from alces.ad import Tensor, partials, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints


def summands(make):
    """f = c^2 d and g = c^3."""
    f = make(core.DerivativeParsedMaterial, property_name="f", coupled_variables="c d", expression="c^2*d")
    g = make(core.DerivativeParsedMaterial, property_name="g", coupled_variables="c", expression="c^3")
    return f, g


def points(*materials):
    return SamplePoints({"c": {"value": 2.0}, "d": {"value": 5.0}}, materials=materials)


def test_sum_and_derivatives(make):
    """F = 1 + 2 c^2 d - c^3 at c = 2, d = 5; g has no derivatives by d, they count as zero."""
    total = make(
        core.DerivativeSumMaterial, f_name="F", sum_materials="f g", args="c d", prefactor="2 -1",
        constant="1",
    )
    q = points(*summands(make), total)
    expected = {
        "F": 33.0, "dF/dc": 28.0, "dF/dd": 8.0, "d^2F/dc^2": 8.0, "d^2F/dcdd": 8.0, "d^2F/dd^2": 0.0,
        "d^3F/dc^3": -6.0, "d^3F/dc^2dd": 4.0, "d^3F/dcdd^2": 0.0, "d^3F/dd^3": 0.0,
    }
    assert total.provides() == dict.fromkeys(expected, "scalar")
    assert {name: value(q.property(name)) for name in expected} == pytest.approx(expected)
    assert partials(q.property("F")) == pytest.approx({q.key("c"): 28.0, q.key("d"): 8.0})


def test_factors_are_one_and_numbers_may_be_summed(make):
    total = make(core.DerivativeSumMaterial, sum_materials="f g 0.5", coupled_variables="c",
                 derivative_order=2, validate_coupling="false")
    q = points(*summands(make), total)
    assert list(total.provides()) == ["F", "dF/dc", "d^2F/dc^2"]
    assert [value(q.property(n)) for n in total.provides()] == pytest.approx([28.5, 32.0, 22.0])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"sum_materials": "f g", "prefactor": "1"}, "has 1 entries, but 'sum_materials' needs 2"),
        ({"sum_materials": "F g"}, "'F' cannot be part of its own sum"),
    ],
)
def test_mistakes_in_sums(make, given, message):
    with pytest.raises(DeckError, match=message):
        make(core.DerivativeSumMaterial, **given)


def test_component_of_a_tensor(make):
    """3 T_10 + 0.5 with T_10 = 4."""
    aux = make(core.MaterialRankTwoTensorAux, variable="w", property="T", i=1, j=0, factor=3, offset=0.5)
    q = SamplePoints({}, properties={"T": Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])})
    assert aux.value(q) == 12.5
