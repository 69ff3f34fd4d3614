"""Voigt matrices from MOOSE's lists of constants, and their rotation."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy

from alces_mechanics.elasticity import VOIGT

Matrix = list[list[float]]


def _isotropic(c: Sequence[float]) -> Matrix:
    lame, shear = c
    normal = [[lame + (2.0 * shear if i == j else 0.0) for j in range(3)] for i in range(3)]
    return _blocks(normal, [shear] * 3)


def _young_poisson(c: Sequence[float]) -> Matrix:
    young, poisson = c
    if poisson in (-1.0, 0.5):
        raise ValueError(f"an isotropic material cannot have Poisson's ratio {poisson:g}")
    shear = young / (2.0 * (1.0 + poisson))
    return _isotropic((2.0 * shear * poisson / (1.0 - 2.0 * poisson), shear))


def _nine(c: Sequence[float]) -> Matrix:
    return _blocks([[c[0], c[1], c[2]], [c[1], c[3], c[4]], [c[2], c[4], c[5]]], c[6:])


def _axisymmetric(c: Sequence[float]) -> Matrix:
    return _nine((c[0], c[1], c[2], c[0], c[2], c[3], c[4], c[4], 0.5 * (c[0] - c[1])))


def _principal(c: Sequence[float]) -> Matrix:
    normal = [list(c[3 * i : 3 * i + 3]) for i in range(3)]
    if any(normal[i][j] != normal[j][i] for i in range(3) for j in range(i)):
        raise ValueError("the matrix of an elastic material must be symmetric")
    return _blocks(normal, [0.0] * 3)


def _orthotropic(c: Sequence[float]) -> Matrix:
    young, shear, (ba, ca, cb) = c[:3], c[3:6], c[6:]
    compliance = numpy.diag([1.0 / e for e in young])
    for i, j, poisson in ((0, 1, ba), (0, 2, ca), (1, 2, cb)):
        compliance[i, j] = compliance[j, i] = -poisson / young[j]
    ab, bc, ca = shear
    return _blocks(numpy.linalg.inv(compliance).tolist(), [bc, ca, ab])


def _blocks(normal: Matrix, shear: Sequence[float]) -> Matrix:
    matrix = [[0.0] * 6 for _ in range(6)]
    for i in range(3):
        matrix[i][:3] = normal[i]
        matrix[3 + i][3 + i] = shear[i]
    return matrix


def _twenty_one(c: Sequence[float]) -> Matrix:
    matrix = [[0.0] * 6 for _ in range(6)]
    entries = iter(c)
    for i in range(6):
        for j in range(i, 6):
            matrix[i][j] = matrix[j][i] = next(entries)
    return matrix


FILL: dict[str, tuple[int, Callable[[Sequence[float]], Matrix]]] = {
    "symmetric9": (9, _nine),
    "symmetric21": (21, _twenty_one),
    "axisymmetric_rz": (5, _axisymmetric),
    "orthotropic": (9, _orthotropic),
    "principal": (9, _principal),
    "symmetric_isotropic": (2, _isotropic),
    "symmetric_isotropic_E_nu": (2, _young_poisson),
}
"""Fill method -> number of constants and the function that makes the matrix.

symmetric9: C11 C12 C13 C22 C23 C33 C44 C55 C66 (an orthotropic material in its own axes); symmetric21: the
upper triangle, row by row, in the order xx yy zz yz xz xy; symmetric_isotropic: lambda, mu;
symmetric_isotropic_E_nu: E, nu; axisymmetric_rz: C11 C12 C13 C33 C44 of a material that is isotropic about
its axis z; principal: C11 C12 C13 C21 C22 C23 C31 C32 C33 of a material without shear stiffness; orthotropic:
E_a E_b E_c G_ab G_bc G_ca nu_ba nu_ca nu_cb, nu_ba being the contraction along a of a bar pulled along b.
"""


def rotated(matrix: Matrix, angles: tuple[float, float, float]) -> Matrix:
    """The matrix of a crystal turned by the Euler angles phi1, Phi, phi2 in degrees (Bunge).

    The crystal turns about z by the first, about its new x by the second, about its new z by the third.
    """
    r = _euler(*(math.radians(a) for a in angles))
    full = numpy.zeros((3, 3, 3, 3))
    for m, (i, j) in enumerate(VOIGT):
        for n, (k, o) in enumerate(VOIGT):
            for a, b in {(i, j), (j, i)}:
                for c, d in {(k, o), (o, k)}:
                    full[a, b, c, d] = matrix[m][n]
    full = numpy.einsum("im,jn,ko,lp,mnop->ijkl", r, r, r, r, full)
    full[abs(full) < 1e-13 * abs(full).max()] = 0.0  # rounding must not turn structural zeros into numbers
    return [[float(full[(*a, *b)]) for b in VOIGT] for a in VOIGT]


def _euler(phi1: float, phi: float, phi2: float) -> numpy.ndarray:
    return _about_z(phi1) @ _about_x(phi) @ _about_z(phi2)


def _about_z(a: float) -> numpy.ndarray:
    return numpy.array([[math.cos(a), -math.sin(a), 0.0], [math.sin(a), math.cos(a), 0.0], [0.0, 0.0, 1.0]])


def _about_x(a: float) -> numpy.ndarray:
    return numpy.array([[1.0, 0.0, 0.0], [0.0, math.cos(a), -math.sin(a)], [0.0, math.sin(a), math.cos(a)]])
