"""Vectors and tensors against dense NumPy, structural zeros, sharing, and partials through both."""

from __future__ import annotations

import numpy
import pytest
from alces.ad import Dual, Tensor, Vector, identity, outer, partials, value

rng = numpy.random.default_rng(11)
SHAPE = (3, 2)


def dense(t):
    """(3,) or (3, 3) + SHAPE array of a Vector or Tensor."""
    rows = t.c if isinstance(t, Tensor) else (t.c,)
    out = numpy.stack([numpy.stack([numpy.broadcast_to(value(a), SHAPE) for a in row]) for row in rows])
    return out if isinstance(t, Tensor) else out[0]


def vector():
    return Vector(*rng.normal(size=(3, *SHAPE)))


def tensor():
    return Tensor(rng.normal(size=(3, 3, *SHAPE)))


def is_structural_zero(a):
    return type(a) is float and a == 0.0


def test_vector_algebra():
    u, v, f = vector(), vector(), rng.normal(size=SHAPE)
    a, b = dense(u), dense(v)
    numpy.testing.assert_allclose(dense(u + v), a + b)
    numpy.testing.assert_allclose(dense(u - v), a - b)
    numpy.testing.assert_allclose(dense(-u), -a)
    numpy.testing.assert_allclose(dense(f * u), f * a)
    numpy.testing.assert_allclose(dense(u * 2.0), 2 * a)
    numpy.testing.assert_allclose(dense(u / f), a / f)
    numpy.testing.assert_allclose(u.dot(v), numpy.einsum("i...,i...", a, b))
    numpy.testing.assert_allclose(u.norm(), numpy.linalg.norm(a, axis=0))
    numpy.testing.assert_allclose(dense(outer(u, v)), numpy.einsum("i...,j...->ij...", a, b))
    assert u[1] is u.c[1] and [*u] == [*u.c]


def test_tensor_algebra():
    s, t, v, f = tensor(), tensor(), vector(), rng.normal(size=SHAPE)
    a, b, w = dense(s), dense(t), dense(v)
    numpy.testing.assert_allclose(dense(s + t), a + b)
    numpy.testing.assert_allclose(dense(s - t), a - b)
    numpy.testing.assert_allclose(dense(-s), -a)
    numpy.testing.assert_allclose(dense(f * s), f * a)
    numpy.testing.assert_allclose(dense(s / 4.0), a / 4)
    numpy.testing.assert_allclose(dense(s.T), numpy.swapaxes(a, 0, 1))
    numpy.testing.assert_allclose(dense(s.symmetric_part()), (a + numpy.swapaxes(a, 0, 1)) / 2)
    numpy.testing.assert_allclose(s.trace(), numpy.einsum("ii...", a))
    eye = numpy.eye(3)[:, :, None, None]
    numpy.testing.assert_allclose(dense(s.deviator()), a - numpy.einsum("ii...", a) / 3 * eye, atol=1e-15)
    numpy.testing.assert_allclose(s.ddot(t), numpy.einsum("ij...,ij...", a, b))
    numpy.testing.assert_allclose(s.norm(), numpy.sqrt((a * a).sum(axis=(0, 1))))
    numpy.testing.assert_allclose(dense(s.dot(v)), numpy.einsum("ij...,j...->i...", a, w))
    numpy.testing.assert_allclose(dense(s.matmul(t)), numpy.einsum("ij...,jk...->ik...", a, b))
    numpy.testing.assert_array_equal(s[1, 2], a[1, 2])
    numpy.testing.assert_array_equal(dense(s[2]), a[2])


def test_constructors():
    t = Tensor.symmetric(1.0, 2.0, 3.0, yz=4.0, xz=5.0, xy=6.0)
    assert t.c == ((1.0, 6.0, 5.0), (6.0, 2.0, 4.0), (5.0, 4.0, 3.0))
    assert Tensor.diagonal(1.0, 2.0, 3.0).c == ((1.0, 0.0, 0.0), (0.0, 2.0, 0.0), (0.0, 0.0, 3.0))
    assert identity.trace() == 3.0 and identity.matmul(t).c == t.c and identity.ddot(t) == 6.0
    assert Tensor.zero().norm() == 0.0 and Vector().norm() == 0.0


def test_structural_zeros_survive():
    x = rng.normal(size=SHAPE)
    plane = Vector(x, 2 * x)
    for v in (
        plane + plane,
        plane - plane,
        -plane,
        plane * x,
        3.0 * plane,
        plane / 2.0,
        plane.map(numpy.exp),
    ):
        assert is_structural_zero(v[2]) and isinstance(v[0], numpy.ndarray)
    t = outer(plane, plane)
    for s in (t, t + t, t - t, -t, t.T, t * x, t.symmetric_part(), t.matmul(t), t.map(numpy.exp)):
        assert all(is_structural_zero(s[i, 2]) and is_structural_zero(s[2, i]) for i in range(3))
    assert is_structural_zero(t.dot(Vector(0.0, 0.0, x))[0])
    assert is_structural_zero(Vector(x).dot(Vector(0.0, x)))
    assert all(is_structural_zero(a) for row in (t * 0.0).c for a in row)


def test_an_array_of_zeros_is_no_structural_zero():
    v = Vector(numpy.zeros(SHAPE), 1.0)
    assert isinstance((v + v)[0], numpy.ndarray) and isinstance((v * 2.0)[0], numpy.ndarray)


def test_symmetric_tensors_compute_shared_components_once():
    calls = []
    x = [rng.normal(size=SHAPE) for _ in range(6)]
    t = Tensor.symmetric(*x)
    mapped = t.map(lambda a: calls.append(1) or 2 * a)
    assert len(calls) == 6 and mapped[0, 1] is mapped[1, 0]
    total = t + mapped
    assert total[0, 2] is total[2, 0]
    numpy.testing.assert_allclose(dense(total), 3 * dense(t))
    half = tensor().symmetric_part()
    assert half[1, 2] is half[2, 1]


@pytest.mark.parametrize(
    "f",
    [
        lambda v, t: v.norm(),
        lambda v, t: t.norm(),
        lambda v, t: t.deviator().norm(),
        lambda v, t: t.ddot(outer(v, v)),
        lambda v, t: t.dot(v).dot(v),
        lambda v, t: t.matmul(t).trace() / v.dot(v),
        lambda v, t: t.symmetric_part().matmul(t.T)[0, 1] * v[2],
    ],
)
def test_partials_through_tensors(f):
    """All 12 partials of a scalar against complex step."""
    numbers = rng.normal(size=(12, *SHAPE))

    def build(components):
        return f(Vector(*components[:3]), Tensor([components[3 + 3 * i : 6 + 3 * i] for i in range(3)]))

    got = build([Dual(a, {k: 1.0}) for k, a in enumerate(numbers)])
    slopes = []
    for k in range(12):
        stepped = [a + (1e-30j if i == k else 0.0) for i, a in enumerate(numbers)]
        slopes.append(numpy.imag(build(stepped)) / 1e-30)
    scale = numpy.abs(slopes).max()
    for k, slope in enumerate(slopes):
        have = partials(got).get(k, 0.0)
        numpy.testing.assert_allclose(numpy.broadcast_to(have, SHAPE), slope, rtol=1e-12, atol=1e-13 * scale)


def test_norms_at_zero_have_zero_slope():
    zero = numpy.zeros(SHAPE)
    got = Vector(Dual(zero, {0: 1.0}), Dual(zero, {1: 1.0})).norm()
    assert sorted(got.d) == [0, 1]
    assert not got.v.any() and not got.d[0].any() and not got.d[1].any()
    t = Tensor.symmetric(Dual(zero, {0: 1.0}), 0.0, 0.0).norm()
    assert not t.d[0].any()
