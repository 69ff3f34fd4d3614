"""Shape functions and numbering of the reference cells."""

import itertools

import numpy as np
import pytest
from alces.fe import reference_cell

CELLS = (
    "EDGE2", "EDGE3", "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "TET4", "TET10", "HEX8", "HEX20", "HEX27",
)  # fmt: skip


def random_points(cell, n=7):
    points = np.random.default_rng(1).uniform(-1.0, 1.0, (n, cell.dim))
    return np.abs(points) / cell.dim if cell.is_simplex else points


@pytest.mark.parametrize("name", CELLS)
def test_shape_functions_are_one_at_their_node_and_zero_at_the_others(name):
    cell = reference_cell(name)
    np.testing.assert_allclose(cell.shape(cell.nodes), np.eye(cell.n_nodes), atol=1e-14)


@pytest.mark.parametrize("name", CELLS)
def test_shape_functions_sum_to_one_and_their_gradients_to_zero(name):
    cell = reference_cell(name)
    xi = random_points(cell)
    np.testing.assert_allclose(cell.shape(xi).sum(axis=1), 1.0, atol=1e-14)
    np.testing.assert_allclose(cell.shape_gradient(xi).sum(axis=1), 0.0, atol=1e-13)


@pytest.mark.parametrize("name", CELLS)
def test_every_polynomial_up_to_the_order_is_reproduced_with_its_gradient(name):
    cell = reference_cell(name)
    xi = random_points(cell)
    for powers in itertools.product(range(cell.order + 1), repeat=cell.dim):
        if sum(powers) > cell.order:
            continue
        values = np.prod(cell.nodes**powers, axis=1)
        np.testing.assert_allclose(cell.shape(xi) @ values, np.prod(xi**powers, axis=1), atol=1e-13)
        for axis, power in enumerate(powers):
            lower = [p - (k == axis) if p else 0 for k, p in enumerate(powers)]
            exact = power * np.prod(xi**lower, axis=1)
            np.testing.assert_allclose(cell.shape_gradient(xi)[:, :, axis] @ values, exact, atol=1e-13)


@pytest.mark.parametrize("name", CELLS)
def test_gradients_agree_with_the_complex_step(name):
    cell = reference_cell(name)
    xi = random_points(cell)
    for axis in range(cell.dim):
        step = xi.astype(complex)
        step[:, axis] += 1e-30j
        exact = cell.shape(step).imag / 1e-30
        np.testing.assert_allclose(cell.shape_gradient(xi)[:, :, axis], exact, atol=1e-13)


def test_bilinear_functions_are_the_textbook_ones():
    x, y = 0.3, -0.6
    expected = [(1 - x) * (1 - y) / 4, (1 + x) * (1 - y) / 4, (1 + x) * (1 + y) / 4, (1 - x) * (1 + y) / 4]
    np.testing.assert_allclose(reference_cell("QUAD4").shape([[x, y]])[0], expected, rtol=1e-15)


def test_serendipity_hexahedron_is_the_textbook_one():
    x, y, z = 0.3, -0.6, 0.2
    shape = reference_cell("HEX20").shape([[x, y, z]])[0]
    assert shape[6] == pytest.approx((1 + x) * (1 + y) * (1 + z) * (x + y + z - 2) / 8, rel=1e-13)
    assert shape[8] == pytest.approx((1 - x * x) * (1 - y) * (1 - z) / 4, rel=1e-13)
    assert shape[15] == pytest.approx((1 - x) * (1 + y) * (1 - z * z) / 4, rel=1e-13)


def test_sides_follow_exodus():
    def corners(name):
        return [side.nodes for side in reference_cell(name).sides]

    assert corners("EDGE2") == [(0,), (1,)]
    assert corners("TRI3") == [(0, 1), (1, 2), (2, 0)]
    assert corners("TRI6") == [(0, 1, 3), (1, 2, 4), (2, 0, 5)]
    assert corners("QUAD9") == [(0, 1, 4), (1, 2, 5), (2, 3, 6), (3, 0, 7)]
    assert corners("TET4") == [(0, 1, 3), (1, 2, 3), (0, 3, 2), (0, 2, 1)]
    # SAND92-2137, sides of TETRA10: 1-2-4-5-9-8, 2-3-4-6-10-9, 1-4-3-8-10-7, 1-3-2-7-6-5
    assert corners("TET10") == [
        (0, 1, 3, 4, 8, 7), (1, 2, 3, 5, 9, 8), (0, 3, 2, 7, 9, 6), (0, 2, 1, 6, 5, 4),
    ]  # fmt: skip
    # SAND92-2137, sides of HEX20: 1-2-6-5-9-14-17-13, ..., 5-6-7-8-17-18-19-20;
    # HEX27 adds 26, 25, 27, 24, 22, 23
    twenty = [
        (0, 1, 5, 4, 8, 13, 16, 12), (1, 2, 6, 5, 9, 14, 17, 13), (2, 3, 7, 6, 10, 15, 18, 14),
        (0, 4, 7, 3, 12, 19, 15, 11), (0, 3, 2, 1, 11, 10, 9, 8), (4, 5, 6, 7, 16, 17, 18, 19),
    ]  # fmt: skip
    assert corners("HEX20") == twenty
    assert corners("HEX27") == [(*s, f) for s, f in zip(twenty, (25, 24, 26, 23, 21, 22), strict=True)]


def test_the_centre_of_hex27_is_its_21st_node():
    assert reference_cell("HEX27").nodes[20].tolist() == [0.0, 0.0, 0.0]


def test_an_unknown_cell_type_is_refused_with_the_known_ones():
    with pytest.raises(KeyError, match=r"unknown cell type 'PRISM6'; known: .*HEX27"):
        reference_cell("PRISM6")
