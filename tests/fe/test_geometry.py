"""Cell and side geometry against analytic facts on distorted cells of all types."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.fe import gauss, reference_cell, side_rule
from alces.fe.geometry import cell_geometry, jacobian, side_geometry, simplest

TYPES = [
    "EDGE2",
    "EDGE3",
    "TRI3",
    "TRI6",
    "QUAD4",
    "QUAD8",
    "QUAD9",
    "TET4",
    "TET10",
    "HEX8",
    "HEX20",
    "HEX27",
]
PLANAR_OR_SOLID = [t for t in TYPES if not t.startswith("EDGE")]
REFERENCE_MEASURE = {"EDGE": 2.0, "TRI": 0.5, "QUAD": 4.0, "TET": 1 / 6, "HEX": 8.0}
ORDER = 6  # integrates the determinants of the distorted cells below exactly


def measure_of(cell_type):
    return REFERENCE_MEASURE[cell_type.rstrip("0123456789")]


def affine(dim):
    """A matrix with determinant 2 * 1.5 * 3 (its leading part), far from orthogonal."""
    return numpy.array([[2.0, 0.3, -0.4], [0.0, 1.5, 0.7], [0.0, 0.0, 3.0]])[:dim, :dim]


def cells_of(cell_type, maps):
    """points (n, 3) and one cell per map of the reference nodes."""
    nodes = reference_cell(cell_type).nodes
    dim = nodes.shape[1]
    points = numpy.zeros((len(maps) * len(nodes), 3))
    for k, f in enumerate(maps):
        points[k * len(nodes) : (k + 1) * len(nodes), :dim] = f(nodes)
    return points, numpy.arange(len(points)).reshape(len(maps), -1)


def bent(xi):
    """A smooth map of the reference cell that is not affine; elements interpolate it at their nodes."""
    out = xi + 0.08 * numpy.sin(1.3 * xi[:, ::-1] + 0.4) * (1.0 + 0.5 * xi)
    return out @ affine(xi.shape[1]).T


def volume_data(cell_type, maps, order=ORDER):
    points, cells = cells_of(cell_type, maps)
    xi, weights = gauss(cell_type, order)
    gradient = reference_cell(cell_type).shape_gradient(xi)
    gradients = [gradient[:, :, k] for k in range(xi.shape[1])]
    return points, cells, xi, weights, gradients, cell_geometry(points, cells, gradients)


def full(a, cells, xi):
    return numpy.broadcast_to(a, (len(cells), len(xi)))


@pytest.mark.parametrize("cell_type", TYPES)
def test_volume_of_affine_cells(cell_type):
    dim = reference_cell(cell_type).dim
    A = affine(dim)
    _, cells, xi, weights, _, geometry = volume_data(cell_type, [lambda x: x, lambda x: x @ A.T - 5.0])
    got = full(geometry.measure, cells, xi) @ weights
    want = measure_of(cell_type) * numpy.array([1.0, numpy.linalg.det(A)])
    numpy.testing.assert_allclose(got, want, rtol=1e-13)


@pytest.mark.parametrize("cell_type", TYPES)
def test_inverse_map_of_affine_cells_is_constant(cell_type):
    dim = reference_cell(cell_type).dim
    A = affine(dim)
    _, _, _, _, _, geometry = volume_data(cell_type, [lambda x: x @ A.T, lambda x: x @ A.T + 7.0])
    inverse = numpy.array(geometry.inverse)  # floats only: the two cells and all points agree
    assert inverse.shape == (dim, dim)
    numpy.testing.assert_allclose(inverse, numpy.linalg.inv(A), atol=1e-13)
    assert isinstance(geometry.measure, float)


@pytest.mark.parametrize("cell_type", TYPES)
def test_inverse_times_jacobian_is_one_on_bent_cells(cell_type):
    points, cells, xi, _, gradients, geometry = volume_data(cell_type, [bent, lambda x: bent(x) * 0.5])
    J = jacobian(points, cells, gradients)
    dim = len(gradients)
    for i in range(dim):
        for k in range(dim):
            product = sum(full(geometry.inverse[i][m], cells, xi) * J[m][k] for m in range(dim))
            numpy.testing.assert_allclose(product, numpy.full((2, len(xi)), float(i == k)), atol=1e-12)


@pytest.mark.parametrize("cell_type", TYPES)
def test_gradient_of_a_linear_function_is_exact_on_bent_cells(cell_type):
    """x is in the space of an isoparametric element, so the gradient of a . x is a at every point."""
    points, cells, xi, _, gradients, geometry = volume_data(cell_type, [bent])
    a = numpy.array([1.5, -2.0, 0.7])
    nodal = points[cells] @ a
    dim = len(gradients)
    for i in range(dim):
        got = sum((nodal @ gradients[k].T) * full(geometry.inverse[k][i], cells, xi) for k in range(dim))
        numpy.testing.assert_allclose(got, numpy.full((1, len(xi)), a[i]), rtol=1e-12)


def test_volume_of_a_quadrilateral_is_the_shoelace_area():
    corners = numpy.array([[0.0, 0.0], [2.0, 0.3], [2.4, 1.9], [-0.3, 1.1]])
    x, y = corners.T
    shoelace = 0.5 * abs(numpy.dot(x, numpy.roll(y, -1)) - numpy.dot(y, numpy.roll(x, -1)))
    _, cells, xi, weights, _, geometry = volume_data("QUAD4", [lambda nodes: corners], order=3)
    assert full(geometry.measure, cells, xi) @ weights == pytest.approx(shoelace, rel=1e-14)


def test_volume_of_a_curved_triangle():
    """A TRI6 whose hypotenuse bulges by d at its middle gains a parabola's segment: 2/3 d times the chord."""
    d = 0.05

    def bulge(nodes):
        out = nodes.copy()
        out[4] += d / math.sqrt(2.0)
        return out

    _, cells, xi, weights, _, geometry = volume_data("TRI6", [bulge])
    assert full(geometry.measure, cells, xi) @ weights == pytest.approx(
        0.5 + 2 / 3 * d * math.sqrt(2.0), rel=1e-13
    )


# -- sides --------------------------------------------------------------------------------------
def sides_of(cell_type, maps, order=8):
    """Per local side: (measure * weight, normals, positions) as full arrays."""
    points, cells = cells_of(cell_type, maps)
    reference = reference_cell(cell_type)
    for side in range(len(reference.sides)):
        xi, weights, tangents = side_rule(cell_type, side, order)
        gradient, shape = reference.shape_gradient(xi), reference.shape(xi)
        gradients = [gradient[:, :, k] for k in range(xi.shape[1])]
        geometry = side_geometry(points, cells, shape, gradients, tangents)
        normal = numpy.array([full(n, cells, xi) for n in geometry.normal])
        where = numpy.array([points[:, i][cells] @ shape.T for i in range(reference.dim)])
        yield full(geometry.measure, cells, xi) * weights, normal, where, geometry


@pytest.mark.parametrize("cell_type", TYPES)
@pytest.mark.parametrize("mapping", ["affine", "bent"])
def test_divergence_theorem(cell_type, mapping):
    """Over all sides of a closed cell: sum n dA = 0 and sum x . n dA = dim * volume, with unit normals."""
    dim = reference_cell(cell_type).dim
    f = bent if mapping == "bent" else (lambda x: x @ affine(dim).T + 3.0)
    _, cells, xi, weights, _, geometry = volume_data(cell_type, [f, f], order=8)
    volume = full(geometry.measure, cells, xi) @ weights
    total, outflow = numpy.zeros((dim, 2)), numpy.zeros(2)
    for jxw, normal, where, _ in sides_of(cell_type, [f, f]):
        numpy.testing.assert_allclose((normal**2).sum(axis=0), 1.0, rtol=1e-13)
        total += (normal * jxw).sum(axis=2)
        outflow += ((normal * where).sum(axis=0) * jxw).sum(axis=1)
    numpy.testing.assert_allclose(total, 0.0, atol=1e-11 * volume.max())
    numpy.testing.assert_allclose(outflow, dim * volume, rtol=1e-11)


@pytest.mark.parametrize("cell_type", PLANAR_OR_SOLID)
def test_normals_point_away_from_the_centre(cell_type):
    dim = reference_cell(cell_type).dim
    points, cells = cells_of(cell_type, [bent])
    centre = points[cells[0], :dim].mean(axis=0)
    for _, normal, where, _ in sides_of(cell_type, [bent]):
        assert ((where - centre[:, None, None]) * normal).sum(axis=0).min() > 0


def test_sides_of_a_unit_square():
    """Exodus order: bottom, right, top, left."""
    normals = [tuple(g.normal) for _, _, _, g in sides_of("QUAD4", [lambda x: 0.5 * (x + 1.0)])]
    assert normals == [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]
    assert [g.measure for *_, g in sides_of("QUAD4", [lambda x: 0.5 * (x + 1.0)])] == [0.5] * 4


def test_ends_of_an_edge():
    ends = [(jxw.item(), normal.item()) for jxw, normal, _, _ in sides_of("EDGE2", [lambda x: 3.0 * x])]
    assert ends == [(1.0, -1.0), (1.0, 1.0)]


# -- what is constant is stored as such ----------------------------------------------------------
def test_uniform_cells_give_floats_and_structural_zeros():
    *_, geometry = volume_data("HEX8", [lambda x: x * [1.0, 2.0, 4.0], lambda x: x * [1.0, 2.0, 4.0] + 10.0])
    numpy.testing.assert_allclose(geometry.inverse, numpy.diag([1.0, 0.5, 0.25]), rtol=1e-14)
    assert all(geometry.inverse[i][k] == 0.0 for i in range(3) for k in range(3) if i != k)
    assert geometry.measure == pytest.approx(8.0) and isinstance(geometry.measure, float)


def test_affine_cells_of_different_size_give_one_number_per_cell():
    *_, geometry = volume_data("QUAD4", [lambda x: x, lambda x: 2.0 * x])
    assert geometry.inverse[0][0].shape == (2, 1) and geometry.inverse[0][1] == 0.0
    numpy.testing.assert_allclose(geometry.measure, [[1.0], [4.0]])


def test_bent_cells_give_full_arrays():
    _, _, xi, _, _, geometry = volume_data("QUAD4", [bent])
    assert geometry.measure.shape == (1, len(xi))


def test_simplest():
    assert simplest(numpy.full((3, 2), 2.0), 1.0) == 2.0
    assert simplest(numpy.full((3, 2), 1e-16), 1.0) == 0.0
    assert simplest(numpy.array([[1.0, 1.0], [2.0, 2.0]]), 1.0).shape == (2, 1)
    varying = numpy.array([[1.0, 1.1]])
    assert simplest(varying, 1.0) is varying
    assert simplest(numpy.empty((0, 4)), 1.0).shape == (0, 4)


@pytest.mark.parametrize("cell_type", TYPES)
def test_an_inverted_cell_is_an_error(cell_type):
    def mirrored(nodes):
        return nodes * numpy.array([-1.0, 1.0, 1.0])[: nodes.shape[1]]

    with pytest.raises(ValueError, match=r"cell 1 of 2 is inverted or degenerate"):
        volume_data(cell_type, [lambda x: x, mirrored])


def test_a_cell_with_a_node_at_nan_is_an_error():
    with pytest.raises(ValueError, match="inverted or degenerate"):
        volume_data("QUAD4", [lambda x: x * numpy.array([[numpy.nan, 1.0]])])


@pytest.mark.filterwarnings("error")
def test_a_flat_cell_is_an_error():
    with pytest.raises(ValueError, match="inverted or degenerate"):
        volume_data("TRI3", [lambda x: x * [1.0, 0.0]])
