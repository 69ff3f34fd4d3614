"""A mesh bent by formulas."""

import numpy as np
import pytest
from alces.builtins.mesh.parsed_node_transform import ParsedNodeTransformGenerator
from alces.hit import DeckError
from alces.mesh import generated


def test_a_square_becomes_a_ring(make):
    """Mid-side nodes move too, names stay."""
    flat = generated(2, 2, 8, xmin=1, xmax=2, ymax=1, elem_type="QUAD9")
    ring = make(ParsedNodeTransformGenerator, input="gmg", x_function="x * cos(a * y)",
                y_function="x * sin(a * y)", constant_names="a", constant_expressions="pi/2")
    bent = ring.generate({"gmg": flat})
    assert np.hypot(*bent.points[:, :2].T) == pytest.approx(flat.points[:, 0])
    assert np.arctan2(*bent.points[:, 1::-1].T) == pytest.approx(np.pi / 2 * flat.points[:, 1])
    assert (bent.points[:, 2] == 0).all()
    assert bent.boundary_nodes(bent.boundary_id("top")).tolist() == flat.boundary_nodes(2).tolist()


def test_constants_and_missing_formulas(make):
    flat = generated(2, 1, 1)
    same = make(ParsedNodeTransformGenerator, input="gmg", y_function="3").generate({"gmg": flat})
    assert (same.points[:, 0] == flat.points[:, 0]).all() and (same.points[:, 1] == 3).all()


@pytest.mark.parametrize(("parameters", "message"), [
    ({"x_function": "r"}, "unknown name 'r'; known: x, y, z"),
    ({"y_function": "x +"}, "expected a number"),
    ({"constant_names": "a"}, "needs as many entries"),
])
def test_mistakes(make, parameters, message):
    with pytest.raises(DeckError, match=message):
        make(ParsedNodeTransformGenerator, input="gmg", **parameters)
