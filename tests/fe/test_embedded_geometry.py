"""Cells with fewer axes than the space that they lie in."""

from __future__ import annotations

import numpy
import pytest
from alces.fe import gauss, reference_cell, side_rule
from alces.fe.geometry import cell_geometry, side_geometry
from alces.mesh import CellBlock, Mesh


def mesh_of(points, cell_type):
    points = numpy.array(points, dtype=float)
    return Mesh(
        points, reference_cell(cell_type).dim, [CellBlock(cell_type, 0, numpy.arange(len(points))[None])]
    )


def gradients_of(cell_type, xi):
    g = reference_cell(cell_type).shape_gradient(xi)
    return [g[:, :, k] for k in range(g.shape[2])]


@pytest.mark.parametrize(
    ("points", "cell_type", "axes"),
    [
        ([[0, 5, 0], [1, 5, 0]], "EDGE2", 1),
        ([[0, 0, 0], [1, 2, 0]], "EDGE2", 2),
        ([[0, 0, 0], [0, 0, 3]], "EDGE2", 3),
        ([[0, 0, 7], [1, 0, 7], [0, 1, 7]], "TRI3", 2),
        ([[0, 2, 0], [1, 2, 0], [0, 2, 1]], "TRI3", 3),
    ],
)
def test_axes_that_a_mesh_extends_along(points, cell_type, axes):
    assert mesh_of(points, cell_type).axes == axes


def test_truss():
    """A bar from the origin to (1, 2, 2): length 3; the gradient of s along it is the unit vector."""
    points = numpy.array([[0.0, 0, 0], [1.0, 2, 2]])
    xi, weights = gauss("EDGE2", 1)
    g = gradients_of("EDGE2", xi)
    geometry = cell_geometry(points, numpy.array([[0, 1]]), g, 3)
    assert geometry.measure * weights.sum() == pytest.approx(3.0)
    found = [(numpy.array([0.0, 3.0]) @ g[0].T)[0] * geometry.inverse[0][i] for i in range(3)]
    numpy.testing.assert_allclose(found, numpy.array([1, 2, 2]) / 3)
    xi, _, tangents = side_rule("EDGE2", 0, 1)
    side = side_geometry(
        points,
        numpy.array([[0, 1]]),
        reference_cell("EDGE2").shape(xi),
        gradients_of("EDGE2", xi),
        tangents,
        3,
    )
    numpy.testing.assert_allclose(side.normal, -numpy.array([1, 2, 2]) / 3)
    assert side.measure == 1.0


def test_square_in_the_x_z_plane():
    """Twice as long along z; no derivative along y, as a structural zero; either sense of rotation."""
    for order in ([0, 1, 2, 3], [0, 3, 2, 1]):
        points = numpy.array([[0.0, 4, 0], [1.0, 4, 0], [1.0, 4, 2], [0.0, 4, 2]])[order]
        xi, weights = gauss("QUAD4", 3)
        g = gradients_of("QUAD4", xi)
        cells = numpy.array([[0, 1, 2, 3]])
        geometry = cell_geometry(points, cells, g, 3)
        assert geometry.measure * weights.sum() == pytest.approx(2.0)
        assert geometry.inverse[0][1] == 0.0 and geometry.inverse[1][1] == 0.0
        field = points @ numpy.array([3.0, 0.0, 5.0])
        for i, want in ((0, 3.0), (2, 5.0)):
            found = sum((field[cells] @ g[k].T) * geometry.inverse[k][i] for k in range(2))
            numpy.testing.assert_allclose(found, numpy.full((1, 4), want))
        normals = []
        for side in range(4):
            xi, weights, tangents = side_rule("QUAD4", side, 1)
            made = side_geometry(
                points, cells, reference_cell("QUAD4").shape(xi), gradients_of("QUAD4", xi), tangents, 3
            )
            normals.append(made.normal)
            assert made.measure * weights.sum() == pytest.approx(2.0 if made.normal[0] else 1.0)
        assert sorted(normals) == [(-1.0, 0.0, 0.0), (0.0, 0.0, -1.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)]
