"""The pull-back to the reference cell against J G A G^T written out, and what counts as equal cells."""

from __future__ import annotations

import numpy
import pytest
from alces.assembly.coordinates import Coordinates
from alces.assembly.domain import cell_domains
from alces.assembly.pull_back import PullBack
from alces.fe.geometry import Geometry
from alces.mesh import generated

CELLS, POINTS, PART = 7, 4, slice(2, 6)
RNG = numpy.random.default_rng(2)


def random():
    return RNG.normal(size=(CELLS, POINTS))


GEOMETRIES = {
    "general": Geometry(((random(), random()), (random(), random())), random()),
    "graded": Geometry(((random()[:, :1], 0.0), (0.0, random()[:, :1])), random()[:, :1]),
    "radial": Geometry(((2.0, 0.0), (0.0, 3.0)), random()),
    "line in a plane": Geometry(((random(), random()),), random()),
}


def coefficients():
    a, b, c, d = (random()[PART] for _ in range(4))
    return {
        "isotropic": {(0, 0): a, (1, 1): b, (2, 2): b},
        "isotropic number": {(1, 1): 0.5, (2, 2): float("0.5")},
        "diagonal": {(1, 1): a, (2, 2): b, (0, 2): c},
        "symmetric": {(1, 1): a, (1, 2): b, (2, 1): b, (2, 2): 0.25},
        "turned": {(1, 2): a, (2, 1): b},
        "general": {(0, 0): a, (0, 1): b, (1, 0): c, (2, 0): d, (1, 1): a, (1, 2): b, (2, 1): c, (2, 2): d},
        "nothing": {(0, 0): 0.0},
    }


@pytest.mark.parametrize("tensor", coefficients())
@pytest.mark.parametrize("shape", GEOMETRIES)
def test_pull_back(shape, tensor):
    geometry, found = GEOMETRIES[shape], coefficients()[tensor]

    def full(a):
        return numpy.broadcast_to(a, (CELLS, POINTS))[PART]

    dim = len(geometry.inverse)
    G = numpy.zeros((dim + 1, 3, PART.stop - PART.start, POINTS))  # the value goes along as it is
    G[0, 0] = 1.0
    for k, row in enumerate(geometry.inverse):
        for i, a in enumerate(row):
            G[k + 1, i + 1] = full(a)
    A = numpy.zeros((3, 3, *G.shape[2:]))
    for kind, a in found.items():
        A[kind] = a
    have = numpy.zeros((dim + 1, dim + 1, *G.shape[2:]))
    pulled = PullBack(geometry, PART)
    for kind, a in pulled.matrix(found).items():
        have[kind] = a
    want = numpy.einsum("kicq,ijcq,mjcq,cq->kmcq", G, A, G, full(geometry.measure))
    numpy.testing.assert_allclose(have, want, atol=1e-13 * abs(want).max())
    vector = {(i,): A[i, 0] for i in range(3)}
    have = numpy.zeros(G[:, 0].shape)
    for (k,), a in pulled.vector(vector).items():
        have[k] = a
    want = numpy.einsum("kicq,icq,cq->kcq", G, A[:, 0], full(geometry.measure))
    numpy.testing.assert_allclose(have, want, atol=1e-13 * max(abs(want).max(), 1.0))


def test_equal_entries_are_one_array():
    """They share one column of the product with the tables."""
    found = PullBack(GEOMETRIES["general"], PART).matrix(coefficients()["isotropic"])
    assert found[1, 2] is found[2, 1]


@pytest.mark.parametrize("n", [10, 300, 1000])
def test_small_cells_of_one_size_are_uniform(n):
    """Their sizes differ by the rounding of the coordinates, which is much for small cells."""
    mesh = generated(2, n, 2, xmin=0.3, xmax=3.1)
    geometry = cell_domains(mesh, 2, Coordinates())[0].geometry
    assert all(isinstance(a, float) for row in geometry.inverse for a in row)
    assert isinstance(geometry.measure, float)


def test_small_differences_between_cells_count():
    mesh = generated(2, 10, 2)
    mesh.points[mesh.points[:, 0] > 0.999, 0] += 1e-10
    assert not isinstance(cell_domains(mesh, 2, Coordinates())[0].geometry.measure, float)
