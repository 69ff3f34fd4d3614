"""Quadrature rules against exact integrals of monomials."""

import itertools
from math import factorial, prod

import numpy as np
import pytest
from alces.fe import gauss, reference_cell, side_rule


def interval(power):
    return 0.0 if power % 2 else 2.0 / (power + 1)


def simplex(powers):
    return prod(factorial(p) for p in powers) / factorial(sum(powers) + len(powers))


@pytest.mark.parametrize("name", ["EDGE2", "QUAD4", "HEX8"])
@pytest.mark.parametrize("order", range(8))
def test_tensor_rules_integrate_every_monomial_up_to_the_order_in_each_direction(name, order):
    points, weights = gauss(name, order)
    dim = reference_cell(name).dim
    assert len(weights) == (order // 2 + 1) ** dim
    for powers in itertools.product(range(order + 1), repeat=dim):
        exact = prod(interval(p) for p in powers)
        assert weights @ np.prod(points**powers, axis=1) == pytest.approx(exact, abs=1e-13)


SIMPLEX_CASES = [("TRI3", order) for order in range(13)] + [("TET4", order) for order in range(11)]


@pytest.mark.parametrize(("name", "order"), SIMPLEX_CASES)
def test_simplex_rules_integrate_every_monomial_up_to_the_total_order(name, order):
    points, weights = gauss(name, order)
    dim = reference_cell(name).dim
    assert (weights > 0).all()
    assert (points > 0).all() and (points.sum(axis=1) < 1).all()
    for powers in itertools.product(range(order + 1), repeat=dim):
        if sum(powers) <= order:
            value = weights @ np.prod(points**powers, axis=1)
            assert value == pytest.approx(simplex(powers), abs=2e-16, rel=1e-12)


def test_simplex_rules_have_the_published_numbers_of_points():
    assert [len(gauss("TRI6", order)[1]) for order in range(1, 9)] == [1, 3, 6, 6, 7, 12, 12, 16]
    assert [len(gauss("TET10", order)[1]) for order in range(1, 7)] == [1, 4, 8, 14, 14, 24]


def test_a_negative_order_is_refused():
    with pytest.raises(ValueError, match="must not be negative, got -1"):
        gauss("TRI3", -1)


MEASURES = {
    "EDGE2": [1, 1],
    "TRI6": [1, 2**0.5, 1],
    "QUAD8": [2, 2, 2, 2],
    "TET4": [0.5, 3**0.5 / 2, 0.5, 0.5],
    "TET10": [0.5, 3**0.5 / 2, 0.5, 0.5],
    "HEX8": [4] * 6,
    "HEX27": [4] * 6,
}
NORMALS = {
    "TRI6": [(0, -1), (1, 1), (-1, 0)],
    "QUAD8": [(0, -1), (1, 0), (0, 1), (-1, 0)],
    "TET4": [(0, -1, 0), (1, 1, 1), (-1, 0, 0), (0, 0, -1)],
    "TET10": [(0, -1, 0), (1, 1, 1), (-1, 0, 0), (0, 0, -1)],
    "HEX8": [(0, -1, 0), (1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, 0, -1), (0, 0, 1)],
    "HEX27": [(0, -1, 0), (1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, 0, -1), (0, 0, 1)],
}


def area_vectors(tangents):
    """Outward normals times the area element."""
    if tangents.shape[1] == 2:
        return np.stack([tangents[:, 1, 0], -tangents[:, 0, 0]], axis=1)
    return np.cross(tangents[:, :, 0], tangents[:, :, 1])


@pytest.mark.parametrize("name", MEASURES)
def test_sides_have_their_area_and_outward_normal(name):
    for side, measure in enumerate(MEASURES[name]):
        _, weights, tangents = side_rule(name, side, 3)
        if name == "EDGE2":
            assert weights.tolist() == [1.0] and tangents.shape == (1, 1, 0)
            continue
        vectors = area_vectors(tangents)
        assert weights @ np.linalg.norm(vectors, axis=1) == pytest.approx(measure, rel=1e-14)
        normal = np.array(NORMALS[name][side]) / np.linalg.norm(NORMALS[name][side])
        unit = vectors / np.linalg.norm(vectors, axis=1)[:, None]
        np.testing.assert_allclose(unit, np.broadcast_to(normal, unit.shape), atol=1e-14)


SOLID = ("TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "TET4", "TET10", "HEX8", "HEX20", "HEX27")


@pytest.mark.parametrize("name", SOLID)
def test_the_divergence_theorem_holds_on_a_distorted_cell(name):
    """The volume of a curved cell, integral of det J, equals the integral of x . n / dim over its sides."""
    cell = reference_cell(name)
    dim = cell.dim
    nodes = cell.nodes + 0.1 * np.random.default_rng(3).uniform(-1, 1, cell.nodes.shape)

    def jacobians(xi):
        return np.einsum("nd,qne->qde", nodes, cell.shape_gradient(xi))

    points, weights = gauss(name, 6)
    volume = weights @ np.linalg.det(jacobians(points))
    flux = 0.0
    for side in range(len(cell.sides)):
        points, weights, tangents = side_rule(name, side, 8)
        vectors = area_vectors(np.einsum("qde,qes->qds", jacobians(points), tangents))
        flux += weights @ np.einsum("qd,qd->q", cell.shape(points) @ nodes, vectors) / dim
    assert volume > 0
    assert flux == pytest.approx(volume, rel=1e-13)


def test_a_side_that_does_not_exist_is_refused():
    with pytest.raises(IndexError, match="TRI3 has sides 0 to 2, not 3"):
        side_rule("TRI3", 3, 1)
